using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Changes;

namespace OneFlight.Storage.Acceptance;

/// <summary>What other parties are asked to grant: read, and decided.</summary>
public sealed class AcceptRequests(IDbContextFactory<OneFlightDb> database)
{
    public Task<ImmutableArray<AcceptRequest>> Of(CampaignId campaign, int revision, CancellationToken stop) =>
        Read(db => db.AcceptRequests.Where(a => a.Campaign == campaign && a.Revision == revision), stop);

    /// <summary>What nobody has decided yet, over all revisions of a campaign.</summary>
    public Task<ImmutableArray<AcceptRequest>> Open(CampaignId campaign, CancellationToken stop) =>
        Read(db => db.AcceptRequests.Where(a => a.Campaign == campaign && a.State == AcceptState.Open), stop);

    /// <summary>All that one party was ever asked in a campaign, the latest revision first.</summary>
    /// <param name="party">Written <c>kind:id</c>.</param>
    public Task<ImmutableArray<AcceptRequest>> For(CampaignId campaign, string party, CancellationToken stop) =>
        Read(db => db.AcceptRequests.Where(a => a.Campaign == campaign && a.Party == party), stop);

    /// <summary>Records a party's answer.</summary>
    /// <remarks>Refused: <c>unknown-request</c>, <c>already-decided</c>.</remarks>
    public async Task<Result<AcceptRequest>> Decide(CampaignId campaign, int revision, string id, Decision decision, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var request = db.AcceptRequests.Where(a => a.Campaign == campaign && a.Revision == revision && a.Id == id);
        var state = decision.Granted ? AcceptState.Accepted : AcceptState.Refused;
        var written = await request.Where(a => a.State == AcceptState.Open).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.State, state).SetProperty(a => a.DecidedAt, decision.At).SetProperty(a => a.DecidedBy, decision.By), stop);
        var now = await request.AsNoTracking().SingleOrDefaultAsync(stop);
        var where = Place.Of($"campaign {campaign}, revision {revision}, request {id}");
        if (now is null) return new Problem("unknown-request", where, "no such request", "a request of the revision");
        if (written == 0) return new Problem("already-decided", where, $"{now.State} by {now.DecidedBy}", "a request that is still open");
        await db.Announce(new(db.Tenant.Value, campaign.Value, revision, Request: id), stop);
        await transaction.CommitAsync(stop);
        return now;
    }

    private async Task<ImmutableArray<AcceptRequest>> Read(Func<OneFlightDb, IQueryable<AcceptRequest>> requests, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await requests(db).AsNoTracking().OrderByDescending(a => a.Revision).ThenBy(a => a.By).ThenBy(a => a.Id).ToListAsync(stop);
        return [.. rows];
    }
}
