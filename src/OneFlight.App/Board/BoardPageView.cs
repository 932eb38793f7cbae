using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Board;

/// <summary>The page around the board: what it shows in a sentence, the other ways to cut it, and the same as a table.</summary>
/// <param name="Source">Where the timeline element finds its data.</param>
public sealed record BoardPageView(
    OpenCampaign Open, BoardQuery Asked, Query Query, string Heading, int Conflicts, int Findings, int NotShown, string Source, ImmutableArray<BoardTableRow> Rows)
{
    public static BoardPageView From(OpenCampaign open, OpenCampaign? before, BoardQuery asked, Query query)
    {
        var board = BoardOf(open, before, asked);
        var source = $"{Paths.Board(open.Id)}.json?by={asked.By.ToString().ToLowerInvariant()}{(asked.Before is { } number ? $"&before={number}" : "")}";
        return new(open, asked, query, HeadingOf(open, board), open.Check.Violations.Length, open.Check.Findings.Length, board.NotShown, source, RowsOf(open));
    }

    /// <summary>The board of a revision, worked out once and shared by its page and its data.</summary>
    internal static BoardView BoardOf(OpenCampaign open, OpenCampaign? before, BoardQuery asked) => open.View(
        $"board|{BoardEndpoints.KeyOf(open, asked)}", () => BoardView.From(open.Campaign, before?.Campaign, open.Check, open.Now, asked.By));

    private static string HeadingOf(OpenCampaign open, BoardView board)
    {
        var flights = open.Campaign.Flights.Count(f => f.Cancelled is null);
        var (from, to) = (board.Start.InUtc().Year, board.End.InUtc().Year);
        var years = from == to ? $"{from}" : $"{from} to {to}";
        return $"{Say.Count(flights, "flight")}, {years}, by {board.By.ToString().ToLowerInvariant()}";
    }

    private static ImmutableArray<BoardTableRow> RowsOf(OpenCampaign open)
    {
        var marks = BoardMark.ByFlight(open.Check);
        return [.. open.Campaign.Flights.Select(flight => BoardTableRow.Of(open, flight, marks[flight.Id], open.Now)).OrderBy(row => row.Liftoff)];
    }
}

/// <summary>A flight in a line, for whoever reads rather than looks.</summary>
public sealed record BoardTableRow(Flight Flight, string State, string Vehicle, string Pad, string Ports, Instant Liftoff, Instant? Landing, int Conflicts, string Marks)
{
    public static BoardTableRow Of(OpenCampaign open, Flight flight, IEnumerable<BoardMark> marks, Instant now)
    {
        var (plan, index) = (flight.Plan, open.Index);
        var listed = marks.ToList();
        return new(flight, StateOf(flight, now), plan is null ? "–" : index.NameOf(plan.Vehicle),
            plan?.Pad is { } pad ? index.NameOf(pad) : "–", plan is null || plan.Stays.IsEmpty ? "–" : string.Join(" → ", plan.Stays.Select(s => index.NameOf(s.Port))),
            plan?.Launch ?? flight.Wish.Launch, plan?.End, listed.Count(m => m.Hard), string.Join("; ", listed.Where(m => m.Hard).Select(m => m.Text)));
    }

    private static string StateOf(Flight flight, Instant now) => (flight.Cancelled, flight.Plan) switch
    {
        (not null, _) => "cancelled",
        (_, null) => "not planned",
        (_, { End: { } end }) when end <= now => "flown",
        (_, { Launch: var launch }) when launch <= now => "in flight",
        _ => "planned",
    };
}
