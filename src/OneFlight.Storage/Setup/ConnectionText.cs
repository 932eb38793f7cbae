using Npgsql;

namespace OneFlight.Storage.Setup;

/// <summary>Where the database is, as people write it: <c>Host=…;Database=…</c> or <c>postgres://user:password@host:port/database?sslmode=require</c>.</summary>
public static class ConnectionText
{
    /// <summary>The text as the driver wants it.</summary>
    /// <exception cref="ArgumentException">It is neither form; the message does not repeat it, because it may hold a password.</exception>
    public static string Read(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
            return new NpgsqlConnectionStringBuilder(text).ConnectionString;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            throw new ArgumentException("The address of the database is not of the form postgres://user:password@host:port/database.", nameof(text));

        var connection = new NpgsqlConnectionStringBuilder { Host = address.Host, Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')) };
        if (address.Port > 0) connection.Port = address.Port;
        var user = address.UserInfo.Split(':', 2);
        if (user[0] is not "") connection.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) connection.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)))
        {
            // The library names it "SSL Mode"; it takes the other names as they stand.
            connection[option[0] is "sslmode" ? "SSL Mode" : option[0]] = Uri.UnescapeDataString(option.ElementAtOrDefault(1) ?? "");
        }
        return connection.ConnectionString;
    }
}
