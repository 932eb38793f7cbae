using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>incompatible: vehicle, port and pad fit by type and by interface. One violation for each flight, with everything that does not fit.</summary>
internal static class CompatibilityRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Flights)
        {
            List<ThingId> things = [];
            List<string> faults = [];
            Unit(flight, things, faults);
            Pad(facts, flight, things, faults);
            foreach (var stay in flight.Claims) Stay(facts, flight, stay, things, faults);
            if (flight.Type is null || flight.Claims.Any(s => !Takes(facts, flight.Type, s))) judgment.Misplace(flight.Id);
            if (faults.Count > 0) judgment.Violate(Rules.Incompatible, flight.Id, string.Join("; ", faults.Distinct()), [.. things.Distinct()]);
        }
    }

    private static void Unit(PlannedFlight flight, List<ThingId> things, List<string> faults)
    {
        if (flight.Type is null)
        {
            things.Add(flight.Plan.Vehicle.Thing);
            faults.Add($"vehicle {flight.Plan.Vehicle} or its type is not in the fleet");
        }
        else if (flight.Plan.Flown?.Interface is { } said && flight.Type.Interface is { } own && !Names(own).Contains(said))
        {
            faults.Add($"recorded with {said}, a {flight.Type.Name} has {own}");
        }
    }

    private static void Pad(CheckFacts facts, PlannedFlight flight, List<ThingId> things, List<string> faults)
    {
        if (flight.Plan.Pad is not { } id) return;
        var pad = facts.Pads.GetValueOrDefault(id);
        if (pad is null) faults.Add($"pad {id} is not in the fleet");
        else if (!pad.Serves.IsEmpty && flight.Type is { } type && !pad.Serves.Contains(type.Id)) faults.Add($"pad {pad.Name} does not serve {type.Name}");
        else return;
        things.Add(id.Thing);
    }

    private static void Stay(CheckFacts facts, PlannedFlight flight, PortStay stay, List<ThingId> things, List<string> faults)
    {
        var before = faults.Count;
        if (!facts.Ports.TryGetValue(stay.Port, out var at)) faults.Add($"port {stay.Port} is on no station");
        else if (flight.Type is { } type)
        {
            var with = stay.Interface ?? flight.Plan.Flown?.Interface ?? type.Interface;
            if (!at.Port.Compatible.IsEmpty && !at.Port.Compatible.Contains(type.Id)) faults.Add($"port {at.Port.Name} does not take a {type.Name}");
            if (with is not null && at.Port.Interface.Length > 0 && !Names(at.Port.Interface).Intersect(Names(with)).Any())
                faults.Add($"attached with {with} at {at.Port.Name}, which has {at.Port.Interface}");
            else if (stay.Interface is { } said && type.Interface is { } own && !Names(own).Contains(said))
                faults.Add($"attached with {said}, a {type.Name} has {own}");
        }
        if (faults.Count > before) things.Add(stay.Port.Thing);
    }

    /// <summary>The port takes such a vehicle, whatever a record says it was attached with.</summary>
    private static bool Takes(CheckFacts facts, VehicleType type, PortStay stay) => facts.Ports.TryGetValue(stay.Port, out var at)
        && (at.Port.Compatible.IsEmpty || at.Port.Compatible.Contains(type.Id))
        && (type.Interface is not { } own || at.Port.Interface.Length == 0 || Names(at.Port.Interface).Intersect(Names(own)).Any());

    private static string[] Names(string interfaces) => interfaces.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
