using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Board;

/// <summary>Where a flight stood in the earlier plan.</summary>
/// <param name="Label">How it moved: "+9 d", "to Capsule 5", "cancelled".</param>
public sealed record BoardGhost(int Lane, string Flight, string Name, string Label, ImmutableArray<BoardPart> Parts)
{
    /// <summary>An outline for every earlier bar that does not stand in the same lane at the same time any more.</summary>
    internal static ImmutableArray<BoardGhost> Between(
        ImmutableArray<BoardRow> before, ImmutableArray<BoardRow> after, IReadOnlyDictionary<string, int> lanes)
    {
        var now = after.ToLookup(row => row.Flight.Id);
        return [.. from row in before
                   where !now[row.Flight.Id].Any(other => other.Lane.Id == row.Lane.Id && Held(other).SequenceEqual(Held(row)))
                   select new BoardGhost(lanes[row.Lane.Id], row.Flight.Id.Value, row.Flight.Name, LabelOf(row, [.. now[row.Flight.Id]]), row.Parts)];
    }

    private static string LabelOf(BoardRow before, ImmutableArray<BoardRow> after)
    {
        if (after.IsEmpty) return "taken off";
        var sameLane = after.FirstOrDefault(row => row.Lane.Id == before.Lane.Id);
        var moved = after[0].Launch - before.Launch;
        // A stay can move although the liftoff does not.
        if (moved == Duration.Zero && sameLane is not null) moved = Held(sameLane).First().From - Held(before).First().From;
        var to = sameLane is null ? $"to {after[0].Lane.Name}" : "";
        var by = moved == Duration.Zero ? "" : Say.Moved(moved);
        return (to, by) switch
        {
            ("", "") => "changed",
            ("", _) => by,
            (_, "") => to,
            _ => $"{by}, {to}",
        };
    }

    private static IEnumerable<BoardPart> Held(BoardRow row) =>
        row.Parts.Where(part => part.Kind is not (PartKind.Prepare or PartKind.After or PartKind.Turnaround or PartKind.Processing));
}
