using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>traffic: arrivals, departures and moves of different vehicles keep apart at a station, and a port rests between two vehicles.</summary>
internal static class TrafficRule
{
    private sealed record Event(PlannedFlight Flight, Instant At, string What);

    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var station in facts.Campaign.Fleet.Stations)
        {
            var ports = station.Ports.Select(p => p.Id).ToHashSet();
            Spacing(station, Events(facts, judgment, ports), judgment);
        }
        foreach (var (port, stays) in PortRule.Stays(facts, judgment, f => f.Plan.Stays))
            if (facts.Ports.TryGetValue(port, out var at)) SamePort(at.Station, at.Port, stays, judgment);
    }

    private static void Spacing(Station station, List<Event> events, Judgment judgment)
    {
        for (var i = 0; i < events.Count; i++)
        {
            // The nearest later event of another flight is enough: those behind it are judged against it.
            var next = i + 1;
            while (next < events.Count && events[next].Flight.Id == events[i].Flight.Id && events[next].At - events[i].At < station.Traffic.BetweenEvents) next++;
            if (next >= events.Count || events[next].Flight.Id == events[i].Flight.Id) continue;
            var apart = events[next].At - events[i].At;
            if (apart >= station.Traffic.BetweenEvents) continue;
            Violate(events[i].Flight, events[next].Flight, judgment,
                $"{Say.Long(apart)} between {events[i].What} of {events[i].Flight.Id} {Say.At(events[i].At)} and {events[next].What} of {events[next].Flight.Id} {Say.At(events[next].At)}, at least {Say.Long(station.Traffic.BetweenEvents)}");
        }
    }

    private static void SamePort(Station station, Port port, IEnumerable<Attached> stays, Judgment judgment)
    {
        Attached? before = null;
        foreach (var stay in stays)
        {
            if (before is not null && before.Flight.Id != stay.Flight.Id && stay.From >= before.To && stay.From - before.To < station.Traffic.SamePort)
            {
                Violate(before.Flight, stay.Flight, judgment,
                    $"{Say.Long(stay.From - before.To)} between {before.Flight.Id} leaving {port.Name} {Say.At(before.To)} and {stay.Flight.Id} coming {Say.At(stay.From)}, at least {Say.Long(station.Traffic.SamePort)}");
            }
            if (before is null || stay.To >= before.To) before = stay;
        }
    }

    private static void Violate(PlannedFlight earlier, PlannedFlight later, Judgment judgment, string text)
    {
        if (judgment.AtFaultTogether(earlier.Id, later.Id)) return;
        if (judgment.AtFault(Rules.PortDouble, earlier.Id) || judgment.AtFault(Rules.PortDouble, later.Id)) return;
        judgment.Violate(Rules.Traffic, earlier.Id, later.Id, null, text);
    }

    private static List<Event> Events(CheckFacts facts, Judgment judgment, HashSet<PortId> ports)
    {
        List<Event> events = [];
        foreach (var flight in facts.Flights)
        {
            if (judgment.AtFault(Rules.TimeOrder, flight.Id) || judgment.Misplaced(flight.Id)) continue;
            var (plan, stays) = (flight.Plan, flight.Plan.Stays);
            if (stays.IsEmpty || !ports.Contains(stays[0].Port)) continue;
            foreach (var stay in stays)
            {
                events.Add(new(flight, stay.From, "arrival"));
                if (stay.To is { } to) events.Add(new(flight, to, "departure"));
            }
            // Where a record's own times and its stays disagree, both are events: neither may come too close.
            if (plan.Arrival is { } arrival && arrival != stays[0].From) events.Add(new(flight, arrival, "arrival"));
            if (plan.Departure is { } departure && departure != stays[^1].To && plan.Flown?.Unberth is null) events.Add(new(flight, departure, "departure"));
        }
        return [.. events.OrderBy(e => e.At).ThenBy(e => e.Flight.Id.Value, StringComparer.Ordinal).ThenBy(e => e.What, StringComparer.Ordinal)];
    }
}
