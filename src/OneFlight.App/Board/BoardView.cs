using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;

namespace OneFlight.App.Board;

/// <summary>What a lane of the board is.</summary>
public enum BoardLanes { Vehicle, Pad, Port, Flight }

/// <summary>A campaign as lanes of bars over time, beside an earlier plan where one is given.</summary>
/// <param name="Start">Beginning of what is held; a campaign without a plan shows a year around now.</param>
/// <param name="NotShown">Flights that hold no lane of this kind, such as free flights on the lanes of ports.</param>
public sealed record BoardView(
    BoardLanes By, Instant Start, Instant End, ImmutableArray<BoardLane> Lanes, ImmutableArray<BoardBar> Bars,
    ImmutableArray<BoardGhost> Ghosts, int NotShown)
{
    /// <param name="before">The plan shown as outlines; null: none.</param>
    /// <param name="report">What the checker says of the plan; marks the bars.</param>
    public static BoardView From(Campaign plan, Campaign? before, CheckReport report, Instant now, BoardLanes by)
    {
        var marks = BoardMark.ByFlight(report);
        var placed = BoardRows.Of(plan, by, now).ToImmutableArray();
        var earlier = before is null ? [] : BoardRows.Of(before, by, now).ToImmutableArray();
        var lanes = placed.Concat(earlier).Select(row => row.Lane).Concat(BoardRows.Idle(plan, by))
            .DistinctBy(lane => lane.Id).OrderBy(lane => lane.Order).ThenBy(lane => lane.Name, NaturalOrder.Instance).ThenBy(lane => lane.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var index = lanes.Select((lane, at) => (lane.Id, at)).ToDictionary(x => x.Id, x => x.at, StringComparer.Ordinal);

        var activities = new BoardActivities(plan);
        var bars = placed.Select(row => row.ToBar(index[row.Lane.Id], marks[row.Flight.Id], activities)).ToImmutableArray();
        var ghosts = BoardGhost.Between(earlier, placed, index);
        var (from, to) = SpanOf(bars, now);
        return new(by, from, to, lanes, bars, ghosts, plan.Flights.Count(f => f.Cancelled is null) - placed.DistinctBy(row => row.Flight.Id).Count());
    }

    private static (Instant From, Instant To) SpanOf(ImmutableArray<BoardBar> bars, Instant now)
    {
        var held = bars.SelectMany(bar => bar.Parts).Where(part => part.Kind is not (PartKind.Prepare or PartKind.After or PartKind.Turnaround)).ToList();
        return held.Count == 0
            ? (now - Duration.FromDays(30), now + Duration.FromDays(335))
            : (held.Min(part => part.From), held.Max(part => part.To));
    }
}

/// <summary>One row of the board.</summary>
/// <param name="Id">The thing that the lane is, <c>kind:id</c>.</param>
/// <param name="Group">Heading that lanes of one kind stand under; null: none.</param>
/// <param name="Order">Groups first, then lanes that have an order of their own.</param>
public sealed record BoardLane(string Id, string Name, string? Group, long Order);

/// <summary>What a stretch of a bar is.</summary>
public enum PartKind { Prepare, Processing, Pad, Hold, Transit, Docked, Flight, Turnaround, After }

/// <summary>A stretch of a bar.</summary>
public readonly record struct BoardPart(PartKind Kind, Instant From, Instant To);

/// <summary>How far a flight is, which decides how its bar looks.</summary>
public enum BarState { Flown, Flying, Planned, Unplanned }

/// <summary>A flight in a lane.</summary>
/// <param name="About">One line for people: kind, vehicle, pad, ports.</param>
public sealed record BoardBar(
    int Lane, string Flight, string Name, string About, BarState State, Instant Launch,
    ImmutableArray<BoardPart> Parts, ImmutableArray<BoardMark> Marks, ImmutableArray<BoardActivity> Activities);

/// <summary>An activity on a bar.</summary>
public readonly record struct BoardActivity(string Name, Instant Start, Instant End, OneFlight.Operations.Flights.ActivityStatus Status);
