using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Links;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Storage;

/// <summary>A database for the test class, seen by an operator of its own for each test.</summary>
public abstract class StorageTest(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>The operator of this test; other tests of the class have their own.</summary>
    protected OperatorId Halcyon { get; } = AnOperator("halcyon");
    protected static readonly Instant Now = Instant.FromUtc(2027, 1, 5, 12, 0);
    internal static readonly CheckReport NoFault = new([], []);

    protected string Connection { get; private set; } = "";
    protected NpgsqlDataSource Database { get; private set; } = null!;
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Connection = await postgres.DatabaseOf(GetType());
        Database = NpgsqlDataSource.Create(Connection);
        await AddOperator(Halcyon);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static OperatorId AnOperator(string name) => new($"{name}-{Guid.NewGuid():N}");

    protected async Task AddOperator(OperatorId id)
    {
        await using var db = Open(id);
        db.Add(new OperatorRow { Operator = id, Name = id.Value });
        await db.SaveChangesAsync(Stop);
    }

    protected OneFlightDb Open(OperatorId id) => new(OneFlightStorage.Options(Database), id);

    protected IDbContextFactory<OneFlightDb> Factory(OperatorId? id = null) =>
        new TenantDatabase(OneFlightStorage.Options(Database), new FixedTenant(id ?? Halcyon));

    /// <summary>A history with nothing in memory, unless it is given a cache.</summary>
    protected PlanHistory History(Func<Campaign, CheckReport>? judge = null, OperatorId? id = null, PlanCache? cache = null) =>
        new(Factory(id), cache ?? new(), judge ?? (_ => NoFault));

    protected static Task<Result<Revision<Campaign>>> Keep(
        PlanHistory history, Revision<Campaign> next, ImmutableArray<HearItem>? hear = null, ImmutableArray<ToAccept>? accept = null) =>
        history.Append(next, hear ?? [], accept ?? [], AppendTerms.At(Now), Stop);

    protected static Revision<Campaign> First(Campaign? plan = null) => Revision.First(plan ?? ACampaign.With(), Now, "Ana", "first plan");

    internal static HearItem Line(string id, int wave, params string[] after) => new(
        id, wave, new ThingId("person", id), $"Person {id}", new("p2"), "Steward", true, [.. after], Now + Duration.FromHours(wave), "Asia/Tokyo", "their flight moves");
}
