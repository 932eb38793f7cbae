using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>Collects what the rules find, and who is at fault already; lives only while one plan is judged.</summary>
internal sealed class Judgment
{
    private readonly List<Violation> violations = [];
    private readonly List<Violation> findings = [];
    private readonly HashSet<(string Rule, FlightId Flight)> atFault = [];
    private readonly HashSet<FlightId> faulty = [];
    private readonly HashSet<(FlightId, FlightId)> pairs = [];
    private readonly HashSet<FlightId> misplaced = [];

    /// <summary>A hard rule broken by one flight.</summary>
    public void Violate(string rule, FlightId flight, string facts, params ReadOnlySpan<ThingId> others)
    {
        violations.Add(new(rule, [flight.Thing, .. others], facts));
        Mark(rule, flight);
    }

    /// <summary>A hard rule broken between two flights over something they share.</summary>
    public void Violate(string rule, FlightId earlier, FlightId later, ThingId? over, string facts)
    {
        violations.Add(new(rule, [.. new[] { earlier.Thing, later.Thing }.Distinct(), .. over is { } thing ? [thing] : Array.Empty<ThingId>()], facts));
        Mark(rule, earlier);
        Mark(rule, later);
        pairs.Add(Pair(earlier, later));
    }

    /// <summary>A hard rule broken by things that leave the flights themselves sound: a template, one activity.</summary>
    public void Violate(string rule, string facts, params ReadOnlySpan<ThingId> things) => violations.Add(new(rule, [.. things], facts));

    public void Find(string rule, string facts, params ReadOnlySpan<ThingId> subjects) => findings.Add(new(rule, [.. subjects], facts));

    public bool AtFault(string rule, FlightId flight) => atFault.Contains((rule, flight));

    /// <summary>The flight's vehicle, or where it is, is in doubt: what follows from either is no fault of its own.</summary>
    public void Misplace(FlightId flight) => misplaced.Add(flight);

    public bool Misplaced(FlightId flight) => misplaced.Contains(flight);

    /// <summary>At fault by any hard rule so far.</summary>
    public bool AtFault(FlightId flight) => faulty.Contains(flight);

    /// <summary>The two break a hard rule together already.</summary>
    public bool AtFaultTogether(FlightId one, FlightId other) => pairs.Contains(Pair(one, other));

    public CheckReport Report() => new(Ordered(violations), Ordered(findings));

    private void Mark(string rule, FlightId flight)
    {
        atFault.Add((rule, flight));
        faulty.Add(flight);
    }

    private static (FlightId, FlightId) Pair(FlightId one, FlightId other) =>
        string.CompareOrdinal(one.Value, other.Value) <= 0 ? (one, other) : (other, one);

    private static ImmutableArray<Violation> Ordered(List<Violation> all)
    {
        all.Sort(Compare);
        return [.. all];
    }

    private static int Compare(Violation left, Violation right)
    {
        if (string.CompareOrdinal(left.Rule, right.Rule) is not 0 and var byRule) return byRule;
        for (var i = 0; i < Math.Min(left.Subjects.Length, right.Subjects.Length); i++)
            if (left.Subjects[i].CompareTo(right.Subjects[i]) is not 0 and var bySubject) return bySubject;
        if (left.Subjects.Length.CompareTo(right.Subjects.Length) is not 0 and var byCount) return byCount;
        return string.CompareOrdinal(left.Facts, right.Facts);
    }
}
