using Microsoft.EntityFrameworkCore;
using Npgsql;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Setup;

/// <summary>Brings a database to the shape this version needs.</summary>
public static class Migration
{
    /// <summary>Applies what is missing. Of several processes that start at once one does it and the others wait.</summary>
    public static async Task Migrate(NpgsqlDataSource database, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        // Held until this connection closes, so a killed process leaves no lock behind.
        await using (var take = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('oneflight.migrate', 0))", connection))
        {
            take.CommandTimeout = 0;
            await take.ExecuteNonQueryAsync(stop);
        }
        await using (var db = new OneFlightDb(OneFlightStorage.Options(database), new OperatorId("")))
        {
            await db.Database.MigrateAsync(stop);
        }
        await using var release = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended('oneflight.migrate', 0))", connection);
        await release.ExecuteNonQueryAsync(stop);
    }
}
