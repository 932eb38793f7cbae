using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Changes;
using OneFlight.Storage.Json;

namespace OneFlight.Storage.Plans;

/// <summary>The revisions of an operator's campaigns: read, and added to. The one place where a plan is kept.</summary>
/// <param name="judge">The checker that judges every plan before it is kept.</param>
public sealed class PlanHistory(IDbContextFactory<OneFlightDb> database, PlanCache cache, Func<Campaign, CheckReport> judge)
{
    /// <summary>The latest revision, or null when there is no such campaign.</summary>
    public async Task<Revision<Campaign>?> Latest(CampaignId campaign, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return await LatestNumber(db, campaign, stop) is > 0 and var number ? (await Kept(db, campaign, number, stop))?.Revision : null;
    }

    /// <summary>A revision by its number, or null when it was never kept.</summary>
    public async Task<Revision<Campaign>?> At(CampaignId campaign, int number, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return (await Kept(db, campaign, number, stop))?.Revision;
    }

    /// <summary>What the checker said when the revision was kept.</summary>
    public async Task<CheckReport?> Report(CampaignId campaign, int number, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return (await Kept(db, campaign, number, stop))?.Report;
    }

    /// <summary>All revisions of a campaign, newest first, without their plans.</summary>
    public async Task<ImmutableArray<RevisionSummary>> List(CampaignId campaign, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await Summaries(db.Revisions.Where(r => r.Campaign == campaign).OrderByDescending(r => r.Number)).ToListAsync(stop);
        return [.. rows];
    }

    /// <summary>The latest revision of every campaign, by name.</summary>
    public async Task<ImmutableArray<RevisionSummary>> Campaigns(CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await Summaries(db.Revisions
            .Where(r => r.Number == db.Revisions.Where(other => other.Campaign == r.Campaign).Max(other => other.Number))
            .OrderBy(r => r.Name)).ToListAsync(stop);
        return [.. rows];
    }

    /// <summary>What was kept after a revision: the parts of the plan that differ since then.</summary>
    public async Task<ImmutableArray<ChangedPart>> ChangedSince(CampaignId campaign, int number, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await db.PlanParts.Where(p => p.Campaign == campaign && p.Revision > number)
            .GroupBy(p => new { p.Kind, p.Id }).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Id)
            .Select(g => new ChangedPart(g.Key.Kind, g.Key.Id, g.Max(p => p.Revision))).ToListAsync(stop);
        return [.. rows];
    }

    /// <summary>Whether a part of the plan differs in a revision from what it was in the one before; null: no such revision, or it is the first.</summary>
    /// <param name="kind">As the plan's parts are stored: <c>template</c>, <c>promise-rule</c>, <c>procedure</c>.</param>
    public async Task<bool?> Differs(CampaignId campaign, int revision, string kind, string id, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        if (revision < 2 || !await db.Revisions.AnyAsync(r => r.Campaign == campaign && r.Number == revision, stop)) return null;
        var versions = await db.PlanParts.AsNoTracking().Where(p => p.Campaign == campaign && p.Kind == kind && p.Id == id && p.Revision <= revision)
            .OrderByDescending(p => p.Revision).Take(2).ToListAsync(stop);
        return versions is [var latest, ..] && latest.Revision == revision && latest.Document != (versions.Count > 1 ? versions[1].Document : null);
    }

    /// <summary>Keeps a plan as the next revision, with the tasks and requests that follow from it: all of it or nothing.</summary>
    /// <remarks>Refused: <c>revision-lost</c> when someone else kept that number meanwhile (each such revision is named with who, when and
    /// what), <c>unknown-revision</c> when the one before does not exist, <c>duplicate-id</c>, <c>unknown-reference</c>, and
    /// <c>new-violation</c> for what is still to come and nobody accepted.</remarks>
    public async Task<Result<Revision<Campaign>>> Append(
        Revision<Campaign> next, ImmutableArray<HearItem> hear, ImmutableArray<ToAccept> accept, AppendTerms terms, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        if (await Meanwhile.Kept(db, next, stop) is { IsEmpty: false } lost) return lost;
        var before = next.Number == 1 ? null : await Kept(db, next.Campaign, next.Number - 1, stop);
        if (before is null && next.Number != 1)
        {
            return new Problem("unknown-revision", Place.Of($"campaign {next.Campaign}"),
                $"no revision {next.Number - 1}", "a change made on a revision that was kept");
        }

        var judged = Judge(next.Plan, before?.Report, terms);
        if (!judged.Succeeded) return judged.Problems;

        var changes = PlanSections.Changes(before?.Revision.Plan, next.Plan, before?.Ordinals ?? Ordinals.None);
        var kept = new KeptPlan(next with { At = next.At.ToMicroseconds() }, judged.Value, (before?.Ordinals ?? Ordinals.None).After(changes));
        NewRows.Add(db, kept, changes, hear, accept, terms);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            // Whatever the server's default: a confirmed revision has reached the disk.
            await db.Database.ExecuteSqlAsync($"set local synchronous_commit = on", stop);
            await db.SaveChangesAsync(stop);
            await db.Announce(new(db.Tenant.Value, next.Campaign.Value, next.Number), stop);
            await transaction.CommitAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            await using var fresh = await database.CreateDbContextAsync(stop);
            if (await Meanwhile.Kept(fresh, next, stop) is { IsEmpty: false } overtaken) return overtaken;
            throw;
        }
        cache.Put(db.Tenant, kept);
        return kept.Revision;
    }

    private Result<CheckReport> Judge(Campaign plan, CheckReport? before, AppendTerms terms)
    {
        if (Refusals.OfDoubles(plan) is { IsEmpty: false } doubles) return doubles;
        // A checker may rely on every name leading somewhere, so these come first.
        var broken = References.Broken(plan);
        if (Refusals.Of(broken, before, plan, terms) is { IsEmpty: false } unknown) return unknown;
        var report = judge(plan);
        if (Refusals.Of(report.Violations, before, plan, terms) is { IsEmpty: false } refused) return refused;
        return report with { Violations = report.Violations.AddRange(broken.Where(b => report.Violations.All(v => v.Rule != References.Rule))) };
    }

    private async Task<KeptPlan?> Kept(OneFlightDb db, CampaignId campaign, int number, CancellationToken stop)
    {
        if (cache.Find(db.Tenant, campaign, number) is { } known) return known;
        if (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Campaign == campaign && r.Number == number, stop) is not { } row) return null;

        var near = cache.Below(db.Tenant, campaign, number);
        var parts = await PartsBetween(db, campaign, near?.Revision.Number ?? 0, number, stop);
        var before = near?.Revision.Plan ?? Campaign.Empty(campaign, "");
        var ordinals = near?.Ordinals ?? Ordinals.None;
        var plan = PlanSections.Apply(before, parts.Select(p => new StoredPart(p.Kind, p.Id, p.Ordinal, p.Document)), ordinals);
        var kept = new KeptPlan(
            new(campaign, number, row.At, row.Who, row.Why, plan), StoredJson.Read<CheckReport>(row.Report),
            ordinals.After(parts.Select(p => new PartChange(p.Kind, p.Id, p.Ordinal, p.Document))));
        cache.Put(db.Tenant, kept);
        return kept;
    }

    /// <summary>The latest version of each part among the versions after one revision up to another.</summary>
    private static Task<List<PlanPart>> PartsBetween(OneFlightDb db, CampaignId campaign, int after, int upTo, CancellationToken stop) =>
        db.PlanParts.FromSql($"""
            select distinct on (kind, id) * from plan_parts
            where operator_id = {db.Tenant.Value} and campaign_id = {campaign.Value} and revision > {after} and revision <= {upTo}
            order by kind, id, revision desc
            """).AsNoTracking().ToListAsync(stop);

    private static async Task<int> LatestNumber(OneFlightDb db, CampaignId campaign, CancellationToken stop) =>
        await db.Revisions.Where(r => r.Campaign == campaign).MaxAsync(r => (int?)r.Number, stop) ?? 0;

    private static IQueryable<RevisionSummary> Summaries(IQueryable<RevisionRow> rows) => rows.Select(r => new RevisionSummary(
        r.Campaign, r.Number, r.Name, r.At, r.Who, r.Why, r.PlanningNow, r.Flights, r.Missions, r.Promises, r.Violations, r.Findings));
}
