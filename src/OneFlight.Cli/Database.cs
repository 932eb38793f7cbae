using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Primitives;
using OneFlight.Storage;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Cli;

/// <summary>The database that the application keeps its plans in; only import and export open it.</summary>
internal static class Database
{
    /// <summary>A PostgreSQL connection string; the script <c>oneflight</c> sets it to the private database when nobody else did.</summary>
    public const string Variable = "ONEFLIGHT_DATABASE";

    public static VerbOption Operator { get; } = new("--operator", "ID", "whose campaign; the demonstration operator unless told");

    /// <summary>Opens the plans of an operator, in tables of the shape this version needs.</summary>
    public static async Task<Result<T>> With<T>(Arguments arguments, Func<PlanHistory, Task<Result<T>>> use, CancellationToken stop)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } address)
        {
            return new Problem("no-database", Place.Of(Variable), "nothing", "the address of a PostgreSQL database; ./oneflight up makes one, and ./oneflight import and export find it");
        }
        try
        {
            await using var source = NpgsqlDataSource.Create(address);
            await Migration.Migrate(source, stop);
            var tenant = new FixedTenant(new(arguments[Operator.Name] ?? "demonstration"));
            var database = new TenantDatabase(OneFlightStorage.Options(source), tenant);
            await using (var db = database.CreateDbContext())
            {
                await db.Database.ExecuteSqlAsync($"insert into operators (operator_id, name) values ({tenant.Operator.Value}, {tenant.Operator.Value}) on conflict do nothing", stop);
            }
            return await use(new PlanHistory(database, new PlanCache(), PlanCheck.Judge));
        }
        catch (Exception failure) when (failure is ArgumentException or DbException || failure.GetBaseException() is DbException or System.Net.Sockets.SocketException)
        {
            return new Problem("no-database", Place.Of(Variable), failure.GetBaseException().Message.ReplaceLineEndings(" "), "a PostgreSQL database that answers");
        }
    }
}
