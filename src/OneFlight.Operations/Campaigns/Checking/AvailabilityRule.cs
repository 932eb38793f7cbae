using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>incompatible: a port is used only while it exists. Where another vehicle holds it then, that is the fault and this its consequence.</summary>
internal static class AvailabilityRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Flights)
        {
            if (judgment.AtFault(Rules.TimeOrder, flight.Id) || judgment.AtFault(Rules.Incompatible, flight.Id) || judgment.AtFault(Rules.PortDouble, flight.Id)) continue;
            var faults = flight.Claims.Where(s => facts.Ports.ContainsKey(s.Port)).Select(s => (s.Port, Text: Fault(s, facts.Ports[s.Port].Port)))
                .Where(f => f.Text is not null).ToList();
            if (faults.Count > 0)
                judgment.Violate(Rules.Incompatible, flight.Id, string.Join("; ", faults.Select(f => f.Text)), [.. faults.Select(f => f.Port.Thing).Distinct()]);
        }
    }

    private static string? Fault(PortStay stay, Port port)
    {
        if (stay.From < port.AvailableFrom) return $"attached {Say.At(stay.From)} at {port.Name}, which exists from {Say.At(port.AvailableFrom.Value)}";
        if (port.AvailableTo is not { } gone) return null;
        // What comes for good at the very end is what ends the port: a module that takes it over.
        if (stay.To is null && stay.From == gone) return null;
        return stay.From >= gone || stay.To is null || stay.To > gone ? $"attached at {port.Name}, which exists until {Say.At(gone)}" : null;
    }
}
