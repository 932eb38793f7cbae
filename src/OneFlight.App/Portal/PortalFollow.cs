using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Logbook;

namespace OneFlight.App.Portal;

/// <summary>Where the flight is, for those who follow it, and how old that knowledge is.</summary>
public static class PortalFollow
{
    /// <summary>From this long before liftoff to this long after landing there is something to follow.</summary>
    private static readonly Duration Around = Duration.FromDays(3);

    /// <summary>In flight, word that is older than this is called old.</summary>
    private static readonly Duration Fresh = Duration.FromHours(2);

    private static string StreamOf(PortalFacts facts) => $"control/{facts.Flight?.Id}";

    /// <summary>What the control room wrote down of this flight.</summary>
    public static IEnumerable<PortalStream> Reads(PortalFacts facts) =>
        facts.Flight is null ? [] : [new(Compartment.Operations, StreamOf(facts)), new(Compartment.Operations, StreamOf(facts) + "/", Prefix: true)];

    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (facts.As == Relation.Family && !facts.Allowed.Follow) yield break;
        if (facts.Flight?.Plan is not { } plan || facts.Now < plan.Launch - Around || (plan.End is { } end && facts.Now > end + Around)) yield break;

        var heard = facts.Entries(StreamOf(facts)).Concat(facts.EntriesOf(StreamOf(facts) + "/")).Select(e => e.KnownAt).Where(at => at <= facts.Now).ToList();
        var lines = PortalDates.Events(plan).Select(e => e.Start <= facts.Now
            ? new PortalLine(e.Name, null, e.Start, PortalMark.Done, "by the plan")
            : new PortalLine(e.Name, null, e.Start, PortalMark.Waiting, PortalClock.Until(e.Start, facts.Now)));
        yield return new("follow", Where(facts), PortalPlace.Follow, [.. lines]) { Intro = Age(heard, facts) };
    }

    private static string Where(PortalFacts facts)
    {
        var plan = facts.Flight!.Plan!;
        var name = facts.Flight.Name;
        if (facts.Now < plan.Launch) return $"{name} is on the ground; launch {PortalClock.Until(plan.Launch, facts.Now)}";
        if (plan.End is { } end && facts.Now >= end) return $"{name} landed {PortalClock.Until(end, facts.Now)}";
        if (plan.Arrival is { } arrival && facts.Now >= arrival && (plan.Departure is not { } left || facts.Now < left)) return $"{name} is at the station";
        return plan.Departure is { } departure && facts.Now >= departure ? $"{name} is on the way home" : $"{name} is on the way up";
    }

    private static string Age(List<Instant> heard, PortalFacts facts)
    {
        if (heard.Count == 0) return $"No word from the control room is written down yet. What stands here is the plan, kept {PortalClock.Until(facts.Open.Revision.At, facts.Now)}.";
        var last = heard.Max();
        var inFlight = facts.Now >= facts.Flight!.Plan!.Launch && !(facts.Flight.Plan.End < facts.Now);
        return $"Last word from the control room: {PortalClock.Until(last, facts.Now)}.{(inFlight && facts.Now - last > Fresh ? " That is older than it should be; nothing here is newer." : "")}";
    }
}
