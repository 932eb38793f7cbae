using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Replay;

/// <summary>Who says at which port a vehicle arrives.</summary>
public enum ArrivalPorts
{
    /// <summary>The replay chooses.</summary>
    Free,

    /// <summary>The plan that is replayed: the port of its first stay.</summary>
    Flown,
}

/// <summary>A port for every vehicle at every time, with the fewest moves of docked vehicles, and why fewer are impossible.</summary>
/// <param name="Stays">By arrival; a vehicle that moves has one for each port.</param>
/// <param name="Moves">In time order.</param>
/// <param name="Fewest">Null: some vehicle cannot be placed with any number of moves.</param>
/// <param name="Proof">For people, one paragraph for each station.</param>
/// <param name="Impossible">What cannot be placed and why; empty when everything is. The vehicles of such a station have no stays here.</param>
public sealed record ReplayAnswer(
    ImmutableArray<ReplayStay> Stays, ImmutableArray<ReplayMove> Moves, int? Fewest, string Proof, ImmutableArray<string> Impossible);

/// <param name="To">Null: for good, or past what is known.</param>
public sealed record ReplayStay(FlightId Mission, PortId Port, Instant From, Instant? To);

/// <param name="At">When it leaves the old port; it is at the new one after the station's relocation time.</param>
/// <param name="Reason">What forced it.</param>
public sealed record ReplayMove(FlightId Mission, PortId FromPort, PortId ToPort, Instant At, string Reason);
