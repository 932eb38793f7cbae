using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.FlightControl;

/// <summary>One moment or stretch of a flight with its time relative to an anchor: a row of <c>data/flight-phases.csv</c>.</summary>
/// <param name="AppliesTo">crewed, cargo, station, free-flyer or all.</param>
/// <param name="Stretch">countdown, ascent, docking, return and so on.</param>
/// <param name="Kind">milestone, poll, check, burn, abort-mode and so on.</param>
/// <param name="Start">Relative to the anchor; negative: before it.</param>
/// <param name="Limit">What must hold to pass it.</param>
/// <param name="Fallback">What is done when it does not.</param>
public sealed record FlightPhase(
    string Id, string AppliesTo, string Stretch, string Kind, Anchor Anchor, Duration Start, Duration Lasts,
    string Event, string Limit, string Who, string Fallback, string Basis, string Confidence, string TextSeen)
{
    public const string Liftoff = "AS-01", Docking = "DK-01", Undocking = "UD-06", Landing = "RE-10", AbortMode = "abort-mode", Poll = "poll";
}

/// <summary>Which flights a row of the tables is for.</summary>
public static class AppliesTo
{
    public static readonly ImmutableArray<string> Words = ["all", "crewed", "cargo", "station", "free-flyer"];

    public static bool Suits(string word, Flight flight) => word switch
    {
        "all" => true,
        "crewed" => flight.Seats.Length > 0,
        "cargo" => flight.Kind == FlightKind.Cargo,
        "station" => flight.Wish.Station is not null,
        "free-flyer" => flight.Wish.Station is null,
        _ => false,
    };
}
