using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.Board;

/// <summary>A broken rule or a weakness, on the bar of a flight that it names.</summary>
/// <param name="Hard">True: the plan cannot be flown so.</param>
public sealed record BoardMark(bool Hard, string Rule, string Text)
{
    /// <summary>More marks than these on one flight are not read by anybody; the check page lists all.</summary>
    private const int MostOnOneFlight = 12;

    /// <summary>The marks of each flight, hard ones first.</summary>
    public static ILookup<FlightId, BoardMark> ByFlight(CheckReport report) =>
        Of(report.Violations, hard: true).Concat(Of(report.Findings, hard: false))
            .GroupBy(x => x.Flight).SelectMany(flight => flight.Take(MostOnOneFlight))
            .ToLookup(x => x.Flight, x => x.Mark);

    private static IEnumerable<(FlightId Flight, BoardMark Mark)> Of(IEnumerable<Violation> violations, bool hard) =>
        from violation in violations
        from flight in violation.Subjects.Select(FlightOf).OfType<FlightId>().Distinct()
        select (flight, new BoardMark(hard, violation.Rule, violation.Facts));

    /// <summary>The flight that a thing is or belongs to; activities, stays and seats are named <c>FLIGHT/…</c>.</summary>
    private static FlightId? FlightOf(ThingId thing) => thing.Kind switch
    {
        FlightKinds.Flight or FlightKinds.Wish => new FlightId(thing.Id),
        FlightKinds.Activity or FlightKinds.Stay or FlightKinds.Seat => new FlightId(thing.Id.Split('/')[0]),
        _ => null,
    };
}
