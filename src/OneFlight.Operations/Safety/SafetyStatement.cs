using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Safety;

/// <summary>A hazard of the baseline, as far as a change can alter it.</summary>
/// <param name="Baseline">The hazard as it is written down; two are equal when all of it is.</param>
public sealed record HazardState(int Likelihood, Severity Severity, string Baseline) : StateValue
{
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"likelihood {Likelihood}, worst consequence {Severity.Worst.Level} of 5, baseline {Baseline[..8]}");
}

/// <summary>States hazards, controls, consents and requirements as things and gate rows, for the flights that have a safety plan.</summary>
public static class SafetyStatement
{
    private const string SafetyLead = "safety lead";

    private static readonly StatedBefore baseline = new(), before = new();

    /// <param name="from">Everything besides the flight that its facts follow from, each compared by reference.</param>
    /// <param name="facts">Asked only for flights that were not stated from the same before.</param>
    public static void State(
        SafetyBook book, ImmutableArray<Flight> flights, Func<Flight, object?[]> from, Func<Flight, SafetyFacts> facts, StatementBuilder statement)
    {
        if (book.Plans.IsEmpty) return;
        statement.Once(baseline, book, [], own =>
        {
            foreach (var hazard in book.Hazards)
                own.State(hazard.Thing, $"{hazard.Id} {hazard.Title}", new HazardState(hazard.Likelihood, hazard.Severity, SafetyFingerprints.Of(hazard)));
        });
        var planned = book.Plans.Select(p => p.Flight).ToHashSet();
        foreach (var flight in flights)
        {
            if (!planned.Contains(flight.Id) || flight.Cancelled is not null) continue;
            statement.Once(before, flight, from(flight), own =>
            {
                var known = facts(flight);
                var safety = SafetyOfFlight.Of(book, flight, known);
                StateHazards(safety, own);
                StateConsents(safety, known.Now, own);
                StateRequirements(safety, own);
            });
        }
    }

    private static void StateHazards(SafetyOfFlight safety, StatementBuilder statement)
    {
        var flight = safety.Flight;
        foreach (var standing in safety.Hazards)
        {
            var thing = SafetyKinds.OnFlight(flight.Id, standing.Hazard.Id);
            statement.State(thing, $"{standing.Hazard.Id} {standing.Hazard.Title}", new GateState(flight.Thing, Gate.FlightReadiness, standing.Light, standing.Words, null, SafetyLead));
            statement.Link(standing.Hazard.Thing, thing, "is the hazard of the baseline");
            statement.Link(flight.Thing, thing, "kind and vehicle decide which hazards apply");
            foreach (var target in standing.Causes.SelectMany(c => c.Controls).Select(c => c.Target).OfType<ThingId>().Distinct())
                statement.Link(target, thing, "is what a control leans on");
        }
    }

    private static void StateConsents(SafetyOfFlight safety, Instant now, StatementBuilder statement)
    {
        var flight = safety.Flight;
        var document = SafetyKinds.DocumentOf(flight.Id);
        var due = GateTimes.Of(flight, Gate.FlightReadiness);
        statement.State(document, $"Consent document, {flight.Name}", new GateState(flight.Thing, Gate.Contract,
            safety.Document is null || safety.Annex.Hazards == 0 ? GateLight.Unknown : GateLight.Green,
            safety.Document is null ? "no text yet" : safety.Annex.Hazards == 0 ? "no hazard to tell of yet"
                : string.Create(CultureInfo.InvariantCulture, $"text {safety.Document.Version} with {safety.Annex.Hazards} hazards, annex {safety.Annex.Hash[..8]}, {safety.Vehicle ?? "no vehicle named"}"),
            null, SafetyLead));
        statement.Link(flight.Thing, document, "the vehicle is named in the consent");
        foreach (var standing in safety.Hazards) statement.Link(standing.Hazard.Thing, document, "is told in the annex");

        foreach (var consent in safety.Consents)
        {
            var thing = SafetyKinds.ConsentOf(flight.Id, consent.Person);
            var light = consent.Light(due, now);
            statement.State(thing, $"Consent, seat {consent.Seat.Number.ToString(CultureInfo.InvariantCulture)} of {flight.Name}",
                new GateState(flight.Thing, Gate.FlightReadiness, light, consent.Words, light == GateLight.Amber ? due : null, SafetyLead));
            statement.Link(flight.Thing, thing, "consent is given to one vehicle, before the review");
            statement.Link(document, thing, "is what was consented to");
            statement.Link(consent.Person.Thing, thing, "gives it");
            statement.Link(consent.Seat.On(flight.Id), thing, "who sits in it consents");
        }
    }

    private static void StateRequirements(SafetyOfFlight safety, StatementBuilder statement)
    {
        var flight = safety.Flight;
        foreach (var gate in safety.Requirements.Where(r => r.Requirement.Gate is not null).GroupBy(r => r.Requirement.Gate!.Value))
        {
            var thing = SafetyKinds.RequirementsOf(flight.Id, gate.Key);
            statement.State(thing, $"Requirements, {GateNames.Of(gate.Key)} of {flight.Name}", Row(flight, gate.Key, [.. gate]));
            statement.Link(flight.Thing, thing, "its dates, vehicle and crew decide what must be shown");
            foreach (var seat in flight.Seats)
            {
                statement.Link(seat.On(flight.Id), thing, "who sits in it decides what must be shown");
                if (seat.Person is not { } person) continue;
                statement.Link(person.Thing, thing, "is on board");
                statement.Link(SafetyKinds.ConsentOf(flight.Id, person), thing, "is evidence for it");
            }
            foreach (var hazard in safety.Hazards) statement.Link(SafetyKinds.OnFlight(flight.Id, hazard.Hazard.Id), thing, "its controls are evidence for it");
            foreach (var target in safety.Hazards.SelectMany(h => h.Causes).SelectMany(c => c.Controls).Select(c => c.Target).OfType<ThingId>().Where(t => t.Kind == SafetyKinds.Training).Distinct())
                statement.Link(target, thing, "its record is evidence for it");
        }
    }

    /// <summary>All requirements of one gate in one row.</summary>
    public static GateState Row(Flight flight, Gate gate, ImmutableArray<RequirementStanding> rows)
    {
        var applying = rows.Where(r => r.Light != GateLight.NotApplicable).ToList();
        if (applying.Count == 0) return new(flight.Thing, gate, GateLight.NotApplicable, $"none of {Number(rows.Length)} applies", null, SafetyLead);
        int Count(GateLight light) => applying.Count(r => r.Light == light);
        string?[] parts =
        [
            Count(GateLight.Red) is > 0 and var red ? $"{Number(red)} not met" : null,
            Count(GateLight.Unknown) is > 0 and var unknown ? $"{Number(unknown)} not shown" : null,
            Count(GateLight.Amber) is > 0 and var amber ? $"{Number(amber)} to mend" : null,
        ];
        var open = string.Join(", ", parts.OfType<string>());
        return new(flight.Thing, gate, GateState.Worst(applying.Select(r => r.Light)),
            open.Length == 0 ? $"all {Number(applying.Count)} that apply are met" : $"{open}, {Number(Count(GateLight.Green))} of {Number(applying.Count)} met",
            applying.Min(r => r.TurnsAt), SafetyLead);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Fingerprints of hazards, made once for as long as the hazard lives.</summary>
internal static class SafetyFingerprints
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Hazard, string> made = [];

    public static string Of(Hazard hazard) => made.GetValue(hazard, h =>
    {
        string[] own = [h.Id, h.Title, h.Condition, h.Departure, h.Asset, h.Consequence, h.Severity.ToString(), h.AcceptedBy ?? "", .. h.Covers, .. h.Kinds.Select(k => k.ToString()), .. h.Types.Select(t => t.Value)];
        var tree = h.Causes.SelectMany(c => c.Controls.SelectMany(k => k.Verifications.Select(v => v.ToString()).Prepend($"{k.Id} {k.Kind} {k.Text} {k.Target}")).Prepend($"{c.Id} {c.Text}"));
        return HazardAnnex.Sha256(string.Join('\n', own.Concat(tree)));
    });
}
