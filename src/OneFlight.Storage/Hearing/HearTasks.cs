using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Changes;

namespace OneFlight.Storage.Hearing;

/// <summary>The hear-lists of kept revisions: read, and ticked off.</summary>
public sealed class HearTasks(IDbContextFactory<OneFlightDb> database)
{
    /// <summary>The tasks of one revision in the order in which people hear.</summary>
    public Task<ImmutableArray<HearTask>> Of(CampaignId campaign, int revision, CancellationToken stop) =>
        Read(db => db.HearTasks.Where(t => t.Campaign == campaign && t.Revision == revision), stop);

    /// <summary>What is still to be told, over all revisions of a campaign, the most urgent first within a wave.</summary>
    public Task<ImmutableArray<HearTask>> Open(CampaignId campaign, CancellationToken stop) =>
        Read(db => db.HearTasks.Where(t => t.Campaign == campaign && t.DoneAt == null), stop);

    /// <summary>Every line of some hearers, told or not, over all revisions of a campaign.</summary>
    /// <param name="hearers">Their things, written <c>kind:id</c>.</param>
    public Task<ImmutableArray<HearTask>> For(CampaignId campaign, IReadOnlyCollection<string> hearers, CancellationToken stop) =>
        Read(db => db.HearTasks.Where(t => t.Campaign == campaign && hearers.Contains(t.Hearer)), stop);

    /// <summary>Ticks a line off.</summary>
    /// <remarks>Refused: <c>unknown-task</c>, <c>already-told</c>, and <c>told-too-early</c> when someone who hears first has not heard,
    /// unless it is recorded as out of order with a note.</remarks>
    public async Task<Result<HearTask>> TickTask(CampaignId campaign, int revision, string line, Told told, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var tasks = await db.HearTasks.AsNoTracking().Where(t => t.Campaign == campaign && t.Revision == revision).ToListAsync(stop);
        var where = Place.Of($"campaign {campaign}, revision {revision}, line {line}");
        if (tasks.SingleOrDefault(t => t.Line == line) is not { } task)
            return new Problem("unknown-task", where, "no such line", "a line of the revision's hear-list");
        if (task.DoneAt is not null) return AlreadyTold(where, task);
        if (TooEarly(where, task, tasks, told) is { } early) return early;

        var written = await db.HearTasks
            .Where(t => t.Campaign == campaign && t.Revision == revision && t.Line == line && t.DoneAt == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(t => t.DoneAt, told.At).SetProperty(t => t.DoneBy, told.By)
                .SetProperty(t => t.Means, told.Means).SetProperty(t => t.Note, told.Note), stop);
        var now = await db.HearTasks.AsNoTracking().SingleAsync(t => t.Campaign == campaign && t.Revision == revision && t.Line == line, stop);
        if (written == 0) return AlreadyTold(where, now);
        await db.Announce(new(db.Tenant.Value, campaign.Value, revision, Task: line), stop);
        await transaction.CommitAsync(stop);
        return now;
    }

    private static Problem AlreadyTold(Place where, HearTask task) =>
        new("already-told", where, $"told by {task.DoneBy} ({task.Means})", "a line that is still open");

    private static Problem? TooEarly(Place where, HearTask task, List<HearTask> tasks, Told told)
    {
        var waiting = tasks.Where(t => task.After.Contains(t.Line) && t.DoneAt is null).Select(t => t.ShownAs).ToList();
        if (waiting.Count == 0 || (told.OutOfOrder && !string.IsNullOrWhiteSpace(told.Note))) return null;
        return new("told-too-early", where, $"not yet told: {string.Join(", ", waiting)}",
            "those told first, or a note why this one heard out of order");
    }

    private async Task<ImmutableArray<HearTask>> Read(Func<OneFlightDb, IQueryable<HearTask>> tasks, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await tasks(db).AsNoTracking().OrderByDescending(t => t.Revision).ThenBy(t => t.Wave).ThenBy(t => t.By).ThenBy(t => t.Line).ToListAsync(stop);
        return [.. rows];
    }
}
