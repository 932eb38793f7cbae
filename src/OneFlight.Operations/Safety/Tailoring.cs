using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Safety;

/// <summary>Whether a requirement applies to a flight, and who or what says so.</summary>
/// <param name="Decision">Null: a rule says so.</param>
public sealed record Tailored(Applicability Applicability, string Reason, TailoringDecision? Decision);

/// <summary>What the rules of tailoring look at in a flight.</summary>
/// <param name="Participants">Someone on board is neither of the operator nor of an agency.</param>
public sealed record FlightTraits(FlightKind Kind, bool Crewed, bool Participants, bool GovernmentAstronauts, bool Docks, bool Returns, bool Cargo);

/// <summary>A small table of rules, tried in their order; a requirement that none takes out applies.</summary>
public static class Tailoring
{
    private sealed record Rule(string Reason, Func<FlightTraits, bool> When, Func<Requirement, bool> Takes);

    private static readonly ImmutableArray<Rule> rules =
    [
        new("nobody is on board", f => !f.Crewed, r => r.Section.StartsWith("14 CFR 460", StringComparison.Ordinal) || r.Section == "Human-system standard"),
        new("nobody is on board", f => !f.Crewed, r => Only(r, "crew", "participant")),
        new("no participant is on board", f => !f.Participants, r => Only(r, "participant") || r.Id.StartsWith("460.4", StringComparison.Ordinal) || r.Id is "460.49" or "460.51" or "460.53"),
        new("no government astronaut is on board", f => !f.GovernmentAstronauts, r => r.Section == "14 CFR 460 C-D"),
        new("there is no remote operator", _ => true, r => r.Id == "460.5(d)"),
        new("no contract of the commercial crew program", f => f.Kind != FlightKind.CrewRotation, r => r.Id.StartsWith("CCT.", StringComparison.Ordinal) && r.Id != "CCT.COFR"),
        new("not a private mission to a station", f => f.Kind != FlightKind.PrivateMission, r => r.Id.StartsWith("PAM.", StringComparison.Ordinal)),
        new("does not dock", f => !f.Docks, r => r.Phases is ["docking"] || r.Id == "ISS.CODE"),
        new("nothing of it comes back", f => !f.Returns, r => r.Phases is ["recovery"] or ["entry"]),
        new("carries no cargo of others", f => !f.Cargo, r => Only(r, "cargo")),
        new("the section holds nothing", _ => true, r => r.Recurrence == "none"),
    ];

    public static FlightTraits TraitsOf(Flight flight, SafetyFacts facts)
    {
        var persons = facts.People.Persons.ToDictionary(p => p.Id);
        var kinds = facts.People.Organizations.ToDictionary(o => o.Id, o => o.Kind);
        var aboard = flight.Seats.Select(s => s.Person is { } id && persons.TryGetValue(id, out var person) && person.Organization is { } of ? kinds.GetValueOrDefault(of) : (People.OrganizationKind?)null).ToList();
        return new(
            flight.Kind, flight.Seats.Length > 0,
            flight.Kind is FlightKind.PrivateMission or FlightKind.FreeFlyer && flight.Seats.Length > 0,
            aboard.Contains(People.OrganizationKind.Agency), flight.Wish.Station is not null, flight.Wish.Stay is not null, facts.WithCargo.Contains(flight.Id));
    }

    /// <summary>What the rules say; a decision overrules them.</summary>
    public static Tailored Of(Requirement requirement, FlightTraits flight, TailoringDecision? decision)
    {
        if (decision is not null) return new(decision.Applicability, decision.Means is { } means ? $"{decision.Reason}; by {means}" : decision.Reason, decision);
        foreach (var rule in rules)
            if (rule.When(flight) && rule.Takes(requirement)) return new(Applicability.NotApplicable, rule.Reason, null);
        return new(Applicability.Applies, $"it binds {string.Join(", ", requirement.AppliesTo)}", null);
    }

    /// <summary>True when it binds nobody and nothing beside these.</summary>
    private static bool Only(Requirement requirement, params ReadOnlySpan<string> whom)
    {
        foreach (var bound in requirement.AppliesTo)
            if (!whom.Contains(bound)) return false;
        return true;
    }
}
