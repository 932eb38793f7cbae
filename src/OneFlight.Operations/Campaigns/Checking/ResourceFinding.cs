using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>capacity, calendar and outages of shared resources, by what the activities of the plan book.</summary>
internal static class ResourceFinding
{
    /// <summary>How many activities of one overbooking are named; the rest is counted.</summary>
    private const int Named = 6;

    private readonly record struct Booking(Instant From, Instant To, FlightId Flight, ActivityId Activity);

    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var bookings = Bookings(facts, judgment);
        foreach (var resource in facts.Campaign.Fleet.Resources.DistinctBy(r => r.Id))
        {
            if (!bookings.TryGetValue(resource.Id, out var booked)) continue;
            var hours = resource.Calendar is { } calendar ? OpenHours.Of(calendar) : null;
            foreach (var booking in booked) Judge(resource, hours, booking, judgment);
            Sweep(resource, booked, judgment);
        }
    }

    private static Dictionary<ResourceId, List<Booking>> Bookings(CheckFacts facts, Judgment judgment)
    {
        Dictionary<ResourceId, List<Booking>> bookings = [];
        foreach (var flight in facts.Flights)
        {
            if (judgment.AtFault(Rules.TimeOrder, flight.Id) || facts.Template(flight.Flight) is not { } template) continue;
            foreach (var activity in flight.Plan.Activities)
            {
                if (activity.Status == ActivityStatus.Done || activity.End < activity.Start || !template.Number.TryGetValue(activity.Id, out var number)) continue;
                foreach (var need in template.Template.Activities[number].Needs)
                {
                    if (!bookings.TryGetValue(need, out var list)) bookings.Add(need, list = []);
                    list.Add(new(activity.Start, activity.End, flight.Id, activity.Id));
                }
            }
        }
        return bookings;
    }

    private static void Judge(Resource resource, OpenHours? hours, Booking booking, Judgment judgment)
    {
        if (hours is not null && !hours.Open(booking.From))
            judgment.Find(Rules.Calendar, $"{resource.Name} is closed {Say.At(booking.From)}", resource.Id.Thing, booking.Activity.On(booking.Flight));
        if (OutOfServiceRule.Hit(resource.Outages, booking.From, booking.To) is { } outage)
            judgment.Find(Rules.OutOfService, OutOfServiceRule.Text(resource.Name, outage), resource.Id.Thing, booking.Activity.On(booking.Flight));
    }

    private static void Sweep(Resource resource, List<Booking> booked, Judgment judgment)
    {
        if (booked.Count <= resource.Capacity) return;
        booked.Sort(Compare);
        var longest = booked.Max(b => b.To - b.From);
        var starts = booked.Select(b => b.From).ToArray();
        var ends = booked.Select(b => b.To).ToArray();
        Array.Sort(ends);
        var (begun, ended, peak) = (0, 0, 0);
        Instant? over = null;
        while (begun < starts.Length || over is not null)
        {
            // Half-open: what ends at an instant has left before what starts then.
            if (begun >= starts.Length || ends[ended] <= starts[begun])
            {
                ended++;
                if (over is { } from && begun - ended <= resource.Capacity)
                {
                    Overbooked(resource, During(booked, from, ends[ended - 1], longest), (from, ends[ended - 1]), peak, judgment);
                    over = null;
                }
                continue;
            }
            begun++;
            if (begun - ended <= resource.Capacity) continue;
            peak = over is null ? begun - ended : Math.Max(peak, begun - ended);
            over ??= starts[begun - 1];
        }
    }

    private static void Overbooked(Resource resource, List<Booking> during, (Instant From, Instant To) time, int peak, Judgment judgment)
    {
        if (time.From >= time.To) return;
        List<ThingId> subjects = [resource.Id.Thing, .. during.Take(Named).Select(b => b.Activity.On(b.Flight))];
        var more = during.Count > Named ? $", {during.Count - Named} more activities" : "";
        judgment.Find(Rules.Capacity, $"{resource.Name} is booked up to {peak} times from {Say.At(time.From)} {Say.Until(time.To)}, carries {resource.Capacity}{more}", [.. subjects]);
    }

    /// <summary>Those that overlap the time; only starts within the longest booking's reach are looked at.</summary>
    private static List<Booking> During(List<Booking> booked, Instant from, Instant to, Duration longest)
    {
        var (low, high) = (0, booked.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (booked[middle].From + longest > from) high = middle;
            else low = middle + 1;
        }
        return [.. booked.Skip(low).TakeWhile(b => b.From < to).Where(b => b.To > from)];
    }

    private static int Compare(Booking left, Booking right) =>
        left.From.CompareTo(right.From) is not 0 and var byTime ? byTime
        : string.CompareOrdinal(left.Flight.Value, right.Flight.Value) is not 0 and var byFlight ? byFlight
        : string.CompareOrdinal(left.Activity.Value, right.Activity.Value);
}
