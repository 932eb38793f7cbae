using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;

namespace OneFlight.App.Stewardship;

/// <summary>Who must hear of what was kept, in order, and what others are asked to accept.</summary>
/// <param name="Problems">Why the last tick or decision was refused.</param>
public sealed record TasksView(
    OpenCampaign Open, ImmutableArray<HearList> Lists, ImmutableArray<AcceptRequest> Requests, bool MayTick, bool MayDecide,
    ImmutableArray<Problem> Problems, Instant Now, bool All)
{
    public int OpenLines => Lists.Sum(l => l.Waves.Sum(w => w.Lines.Count(t => t.DoneAt is null)));

    public static TasksView From(
        OpenCampaign open, ImmutableArray<HearTask> tasks, ImmutableArray<AcceptRequest> requests, Viewer viewer,
        ImmutableArray<Problem> problems, Instant now, bool all) => new(
            open,
            [.. tasks.GroupBy(t => t.Revision).OrderByDescending(g => g.Key).Select(g => HearList.Of(g.Key, [.. g]))],
            [.. requests.OrderBy(r => r.State).ThenBy(r => r.By)],
            viewer.May(Policies.TaskTick), viewer.May(Policies.AcceptDecide), problems, now, all);
}

/// <summary>The hear-list of one kept revision.</summary>
public sealed record HearList(int Revision, ImmutableArray<TaskWave> Waves)
{
    public static HearList Of(int revision, ImmutableArray<HearTask> tasks)
    {
        var done = tasks.Where(t => t.DoneAt is not null).Select(t => t.Line).ToHashSet();
        var names = tasks.ToDictionary(t => t.Line, t => t.ShownAs);
        return new(revision, [.. tasks.GroupBy(t => t.Wave).OrderBy(g => g.Key).Select(g => new TaskWave(
            g.Key, [.. g.OrderBy(t => t.DoneAt is not null).ThenBy(t => t.By).ThenBy(t => t.Line, StringComparer.Ordinal)],
            g.ToImmutableDictionary(t => t.Line, t => t.After.Where(a => !done.Contains(a)).Select(a => names.GetValueOrDefault(a, a)).ToImmutableArray())))]);
    }
}

/// <param name="WaitsFor">For each line, who must be told before and is not told yet.</param>
public sealed record TaskWave(int Number, ImmutableArray<HearTask> Lines, ImmutableDictionary<string, ImmutableArray<string>> WaitsFor);
