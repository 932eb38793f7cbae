using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Exchange;

/// <summary>The milestones of a flown flight as a small template for each way to fly, each milestone after the one before.</summary>
internal static class IssTrafficTemplates
{
    private static readonly Step
        Liftoff = new("F-LIFTOFF", "Liftoff", Anchor.Launch, Duration.Zero, SlipBehavior.Anchor),
        Capture = new("F-CAPTURE", "Capture by the station's arm", Anchor.Arrival, Duration.FromHours(-3), SlipBehavior.MovesWithLaunch),
        Arrive = new("F-ARRIVE", "Attached to the port", Anchor.Arrival, Duration.Zero, SlipBehavior.Anchor),
        Unberth = new("F-UNBERTH", "Taken off the port by the arm", Anchor.Departure, Duration.FromHours(-3), SlipBehavior.MovesWithLanding),
        Depart = new("F-DEPART", "Free flight from the station begins", Anchor.Departure, Duration.Zero, SlipBehavior.Anchor),
        End = new("F-END", "Landing, splashdown or re-entry", Anchor.End, Duration.Zero, SlipBehavior.Anchor);

    private sealed record Step(string Id, string Name, Anchor Anchor, Duration Offset, SlipBehavior OnSlip, int Move = 0)
    {
        public Duration Lasts => Move > 0 ? Duration.FromMinutes(50) : Duration.Zero;
    }

    /// <summary>The template of a flight: by how it arrives and how often it moves.</summary>
    public static string IdOf(IssTrafficRecord record) => Way(record) + (record.Moves.Length > 0 ? $"-{record.Moves.Length}-moved" : "");

    /// <summary>All templates that the records use.</summary>
    public static ImmutableArray<MissionTemplate> For(IEnumerable<IssTrafficRecord> records) =>
        [.. records.GroupBy(IdOf).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Template(g.Key, Steps(g.First())))];

    /// <summary>The milestones with their recorded times; one without a time is not there.</summary>
    public static ImmutableArray<PlannedActivity> Flown(IssTrafficRecord record, Instant? now)
    {
        var flown = ImmutableArray.CreateBuilder<PlannedActivity>();
        foreach (var step in Steps(record))
        {
            var (start, end) = Times(record, step);
            if (start is { } from && end is { } to) flown.Add(new(new(step.Id), from, to, Status(from, to, now)));
        }
        return flown.ToImmutable();
    }

    private static string Way(IssTrafficRecord record) =>
        record.EndKind == "permanent" ? "flown-for-good"
        : !record.LaunchKnown ? "flown-from-before"
        : record.Arrival is null ? "flown-free"
        : Berths(record) ? "flown-berthed"
        : "flown-docked";

    /// <summary>Only where the arm's times are known; without them it is shown like a docking.</summary>
    private static bool Berths(IssTrafficRecord record) =>
        record.Berths && record.Capture is not null && (record.Unberth is not null || record.Departure is null);

    private static ImmutableArray<Step> Steps(IssTrafficRecord record)
    {
        var moves = Enumerable.Range(1, record.Moves.Length).Select(Move);
        return Way(record) switch
        {
            "flown-for-good" => [Liftoff, Arrive, .. moves],
            "flown-from-before" => [Arrive, .. moves, Depart, End],
            "flown-free" => [Liftoff, End],
            "flown-berthed" => [Liftoff, Capture, Arrive, .. moves, Unberth, Depart, End],
            _ => [Liftoff, Arrive, .. moves, Depart, End],
        };
    }

    private static Step Move(int number) => new(
        $"F-MOVE{number}", $"Moves to another port ({number})", Anchor.Arrival, Duration.FromDays(number), SlipBehavior.MovesWithLaunch, number);

    private static MissionTemplate Template(string id, ImmutableArray<Step> steps) => new(id, $"Milestones of a flight {id.Replace('-', ' ')}",
    [
        .. steps.Select((step, i) => new ActivityTemplate(
            new(step.Id), step.Name, "milestone", step.Anchor, step.Offset, step.Lasts, step.Lasts, step.Lasts, [],
            i == 0 ? [] : [new(new(steps[i - 1].Id), false)], ["flight director"], step.OnSlip, "H")),
    ]);

    private static (Instant?, Instant?) Times(IssTrafficRecord record, Step step)
    {
        if (step.Move > 0) return (record.Moves[step.Move - 1].Leaves, record.Moves[step.Move - 1].Comes);
        Instant? at = step.Id switch
        {
            "F-LIFTOFF" => record.Launch,
            "F-CAPTURE" => record.Capture,
            "F-ARRIVE" => record.Arrival,
            "F-UNBERTH" => record.Unberth,
            "F-DEPART" => record.Departure,
            _ => record.End,
        };
        return (at, at);
    }

    private static ActivityStatus Status(Instant start, Instant end, Instant? now) =>
        end <= now ? ActivityStatus.Done : start <= now ? ActivityStatus.Begun : ActivityStatus.Planned;
}
