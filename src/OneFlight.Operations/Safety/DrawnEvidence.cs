using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Safety;

/// <summary>What a flight's own records say about a requirement.</summary>
/// <param name="TurnsAt">When it turns red by itself; null: it does not.</param>
public sealed record Drawn(GateLight Light, string Words, Instant? TurnsAt = null);

/// <summary>What evidence is drawn from.</summary>
internal sealed record DrawnFrom(
    Flight Flight, FlightTraits Traits, SafetyFacts Facts, ImmutableArray<HazardStanding> Hazards, ConsentDocument? Document, HazardAnnex Annex,
    ImmutableArray<ConsentStanding> Consents);

/// <summary>Requirements whose evidence the campaign already holds: nobody has to hand it in again.</summary>
internal static class DrawnEvidence
{
    private static readonly Dictionary<string, Func<DrawnFrom, Drawn>> byRequirement = new(StringComparer.Ordinal)
    {
        ["460.1"] = f => Green($"{Count(f.Flight.Seats.Length, "seat")} on this flight: the crew rules apply"),
        ["460.41"] = f => Green("participants are on board: the participant rules apply"),
        ["460.57"] = f => Green("a government astronaut is on board: their rules apply"),
        ["460.3"] = CrewList,
        ["460.5(a)(1)"] = f => Training(f, "crew curriculum", _ => true),
        ["460.5(a)(2)"] = f => Training(f, "simulations", "PAM-11", "PAM-30", "PAM-31", "TR3-17"),
        ["460.59(a)(1)"] = f => Training(f, "crew curriculum", _ => true),
        ["460.59(a)(2)"] = f => Training(f, "simulations", "PAM-11", "PAM-30", "PAM-31", "TR3-17"),
        ["460.51"] = Emergencies,
        ["460.67"] = Emergencies,
        ["460.5(e)"] = Cleared,
        ["PAM.MED"] = Cleared,
        ["AME-2CLS"] = Cleared,
        ["460.45(a)(1)"] = KnownHazards,
        ["460.45(a)(2)"] = f => Clause(f, ConsentClause.UnknownHazards),
        ["460.45(a)(3)"] = f => Clause(f, ConsentClause.DeathOrInjury),
        ["460.45(b)"] = f => Clause(f, ConsentClause.NotCertified),
        ["460.45(c)(1)"] = f => Clause(f, ConsentClause.IndustryRecord),
        ["460.45(c)(2)"] = f => Clause(f, ConsentClause.IndustryRecord),
        ["460.45(d)(1)"] = VehicleFlights,
        ["460.45(d)(2)"] = f => Clause(f, ConsentClause.VehicleRecord),
        ["460.45(e)"] = f => Clause(f, ConsentClause.RequestMore),
        ["460.45(f)"] = Consented,
        ["460.45(f)(1)"] = Consented,
        ["460.45(f)(2)"] = f => f.Document is { } d && !d.Clauses.Contains(ConsentClause.Voluntary) ? new(GateLight.Red, "the text does not say that it is voluntary") : Consented(f),
        ["460.45(f)(3)"] = Consented,
        ["PAM.DUR"] = Duration,
        ["HZ.STRUCT"] = f => Baseline(f, h => h.Causes.Any(c => c.Controls.IsEmpty || c.Controls.Any(k => k.Control.Verifications.IsEmpty && k.Target is null)), "every cause has a control and every control its proof", "a cause or control without its proof"),
        ["HZ.SVTL"] = f => Baseline(f, h => h.Causes.Any(c => c.Controls.Any(k => k.Control.Verifications.Any(v => v.State == VerificationState.Open))), "no verification is open", "open verifications"),
        ["ISO14620.ORDER"] = f => Baseline(f, h => h.Hazard.OnlyProcedures, "no catastrophic hazard is held by procedures alone", "held by procedures alone"),
        ["ISO14620.CLOSE"] = f => Baseline(f, h => h.Hazard.AcceptedBy is null, "the risk that is left was accepted by name", "not accepted"),
        ["RM.STATEMENT"] = f => Baseline(f, h => h.Hazard.Condition.Length * h.Hazard.Departure.Length * h.Hazard.Asset.Length * h.Hazard.Consequence.Length == 0, "every risk has its four parts", "incomplete"),
        ["450.109"] = f => Baseline(f, _ => false, "hazards are listed, rated and controlled", ""),
    };

    /// <summary>Null: the campaign's records do not tell, so it has to be handed in.</summary>
    public static Drawn? Of(Requirement requirement, DrawnFrom from)
    {
        if (byRequirement.TryGetValue(requirement.Id, out var check)) return check(from);
        var covering = from.Hazards.Where(h => h.Hazard.Covers.Contains(requirement.Id)).ToList();
        if (covering.Count == 0) return null;
        var light = GateState.Worst(covering.Select(h => h.Light));
        var weak = covering.First(h => h.Light == light);
        return new(light, light == GateLight.Green ? $"the controls of {string.Join(", ", covering.Select(h => h.Hazard.Id))} hold" : $"{weak.Hazard.Id}: {weak.Words}");
    }

    private static Drawn Green(string words) => new(GateLight.Green, words);

    private static Drawn CrewList(DrawnFrom from)
    {
        var empty = from.Flight.Seats.Count(s => s.Person is null || s.Role.Length == 0);
        return empty == 0 ? Green($"crew list: {Count(from.Flight.Seats.Length, "seat")}, each with a person and a role")
            : new(GateLight.Unknown, $"{Count(empty, "seat")} without a person or a role");
    }

    private static Drawn Training(DrawnFrom from, string what, params string[] modules) => Training(from, what, modules.Contains);

    private static Drawn Training(DrawnFrom from, string what, Func<string, bool> counts)
    {
        var prefix = $"{from.Flight.Id}/";
        var lights = from.Facts.Targets.Where(t => t.Key.Kind == SafetyKinds.Training && t.Key.Id.StartsWith(prefix, StringComparison.Ordinal) && counts(t.Key.Id[prefix.Length..]))
            .Select(t => t.Value).ToList();
        if (lights.Count == 0) return new(GateLight.Unknown, $"no training record of the {what}");
        var (light, green) = (GateState.Worst(lights), lights.Count(l => l is GateLight.Green or GateLight.NotApplicable));
        return new(light, $"training records: {Number(green)} of {Count(lights.Count, "module")} of the {what} complete");
    }

    // Smoke and fire, loss of pressure, and exit, as the curricula name them.
    private static Drawn Emergencies(DrawnFrom from) => Training(from, "four emergencies", "PAM-11", "PAM-14", "PAM-20", "PAM-28", "TR3-11", "TR3-12", "TR3-13", "TR3-14");

    /// <summary>Tokens only: nothing here knows a finding.</summary>
    private static Drawn Cleared(DrawnFrom from)
    {
        var needed = GateTimes.LandingAndReserve(from.Flight);
        var aboard = from.Flight.Seats.Select(s => s.Person).OfType<PersonId>().ToList();
        var tokens = aboard.Select(p => from.Facts.Clearances.LastOrDefault(c => c.Person == p)).ToList();
        GateLight Light(Clearance? token) => token switch
        {
            { Fitness: Fitness.NotFit } => GateLight.Red,
            { Fitness: Fitness.Fit or Fitness.FitWithLimits, Until: { } until } when needed is { } to => until >= to ? GateLight.Green : GateLight.Red,
            _ => GateLight.Unknown,
        };
        var lights = tokens.Select(Light).ToList();
        var light = lights.Count == 0 ? GateLight.Unknown : GateState.Worst(lights);
        return new(light, $"clearances: {Number(lights.Count(l => l == GateLight.Green))} of {Number(lights.Count)} hold through landing and reserve",
            light == GateLight.Green ? tokens.Min(t => t!.Until) : null);
    }

    private static Drawn KnownHazards(DrawnFrom from) => from.Document is null ? new(GateLight.Unknown, "no consent document")
        : from.Annex.Hazards == 0 ? new(GateLight.Unknown, "no hazard of the baseline applies to this flight")
        : Green($"hazard annex of {Count(from.Annex.Hazards, "hazard")}, {from.Annex.Hash[..8]}");

    private static Drawn Clause(DrawnFrom from, string clause) => from.Document is not { } document ? new(GateLight.Unknown, "no consent document")
        : document.Clauses.Contains(clause) ? Green($"clause in consent text {document.Version}") : new(GateLight.Red, $"the clause is missing in consent text {document.Version}");

    private static Drawn Consented(DrawnFrom from)
    {
        if (from.Consents.IsEmpty) return new(GateLight.Unknown, "nobody is named who could consent");
        var valid = from.Consents.Count(c => c.State == ConsentState.Valid);
        var words = $"{Number(valid)} of {Count(from.Consents.Length, "consent")} given to this vehicle and these hazards";
        return valid == from.Consents.Length ? Green(words)
            : new(from.Consents.Any(c => c.State is not (ConsentState.Valid or ConsentState.NotGiven)) ? GateLight.Red : GateLight.Unknown, words);
    }

    private static Drawn VehicleFlights(DrawnFrom from)
    {
        if (from.Flight.Plan is null) return new(GateLight.Unknown, "no vehicle is planned");
        var flown = SafetyFacts.FlownBefore(from.Facts.Flights, from.Flight);
        return Green($"{Count(flown, "flight")} of this unit before, from the plan");
    }

    private static Drawn Duration(DrawnFrom from) => from.Flight.Plan is not { End: { } end } plan ? new(GateLight.Unknown, "the flight has no dates")
        : (end - plan.Launch).TotalDays < 30 ? Green($"{Number((int)Math.Ceiling((end - plan.Launch).TotalDays))} days from liftoff to landing")
        : new(GateLight.Red, "30 days or more from liftoff to landing");

    private static Drawn Baseline(DrawnFrom from, Func<HazardStanding, bool> weak, string good, string bad)
    {
        if (from.Hazards.IsEmpty) return new(GateLight.Unknown, "no hazard of the baseline applies to this flight");
        var found = from.Hazards.Where(weak).Select(h => h.Hazard.Id).ToList();
        return found.Count == 0 ? Green($"{Count(from.Hazards.Length, "hazard")}: {good}") : new(GateLight.Amber, $"{bad}: {string.Join(", ", found)}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number, string one) => $"{Number(number)} {one}{(number == 1 ? "" : "s")}";
}
