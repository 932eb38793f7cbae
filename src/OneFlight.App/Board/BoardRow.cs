using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Board;

/// <summary>A flight in a lane before lanes are numbered.</summary>
internal sealed record BoardRow(BoardLane Lane, Flight Flight, string About, BarState State, ImmutableArray<BoardPart> Parts)
{
    /// <summary>The planned liftoff, or the wanted one while there is no plan.</summary>
    public Instant Launch => Flight.Plan?.Launch ?? Flight.Wish.Launch;

    public BoardBar ToBar(int lane, IEnumerable<BoardMark> marks, BoardActivities activities) => new(
        lane, Flight.Id.Value, Flight.Name, About, State, Launch, Parts, [.. marks],
        activities.Within(Flight, Parts.Min(part => part.From), Parts.Max(part => part.To)));
}
