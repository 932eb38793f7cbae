using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Storage.Plans;

/// <summary>Which violations keep a plan from being kept.</summary>
internal static class Refusals
{
    /// <summary>A thing that is stored twice under one id could not be told apart later; nobody can accept that.</summary>
    public static ImmutableArray<Problem> OfDoubles(Campaign plan) =>
        [.. PlanSections.Doubles(plan).Select(d => new Problem(
            "duplicate-id", Place.Of($"{d.Kind} {d.Id}"), "the id twice", "an id that is unique within its kind"))];

    /// <summary>New violations of what is still to come that nobody accepted.</summary>
    /// <param name="before">The report of the revision before; null: the first.</param>
    public static ImmutableArray<Problem> Of(
        ImmutableArray<Violation> violations, CheckReport? before, Campaign plan, AppendTerms terms)
    {
        var known = before is null ? [] : before.Violations.Select(Key).ToHashSet();
        var over = plan.Flights.Where(f => IsOver(f, terms.PlanningNow)).Select(f => f.Id.Value).ToHashSet();
        return [.. violations
            .Where(v => !known.Contains(Key(v)) && !IsOver(v, over) && !terms.Accepted.Any(a => a.Covers(v)))
            .Select(v => new Problem(
                v.Rule is References.Rule ? References.Rule : "new-violation",
                Place.Of($"{v.Rule} of {string.Join(", ", v.Subjects)}"), v.Facts,
                "a plan without it, or someone who accepts it by name with a reason"))];
    }

    private static string Key(Violation violation) => $"{violation.Rule}|{string.Join('|', violation.Subjects)}";

    private static bool IsOver(Flight flight, Instant now) => flight.Plan is { End: { } end } && end <= now;

    /// <summary>What happened is recorded whatever rule it broke; without a flight it cannot be known to be over.</summary>
    private static bool IsOver(Violation violation, HashSet<string> over)
    {
        var flights = violation.Subjects.Select(FlightOf).OfType<string>().ToList();
        return flights.Count > 0 && flights.TrueForAll(over.Contains);
    }

    private static string? FlightOf(ThingId thing) => thing.Kind switch
    {
        FlightKinds.Flight or FlightKinds.Wish => thing.Id,
        FlightKinds.Activity or FlightKinds.Seat or FlightKinds.Stay => thing.Id.Split('/')[0],
        _ => null,
    };
}
