using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Readiness;

/// <summary>One row of a gate.</summary>
public sealed record ReadinessRow(ThingId Thing, string Name, GateState State);

/// <summary>Rows by light; not known is counted apart and is never green.</summary>
public sealed record LightCounts(int Green, int Amber, int Red, int Unknown, int NotApplicable)
{
    public static LightCounts Of(IEnumerable<GateLight> lights)
    {
        var by = lights.CountBy(l => l).ToDictionary();
        return new(by.GetValueOrDefault(GateLight.Green), by.GetValueOrDefault(GateLight.Amber), by.GetValueOrDefault(GateLight.Red),
            by.GetValueOrDefault(GateLight.Unknown), by.GetValueOrDefault(GateLight.NotApplicable));
    }

    public int Open => Amber + Red + Unknown;

    public int Of(GateLight light) => light switch
    {
        GateLight.Green => Green,
        GateLight.Amber => Amber,
        GateLight.Red => Red,
        GateLight.Unknown => Unknown,
        _ => NotApplicable,
    };
}

/// <summary>One gate of a flight.</summary>
/// <param name="Light">The worst of its rows; not known when there is none.</param>
/// <param name="At">When the flight passes it; null: no date, or it never comes to it.</param>
/// <param name="Rows">Open ones first, the worst first.</param>
public sealed record GateBoard(Gate Gate, GateLight Light, Instant? At, bool Passed, LightCounts Counts, ImmutableArray<ReadinessRow> Rows);

/// <summary>What must be true for a flight, gate by gate, from what all capabilities state; it knows none of them.</summary>
/// <param name="TurnsRed">Rows that turn red by themselves before landing and its reserve, soonest first.</param>
/// <param name="Holders">Who holds open rows, and how many.</param>
public sealed record ReadinessBoard(
    Flight Flight, GateLight Light, LightCounts Counts, ImmutableArray<GateBoard> Gates, ImmutableArray<ReadinessRow> TurnsRed, ImmutableArray<(string Holder, int Open)> Holders)
{
    /// <summary>Gates in the order in which a flight passes them; the license may come at any time before liftoff.</summary>
    public static readonly ImmutableArray<Gate> Order =
    [
        Gate.Contract, Gate.TrainingStart, Gate.License, Gate.CrewQualification, Gate.FlightReadiness, Gate.LaunchReadiness, Gate.Countdown,
        Gate.Docking, Gate.Undocking, Gate.Deorbit, Gate.PostFlight,
    ];

    public static ReadinessBoard Of(IEnumerable<ReadinessRow> rows, Flight flight, Instant now)
    {
        ImmutableArray<ReadinessRow> own = [.. rows.Where(r => r.State.Flight == flight.Thing)];
        var byGate = own.ToLookup(r => r.State.Gate);
        var home = GateTimes.LandingAndReserve(flight);
        return new(
            flight, own.IsEmpty ? GateLight.Unknown : GateState.Worst(own.Select(r => r.State.Light)), LightCounts.Of(own.Select(r => r.State.Light)),
            [.. Order.Select(gate => Board(flight, gate, [.. byGate[gate]], now))],
            [.. own.Where(r => r.State is { Light: not GateLight.Red, TurnsAt: { } turns } && turns > now && home is { } until && turns < until).OrderBy(r => r.State.TurnsAt).ThenBy(r => r.Thing)],
            [.. own.Where(r => IsOpen(r.State.Light)).GroupBy(r => r.State.Holder).Select(g => (g.Key, g.Count())).OrderByDescending(h => h.Item2).ThenBy(h => h.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Every gate row of a statement.</summary>
    public static ImmutableArray<ReadinessRow> RowsOf(Statement statement) =>
        [.. statement.Things.Where(t => t.Value is GateState).Select(t => new ReadinessRow(t.Id, t.Name, (GateState)t.Value))];

    public static bool IsOpen(GateLight light) => light is GateLight.Amber or GateLight.Red or GateLight.Unknown;

    private static GateBoard Board(Flight flight, Gate gate, ImmutableArray<ReadinessRow> rows, Instant now)
    {
        var at = GateTimes.Of(flight, gate);
        return new(gate, GateState.Worst(rows.Select(r => r.State.Light)), at, at <= now, LightCounts.Of(rows.Select(r => r.State.Light)),
            [.. rows.OrderBy(r => Rank(r.State.Light)).ThenBy(r => r.State.TurnsAt ?? Instant.MaxValue).ThenBy(r => r.Thing)]);
    }

    private static int Rank(GateLight light) => light switch
    {
        GateLight.Red => 0,
        GateLight.Unknown => 1,
        GateLight.Amber => 2,
        GateLight.Green => 3,
        _ => 4,
    };
}
