using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

/// <summary>How a customer mission stands.</summary>
/// <param name="WeightLost">Σ weight × gap over its promises, 0 to 1.</param>
public sealed record MissionState(FlightId? Flight, PromiseStatus Worst, double WeightLost) : StateValue
{
    public override string Text => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{(Flight is { } flight ? $"on {flight}" : "waiting for a flight")}, worst promise {PromiseJudgment.Word(Worst)}, {WeightLost:0.##} of 1 lost");
}

/// <summary>Judges every promise against its mission's flight, and states promises and missions.</summary>
public static class PromiseStatement
{
    private static readonly StatedBefore before = new();

    /// <param name="leftBehind">Missions all of whose cargo stays on the ground: their payload promises cannot be kept.</param>
    public static void State(
        ImmutableArray<CustomerMission> missions, ImmutableArray<Promise> promises, ImmutableArray<PromiseRule> rules,
        ImmutableArray<Flight> flights, ImmutableArray<MissionTemplate> templates, IReadOnlySet<MissionId> leftBehind, StatementBuilder statement)
    {
        var judge = new Judge(flights, templates, rules);
        var byMission = promises.ToLookup(p => p.Mission);
        foreach (var mission in missions)
        {
            var flight = mission.Flight is { } id ? judge.Flight(id) : null;
            var left = leftBehind.Contains(mission.Id);
            statement.Once(before, mission,
                [flight, judge.Template(flight), ImmutableCollectionsMarshal.AsArray(promises), ImmutableCollectionsMarshal.AsArray(rules), left ? mission : null],
                own => State(mission, flight, byMission[mission.Id], left, judge, own));
        }
    }

    private static void State(
        CustomerMission mission, Flight? flight, IEnumerable<Promise> promises, bool leftBehind, Judge judge, StatementBuilder statement)
    {
        var worst = PromiseStatus.NotApplicable;
        var lost = 0.0;
        foreach (var promise in promises)
        {
            if (judge.Rule(promise.Rule) is not { } rule) continue;
            var state = judge.StateOf(promise, rule, flight, leftBehind);
            statement.State(promise.Id.Thing, promise.Words, state);
            Link(promise, rule, mission, flight, statement);
            if (state.Status > worst) worst = state.Status;
            lost += promise.Weight * state.Gap;
        }
        statement.State(mission.Thing, mission.Name, new MissionState(mission.Flight, worst, Math.Round(lost, 6)));
        if (mission.Flight is { } carried) statement.Link(carried.Thing, mission.Thing, "carries the mission");
    }

    private static void Link(Promise promise, PromiseRule rule, CustomerMission mission, Flight? flight, StatementBuilder statement)
    {
        var thing = promise.Id.Thing;
        statement.Link(thing, mission.Thing, "is part of its success");
        statement.Link(mission.Thing, thing, "was promised to it");
        if (flight is null) return;

        foreach (var on in rule.DependsOn)
            foreach (var (cause, reason) in Causes(on, flight)) statement.Link(cause, thing, reason);
        statement.Link(flight.Thing, thing, "the flight's dates decide it");
    }

    /// <summary>The things that one entry of <see cref="PromiseRule.DependsOn"/> names on a flight.</summary>
    private static IEnumerable<(ThingId Cause, string Reason)> Causes(string on, Flight flight)
    {
        if (on.StartsWith("activity:", StringComparison.Ordinal))
        {
            var stem = on["activity:".Length..];
            foreach (var activity in flight.Plan?.Activities ?? [])
                if (activity.Id.Stem == stem) yield return (activity.Id.On(flight.Id), "is what it was promised on");
        }
        else if (on == "vehicle" && flight.Plan is { } plan) yield return (plan.Vehicle.Thing, "the vehicle decides it");
        else if (on == "port" && flight.Plan is not null)
            for (var i = 0; i < flight.Plan.Stays.Length; i++)
                yield return (new(FlightKinds.Stay, $"{flight.Id}/{i + 1}"), "the port decides it");
        else yield return (flight.Thing, $"the {on} decides it");
    }

    private sealed class Judge(ImmutableArray<Flight> flights, ImmutableArray<MissionTemplate> templates, ImmutableArray<PromiseRule> rules)
    {
        private readonly Dictionary<FlightId, Flight> flights = flights.ToDictionary(f => f.Id);
        private readonly Dictionary<string, MissionTemplate> templates = templates.ToDictionary(t => t.Id);
        private readonly Dictionary<string, PromiseRule> rules = rules.ToDictionary(r => r.Id);

        public Flight? Flight(FlightId id) => flights.GetValueOrDefault(id);

        public MissionTemplate? Template(Flight? flight) => flight?.Template is { } id ? templates.GetValueOrDefault(id) : null;

        public PromiseRule? Rule(string id) => rules.GetValueOrDefault(id);

        public PromiseState StateOf(Promise promise, PromiseRule rule, Flight? flight, bool leftBehind)
        {
            if (flight is null) return PromiseJudgment.Judge(rule, null, null);

            // What the plan decides cannot be kept by a flight that does not fly, or that goes without the payload.
            var lost = flight.Cancelled is not null || (leftBehind && rule.Category == "payload");
            if (lost && rule.DecidedBy == DecidedBy.Plan) return new(PromiseStatus.Broken, null, 1, rule.Unit, null);
            if (rule.Fact is not { } fact || flight.Plan is null) return PromiseJudgment.Judge(rule, null, PromiseDue.Due(rule, flight));

            return PromiseJudgment.Judge(rule, PromiseFacts.Measure(fact, flight, Template(flight), promise.Terms), PromiseDue.Due(rule, flight));
        }
    }
}
