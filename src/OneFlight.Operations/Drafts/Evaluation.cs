using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Impact;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Operations.Drafts;

/// <summary>Says what one planned candidate means against the plan before.</summary>
internal sealed class Evaluation(Campaign before, AppliedChanges applied, Instant now)
{
    private readonly Statement statedBefore = CampaignStatement.Of(before, now);
    private readonly HashSet<(string, string)> brokenBefore = [.. PlanCheck.Judge(before).Violations.Select(Key)];

    public Option Of(Candidate candidate, PlanningAnswer answer)
    {
        var stated = CampaignStatement.Of(answer.Plan, now);
        var check = PlanCheck.Judge(answer.Plan);
        var impact = ChangeImpact.Between(statedBefore, stated, Roots(candidate));
        var moved = Moves.Between(before, answer.Plan);
        var gates = Gates(impact, answer.Plan);
        var grants = Grants.Needed(before, answer.Plan, now);
        var hear = HearList.From(new(
            answer.Plan.Missions, answer.Plan.Promises, answer.Plan.People, answer.Plan.Flights, [.. moved.Select(m => m.Flight)],
            impact.Touched, [.. grants.Select(g => new Asked(g.Party, g.What, g.By))]), now);

        var forbids = Forbids(check, answer.Clashes, gates);
        var measures = Measure(impact, moved, answer.Plan, hear.Length);
        return new(candidate.Key, OptionNames.Of(candidate, before, answer.Plan), "", forbids.IsEmpty, forbids, answer.Plan, check, gates, impact, measures, grants, hear);
    }

    /// <summary>The changes, and what the candidate itself decides about people and cargo.</summary>
    private ImmutableArray<ChangeRoot> Roots(Candidate candidate)
    {
        var text = candidate.Name;
        var roots = applied.Roots.ToBuilder();
        foreach (var item in candidate.Facts.Cargo)
            if (item.LeftBehind) roots.Add(new(item.Id.Thing, text));
        foreach (var target in candidate.Request.Targets) roots.Add(new(target.Flight.Thing, target.Why));
        foreach (var (flight, was) in candidate.Facts.Flights.Join(before.Flights, f => f.Id, f => f.Id, (f, was) => (f, was)))
        {
            if (ReferenceEquals(flight, was)) continue;
            if (flight.Cancelled is not null && was.Cancelled is null) roots.Add(new(flight.Thing, text));
            foreach (var seat in flight.Seats)
                if (!was.Seats.Contains(seat)) roots.Add(new(seat.On(flight.Id), text));
        }
        foreach (var (mission, was) in candidate.Facts.Missions.Join(before.Missions, m => m.Id, m => m.Id, (m, was) => (m, was)))
            if (mission.Flight != was.Flight) roots.Add(new(mission.Thing, text));
        return roots.ToImmutable();
    }

    /// <summary>What is not green of the seats and qualifications that the option touches; a flight that does not fly has no gates.</summary>
    private static ImmutableArray<Gate> Gates(ImpactReport impact, Campaign plan)
    {
        var grounded = plan.Flights.Where(f => f.Cancelled is not null).SelectMany(f => f.Seats.Select(s => s.On(f.Id))).ToHashSet();
        return
        [
            .. impact.Touched.Where(t => t.Thing.Kind is FlightKinds.Seat or PeopleKinds.Qualification && t.After is not null && !grounded.Contains(t.Thing))
                .Select(t => new Gate(t.Thing, t.Name, Color(t.After), t.After!.Text))
                .Where(g => g.Color != GateColor.Green)
                .OrderByDescending(g => g.Color).ThenBy(g => g.Thing),
        ];
    }

    private static GateColor Color(StateValue? value) => value switch
    {
        SeatState seat => (GateColor)seat.Readiness,
        QualificationState qualification => (GateColor)qualification.Readiness,
        _ => GateColor.Unknown,
    };

    private ImmutableArray<string> Forbids(CheckReport check, ImmutableArray<Clash> clashes, ImmutableArray<Gate> gates) =>
    [
        .. check.Violations.Where(v => !brokenBefore.Contains(Key(v))).Select(v => $"{v.Rule}: {v.Facts}"),
        .. clashes.Where(c => before.Flights.FirstOrDefault(f => f.Id == c.Flight) is null or { Plan: not null })
            .Select(c => $"{c.Flight} cannot be planned: {string.Join("; ", c.Members.Select(m => m.Text))}"),
        .. gates.Where(g => g.Color == GateColor.Red && !WasRed(g)).Select(g => $"{g.Name}: {g.Facts}"),
    ];

    private bool WasRed(Gate gate) => statedBefore.Find(gate.Thing) is { } thing && Color(thing.Value) == GateColor.Red;

    private static (string, string) Key(Violation violation) => (violation.Rule, string.Join(' ', violation.Subjects));

    private static OptionMeasures Measure(ImpactReport impact, ImmutableArray<Move> moved, Campaign plan, int hearers)
    {
        var weights = plan.Promises.ToDictionary(p => p.Id.Value, p => p.Weight);
        var broken = 0;
        var lost = 0.0;
        foreach (var touched in impact.Touched.Where(t => t.Thing.Kind == PromiseKinds.Promise))
        {
            var was = touched.Before as PromiseState;
            var now = touched.After as PromiseState;
            if (now?.Status == PromiseStatus.Broken && was?.Status != PromiseStatus.Broken) broken++;
            lost += weights.GetValueOrDefault(touched.Thing.Id) * ((now?.Gap ?? 0) - (was?.Gap ?? 0));
        }
        return new(broken, Math.Round(lost, 6), moved.Length, Math.Round(moved.Sum(m => Math.Abs(m.By.TotalDays)), 4), hearers);
    }
}
