using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Replay;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Tests.Campaigns.Replay;

/// <summary>Judges a replay by the campaign's own facts, apart from the solver: every line it returns is a fault.</summary>
internal static class ReplayVerifier
{
    internal static IEnumerable<string> Faults(Campaign campaign, ReplayAnswer answer, bool portWishes)
    {
        var docked = campaign.Flights.Where(f => f.Plan is { Stays.Length: > 0 }).ToDictionary(f => f.Id);
        var faults = docked.Keys.Except(answer.Stays.Select(s => s.Mission)).Select(id => $"{id} is nowhere").ToList();
        foreach (var own in answer.Stays.GroupBy(s => s.Mission)) faults.AddRange(OfFlight(campaign, docked[own.Key], [.. own.OrderBy(s => s.From)], answer, portWishes));
        foreach (var station in campaign.Fleet.Stations)
        {
            faults.AddRange(OfPorts(station, answer));
            faults.AddRange(OfMoves(station, answer));
        }
        if (answer.Fewest != answer.Moves.Length) faults.Add($"{answer.Fewest} moves are said, {answer.Moves.Length} are there");
        return faults;
    }

    private static IEnumerable<string> OfFlight(Campaign campaign, Flight flight, ReplayStay[] own, ReplayAnswer answer, bool portWishes)
    {
        var flown = flight.Plan!.Stays;
        if (own[0].From != flown[0].From || own[^1].To != flown[^1].To) yield return $"{flight.Id} comes or leaves at another time";
        var type = flight.Plan.Flown?.Type ?? campaign.Fleet.Vehicles.Single(v => v.Id == flight.Plan.Vehicle).Type;
        var module = campaign.Fleet.Types.Single(t => t.Id == type).Role == VehicleRole.Module;
        if (module && (own.Length > 1 || own[0].Port != flown[0].Port)) yield return $"{flight.Id} is a module and moves";
        for (var i = 0; i < own.Length; i++)
        {
            var station = campaign.Fleet.Stations.Single(s => s.Ports.Any(p => p.Id == own[i].Port));
            var port = station.Ports.Single(p => p.Id == own[i].Port);
            if (!port.Compatible.Contains(type)) yield return $"{flight.Id} does not fit {port.Id}";
            if (portWishes && !flight.Wish.Ports.IsEmpty && !flight.Wish.Ports.Contains(port.Id)) yield return $"{flight.Id} is at {port.Id} against its wish";
            var late = port.AvailableTo is { } to && (own[i].To is not { } leaves || leaves > to);
            if ((own[i].From < port.AvailableFrom || late) && !module) yield return $"{own[i]} is outside the port's time";
            if (i == 0) continue;
            if (own[i].From - own[i - 1].To != station.Traffic.Relocation) yield return $"{flight.Id} is too long or too short between ports";
            if (!answer.Moves.Any(m => m.Mission == flight.Id && m.At == own[i - 1].To && m.FromPort == own[i - 1].Port && m.ToPort == own[i].Port)) yield return $"{flight.Id} moves unsaid";
        }
    }

    private static IEnumerable<string> OfPorts(Station station, ReplayAnswer answer)
    {
        foreach (var port in station.Ports)
        {
            var held = answer.Stays.Where(s => s.Port == port.Id).OrderBy(s => s.From).ToArray();
            for (var i = 1; i < held.Length; i++)
                if (held[i - 1].To is not { } left || held[i].From - left < station.Traffic.SamePort) yield return $"{held[i]} comes too soon after {held[i - 1]}";
        }
    }

    private static IEnumerable<string> OfMoves(Station station, ReplayAnswer answer)
    {
        var events = answer.Stays.Where(s => station.Ports.Any(p => p.Id == s.Port))
            .SelectMany(s => new[] { (s.Mission, At: (Instant?)s.From), (s.Mission, At: s.To) }).Where(e => e.At is not null).ToArray();
        foreach (var move in answer.Moves.Where(m => station.Ports.Any(p => p.Id == m.FromPort)))
            foreach (var end in new[] { move.At, move.At + station.Traffic.Relocation })
                foreach (var other in events.Where(e => e.Mission != move.Mission))
                    if (Duration.Max(end - other.At!.Value, other.At.Value - end) < station.Traffic.BetweenEvents) yield return $"{move} is too close to {other}";
    }
}
