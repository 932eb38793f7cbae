using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

/// <summary>How a procedure or criterion stands, whatever the flight.</summary>
public sealed record ControlDocumentState(GateLight Light, string Words) : StateValue
{
    public override string Text => $"{GateState.Word(Light)}: {Words}";
}

/// <summary>States criteria, procedures and the gates at which a flight is committed.</summary>
public static class ControlStatement
{
    private static readonly StatedBefore before = new();
    private const string Director = "flight director";

    public static void State(ControlBook book, QualificationBook qualifications, ImmutableArray<Flight> flights, Instant now, StatementBuilder statement)
    {
        if (!book.Procedures.IsEmpty || !book.Criteria.IsEmpty) statement.Once(before, book, [], s => StateDocuments(book, s));
        var plans = book.Plans.ToDictionary(p => p.Flight);
        foreach (var flight in flights)
        {
            if (!plans.TryGetValue(flight.Id, out var plan) || flight.Plan is not { } planned || flight.Cancelled is not null) continue;
            foreach (var gate in (Gate[])[Gate.Countdown, Gate.Docking, Gate.Undocking, Gate.Deorbit])
                if (TimeOf(gate, planned) is { } at) StateGate(book, qualifications, flight, plan, gate, at, now, statement);
            foreach (var block in book.Blocks.Where(b => b.Flight == flight.Id)) StateBlock(block, flight, planned, now, statement);
        }
    }

    /// <summary>How each procedure step (<c>step:PROCEDURE/STEP</c>) and criterion (<c>criterion:ID</c>) stands as a control of a hazard.</summary>
    public static IEnumerable<KeyValuePair<ThingId, GateLight>> Lights(ControlBook book) =>
    [
        .. book.Procedures.SelectMany(p => p.Steps.Select(s => KeyValuePair.Create(p.StepThing(s.Id), p.ReleasedAt is null ? GateLight.Amber : GateLight.Green))),
        .. book.Criteria.Select(c => KeyValuePair.Create(Thing(c), c.Agreed ? GateLight.Green : GateLight.Amber)),
    ];

    private static ThingId Thing(CommitCriterion criterion) => new(ControlKinds.Criterion, criterion.Id);

    private static void StateDocuments(ControlBook book, StatementBuilder statement)
    {
        foreach (var procedure in book.Procedures)
        {
            var words = procedure.ReleasedAt is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"version {procedure.Version}, released {TimeText.Day(at)}")
                : string.Create(CultureInfo.InvariantCulture, $"version {procedure.Version} is edited and not released");
            var state = new ControlDocumentState(procedure.ReleasedAt is null ? GateLight.Amber : GateLight.Green, words);
            statement.State(procedure.Thing, procedure.Name, state);
            foreach (var step in procedure.Steps)
            {
                statement.State(procedure.StepThing(step.Id), $"{procedure.Name}, step {step.Id}", state);
                statement.Link(procedure.Thing, procedure.StepThing(step.Id), "the step stands in this procedure");
            }
        }
        foreach (var criterion in book.Criteria)
            statement.State(Thing(criterion), criterion.Text, new ControlDocumentState(
                criterion.Agreed ? GateLight.Green : GateLight.Amber, criterion.Agreed ? criterion.LimitWords : $"{criterion.LimitWords}, changed and not agreed again"));
    }

    private static void StateGate(
        ControlBook book, QualificationBook qualifications, Flight flight, ControlPlan plan, Gate gate, Instant at, Instant now, StatementBuilder statement)
    {
        void Row(string part, string name, GateLight light, string words, Instant? turns, string holder, IEnumerable<(ThingId Thing, string Why)> causes)
        {
            var row = new ThingId(ControlKinds.Gate, $"{flight.Id}/{gate}/{part}");
            statement.State(row, $"{name}, {flight.Name}", new GateState(flight.Thing, gate, light, words, turns, holder));
            statement.Link(flight.Thing, row, "it must be true when the flight gets there");
            foreach (var (thing, why) in causes) statement.Link(thing, row, why);
        }
        if (at <= now) return;

        var seats = book.Seats.Where(s => s.Votes).Select(s => SeatHolding.Of(s, book, qualifications, flight, now, at)).ToList();
        var bad = seats.Where(s => s.Fitness != SeatFitness.Qualified).ToList();
        var lost = seats.Where(s => s.Until is not null).Select(s => s.Until!.Value).DefaultIfEmpty(at).Min();
        Row("seats", "Console seats", seats.Count == 0 ? GateLight.Unknown : bad.Count == 0 ? GateLight.Green : GateLight.Red,
            seats.Count == 0 ? "no seats are defined" : bad.Count == 0 ? $"all {seats.Count} seats that vote are filled by qualified people"
                : string.Join("; ", bad.Select(s => $"{s.Seat.Name}: {s.Words}")), bad.Count == 0 && seats.Count > 0 ? lost : null, "mission director",
            seats.Where(s => s.Holder is not null).Select(s => (s.Holder!.Value.Thing, "holds a console seat")));

        if (gate == Gate.Countdown)
        {
            var (light, words) = plan.Rest switch
            {
                null => (GateLight.Unknown, "rest of the console team is not checked yet"),
                { } rest when (rest.ForLiftoff - at).TotalHours is > 12 or < -12 => (GateLight.Unknown, $"rest was checked for the liftoff on {TimeText.Instant(rest.ForLiftoff)}; another liftoff needs another check"),
                { } rest => (GateLight.Green, $"rest checked on {TimeText.Instant(rest.At)} by {rest.By}"),
            };
            Row("rest", "Console rest", light, words, null, "mission director",
                [.. RestActivity(flight) is { } activity ? [(activity.On(flight.Id), "the check of rest is made there")] : Array.Empty<(ThingId, string)>()]);
            Row("procedures", "Procedures released", Procedures(book, plan, out var said), said, null, Director,
                book.ProceduresOf(flight.Id).Select(p => (p.Thing, "it is run on this flight")));
        }

        var criteria = book.Criteria.Where(c => AppliesTo.Suits(c.AppliesTo, flight) && Concerns(gate, c)).ToList();
        if (criteria.Count == 0) return;
        var weak = criteria.Where(c => !c.Agreed || c.Basis.Length == 0).ToList();
        Row("criteria", "Commit criteria with a recorded basis", weak.Count == 0 ? GateLight.Green : GateLight.Amber,
            weak.Count == 0 ? $"{criteria.Count} criteria, each agreed and with its basis" : $"{string.Join(", ", weak.Select(c => c.Id))} changed or without a basis", null, Director,
            criteria.Where(c => !c.Agreed).Select(c => (Thing(c), "the flight is committed on it")));
    }

    private static GateLight Procedures(ControlBook book, ControlPlan plan, out string words)
    {
        var known = plan.Procedures.Select(id => (Id: id, Found: book.Procedures.FirstOrDefault(p => p.Id == id))).ToList();
        var open = known.Where(p => p.Found?.ReleasedAt is null).Select(p => p.Found?.Name ?? p.Id).ToList();
        words = known.Count == 0 ? "no procedure is assigned" : open.Count == 0 ? $"all {known.Count} released" : $"not released: {string.Join(", ", open)}";
        return known.Count == 0 ? GateLight.Unknown : open.Count == 0 ? GateLight.Green : GateLight.Amber;
    }

    private static bool Concerns(Gate gate, CommitCriterion criterion) => gate switch
    {
        Gate.Countdown => criterion.Group != ReturnWeather,
        Gate.Deorbit or Gate.Undocking => criterion.Group == ReturnWeather,
        _ => criterion.Group == "station",
    };

    /// <summary>Group of the criteria of landing sites.</summary>
    public const string ReturnWeather = "return-weather";

    private static ActivityId? RestActivity(Flight flight) => flight.Plan?.Activities.Select(a => (ActivityId?)a.Id).FirstOrDefault(a => a!.Value.Stem == "RESTCK");

    private static Instant? TimeOf(Gate gate, FlightPlan plan) => gate switch
    {
        Gate.Countdown => plan.Launch,
        Gate.Docking => plan.Arrival,
        Gate.Undocking => plan.Departure,
        _ => plan.End,
    };

    private static void StateBlock(FlightBlock block, Flight flight, FlightPlan plan, Instant now, StatementBuilder statement)
    {
        var gate = plan.Launch > now ? Gate.FlightReadiness : Gate.PostFlight;
        var row = new ThingId(ControlKinds.Gate, $"{flight.Id}/mishap/{block.Mishap}");
        statement.State(row, $"Mishap {block.Mishap}, {flight.Name}", block.Lifted is { } lifted
            ? new GateState(flight.Thing, gate, GateLight.Green, $"closed on {TimeText.Day(lifted)}", null, "safety lead")
            : new GateState(flight.Thing, gate, GateLight.Red, $"blocked since {TimeText.Day(block.Since)} until the mishap is closed", null, "safety lead"));
        statement.Link(flight.Thing, row, "an open mishap blocks it");
    }
}
