using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>port-double: one vehicle at a port at a time.</summary>
internal static class PortRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var (port, stays) in Stays(facts, judgment, f => f.Claims))
        {
            Attached? holder = null;
            foreach (var stay in stays)
            {
                if (holder is not null && holder.Flight.Id != stay.Flight.Id && stay.From < holder.To && !judgment.AtFaultTogether(holder.Flight.Id, stay.Flight.Id))
                {
                    judgment.Violate(Rules.PortDouble, holder.Flight.Id, stay.Flight.Id, port.Thing,
                        $"held by {holder.Flight.Id} {Say.Until(holder.To)} and by {stay.Flight.Id} from {Say.At(stay.From)}");
                }
                if (holder is null || stay.To >= holder.To) holder = stay;
            }
        }
    }

    /// <summary>The stays at each port in time order, of flights whose own times and fit are sound.</summary>
    public static IEnumerable<(PortId Port, IEnumerable<Attached> Stays)> Stays(
        CheckFacts facts, Judgment judgment, Func<PlannedFlight, IEnumerable<PortStay>> of) =>
        facts.Flights.Where(f => !judgment.AtFault(Rules.TimeOrder, f.Id) && !judgment.Misplaced(f.Id))
            .SelectMany(f => of(f).Select(s => new Attached(f, s)))
            .GroupBy(a => a.Stay.Port)
            .Select(g => (g.Key, (IEnumerable<Attached>)g.OrderBy(a => a.From).ThenBy(a => a.Flight.Id.Value, StringComparer.Ordinal)));
}

/// <summary>A flight at a port.</summary>
internal sealed record Attached(PlannedFlight Flight, PortStay Stay)
{
    public Instant From => Stay.From;
    public Instant To => Stay.To ?? Instant.MaxValue;
}
