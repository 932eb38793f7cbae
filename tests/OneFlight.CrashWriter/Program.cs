using Npgsql;
using OneFlight.CrashWriter;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

// Keeps one revision after the other and says "kept NUMBER" once a revision is confirmed. While the database is away it tries again.
await using var database = NpgsqlDataSource.Create(args[0]);
var history = new PlanHistory(
    new TenantDatabase(OneFlightStorage.Options(database), new FixedTenant(new OperatorId(args[1]))), new PlanCache(), _ => new([], []));
Console.WriteLine("ready");
while (true)
{
    try
    {
        var latest = await history.Latest(Fleeting.Id, default);
        var next = latest is null
            ? Revision.First(Fleeting.Plan(1), Fleeting.At(1), "writer", "begins")
            : latest.Next(Fleeting.Plan(latest.Number + 1), Fleeting.At(latest.Number + 1), "writer", "goes on");
        var kept = await history.Append(next, Fleeting.Hear(next.Number), Fleeting.Accept(next.Number), AppendTerms.At(next.At), default);
        Console.WriteLine(kept.Succeeded ? $"kept {kept.Value.Number}" : $"refused {kept.Problems[0].Code}");
    }
    catch (Exception failure) when (failure is NpgsqlException or IOException or Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException)
    {
        Console.WriteLine($"away {failure.GetType().Name}");
        await Task.Delay(100);
    }
}
