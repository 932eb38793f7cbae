using Npgsql;
using OneFlight.Storage.Setup;

namespace OneFlight.App.Tests.Storage;

public sealed class ConnectionTextTests
{
    [Fact]
    public void An_address_says_the_same_as_the_drivers_own_form()
    {
        var read = new NpgsqlConnectionStringBuilder(ConnectionText.Read("postgres://ana:p%40ss%3Aword@db.example:5433/one%20flight?sslmode=require&Pooling=false"));

        Assert.Equal(("db.example", 5433, "ana", "p@ss:word", "one flight"), (read.Host, read.Port, read.Username, read.Password, read.Database));
        Assert.Equal((SslMode.Require, false), (read.SslMode, read.Pooling));
    }

    [Fact]
    public void The_drivers_own_form_stays()
    {
        Assert.Equal("/run/folder", new NpgsqlConnectionStringBuilder(ConnectionText.Read("Host=/run/folder;Username=oneflight")).Host);
    }

    [Fact]
    public void A_broken_address_is_refused_without_repeating_its_password()
    {
        var refusal = Assert.Throws<ArgumentException>(() => ConnectionText.Read("postgres://ana:secret@:::"));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }
}
