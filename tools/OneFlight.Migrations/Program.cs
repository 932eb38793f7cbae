using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using OneFlight.Storage;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

// Only design-time commands use this program: it writes migrations and compares them with the model.
Console.WriteLine("See docs: dotnet ef migrations add NAME --project src/OneFlight.Storage --startup-project tools/OneFlight.Migrations");

/// <summary>The model without a database behind it.</summary>
internal sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<OneFlightDb>
{
    public OneFlightDb CreateDbContext(string[] args) =>
        new(OneFlightStorage.Options(NpgsqlDataSource.Create("Host=localhost;Database=design")), new OperatorId("design"));
}
