using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;

namespace OneFlight.Operations.Performance;

/// <summary>The figures of the operator, each defined so that it can be proven or disproven from its records.</summary>
public static class Kpis
{
    private static readonly Duration reviewAhead = Duration.FromDays(14);

    public static ImmutableArray<Kpi> Of(PerformanceFacts facts) =>
    [
        Satisfaction(facts), Recommendation(facts), Response(facts), Complaints(facts), CriteriaKept(facts), OnTimeAsTold(facts), OnTimeAsFirstPlanned(facts),
        Readiness(facts), Compliance(facts), Lessons(facts), Safety(facts),
    ];

    private static Kpi Satisfaction(PerformanceFacts facts) => new(
        "satisfaction", "Satisfied", "Answers 4 or 5 of 5 on “overall” of all who answered, one answer of each on each mission.",
        "Who does not answer is not counted; see the response rate.", 0.98, true, "satisfied", null,
        Answers(facts, a => a.Overall >= 4, a => $"overall {a.Overall} of 5"));

    private static Kpi Recommendation(PerformanceFacts facts)
    {
        var score = PromoterScore.Of(facts.Asked.SelectMany(s => s.Answers).Select(e => ((SurveyAnswered)e.Event).Recommend));
        return new("recommend", "Would recommend", "Answers 9 or 10 of 10 on “recommend” of all who answered.",
            "Saying so is not a referral: only an introduction is.", 0.95, true, "would recommend",
            score.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"net promoter score {value:0} ± {score.HalfWidth:0}") : null,
            Answers(facts, a => a.Recommend >= 9, a => $"recommend {a.Recommend} of 10"));
    }

    private static ImmutableArray<KpiRecord> Answers(PerformanceFacts facts, Func<SurveyAnswered, bool> hit, Func<SurveyAnswered, string> words) =>
        [.. from survey in facts.Asked
            from entry in survey.Answers
            let answer = (SurveyAnswered)entry.Event
            select new KpiRecord($"{entry.Stream}#{entry.Number}", hit(answer), survey.Mission.Name,
                answer.Words is { } said ? $"{words(answer)}: “{said}”" : words(answer), entry.At, survey.Mission.Thing)];

    private static Kpi Response(PerformanceFacts facts) => new(
        "response", "Answered when asked", "Those who answered, of all who were asked about a flown mission.",
        "A score from few of those asked says little of the rest.", null, true, "answered", null,
        [.. from survey in facts.Asked
            from asked in survey.Invited
            let answered = survey.AnswerOf(asked) is not null
            select new KpiRecord($"{survey.Mission.Id}/{asked}", answered, survey.Mission.Name, answered ? "answered" : "asked, no answer yet", survey.OpensAt, survey.Mission.Thing)]);

    private static Kpi Complaints(PerformanceFacts facts)
    {
        var cases = facts.Cases.ToLookup(c => c.Opened.Mission);
        return new("complaints", "Missions with a complaint", "Flown missions with any case of recovery, whatever opened it, of all flown missions.",
            "Few complaints with few contacts is a warning, not a success.", 0.02, false, "with a case", null,
            [.. facts.Flown.Select(m => new KpiRecord(m.Id.Value, cases[m.Id.Value].Any(), m.Name,
                cases[m.Id.Value].Any() ? string.Join("; ", cases[m.Id.Value].Select(c => $"{c.Opened.Topic} ({(c.IsOpen ? "open" : "closed by the customer")})")) : "no case", facts.FlightOf(m.Id)?.Plan?.End, m.Thing))]);
    }

    private static Kpi CriteriaKept(PerformanceFacts facts)
    {
        var judged = facts.Outcomes.Where(o => o.Customer is not null).ToList();
        var weight = judged.Sum(o => o.KeptWeight ?? 0);
        return new("criteria", "Criteria of success kept", "Criteria that the customer calls kept, of all criteria on which their counting verdict says something.",
            "Bent is not kept. What the customer could not say is not counted; what we measured does not enter.", 0.99, true, "kept",
            judged.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"by weight {weight:0.##} of {judged.Count} missions"),
            [.. from outcome in judged
                from criterion in outcome.Criteria
                where criterion.Customer is { Verdict: not CriterionVerdict.CouldNotSay }
                select new KpiRecord($"{outcome.Mission.Id}/{criterion.Criterion.Id}", criterion.Customer!.Verdict == CriterionVerdict.Kept, outcome.Mission.Name,
                    $"{criterion.Criterion.Text}: {Outcome.Word(criterion.Customer.Verdict)}{(criterion.Disagree ? $" (measured: {Outcome.Word(criterion.Technical!.Verdict)})" : "")}", outcome.Customer!.At, outcome.Mission.Thing)]);
    }

    private static Kpi OnTimeAsTold(PerformanceFacts facts) => new(
        "on-time-told", "On time, as last told", "Missions that lifted off within the window last told to their customer, of all launched missions that were told one.",
        "A window that was told anew after each slip is easy to keep: read it beside the first date.", 0.98, true, "inside the window", null,
        [.. from promise in facts.Campaign.Promises
            where promise.Terms.Window is not null
            let window = promise.Terms.Window!.Value
            let flight = facts.FlightOf(promise.Mission)
            where flight is { Cancelled: null } && flight.Plan?.Launch <= facts.Now
            group (promise, window, launch: flight.Plan!.Launch) by promise.Mission into told
            let last = told.MaxBy(t => t.promise.MadeAt)
            let launch = last.launch
            orderby launch descending
            select new KpiRecord(last.promise.Id.Value, last.window.Contains(launch), facts.Campaign.Missions.First(m => m.Id == told.Key).Name,
                $"told {(last.window.HasStart ? TimeText.Day(last.window.Start) : "any day")} to {(last.window.HasEnd ? TimeText.Day(last.window.End) : "any day")}, flown {TimeText.Day(launch)}", launch, last.promise.Id.Thing)]);

    private static Kpi OnTimeAsFirstPlanned(PerformanceFacts facts) => new(
        "on-time-original", "On time, against the first date", "Flights that lifted off within 14 days of the date first planned for them here, of all launched flights.",
        "In 187 public plans for station cargo flights of 2012 to 2017, 57 % flew within 14 days of a date planned at most 90 days ahead, 23 % of one 91 to 180 days ahead, 4 % of one 181 to 360 days ahead.",
        null, true, "within 14 days", null,
        [.. from flight in facts.Campaign.Flights
            where flight.Cancelled is null && flight.Plan?.Launch <= facts.Now && facts.Original.ContainsKey(flight.Id)
            let launch = flight.Plan!.Launch
            let moved = launch - facts.Original[flight.Id]
            orderby launch descending
            select new KpiRecord(flight.Id.Value, Duration.Max(moved, -moved) <= reviewAhead, flight.Name, $"first {TimeText.Day(facts.Original[flight.Id])}, flown {TimeText.Day(launch)} ({TimeText.Days(moved)})", launch, flight.Thing)]);

    private static Kpi Readiness(PerformanceFacts facts)
    {
        var soon = facts.Campaign.Flights.Where(f => f.Cancelled is null && f.Plan is { } plan && plan.Launch > facts.Now && plan.Launch <= facts.Now + reviewAhead).Select(f => f.Thing).ToHashSet();
        return new("readiness", "Ready two weeks before", "Rows of gates up to launch readiness that are green, of all that apply, on flights that lift off within 14 days.",
            "Not known is not green. Certified is not confident.", 0.95, true, "green", null,
            Rows(facts, t => t.Value is GateState { Gate: <= Gate.LaunchReadiness } state && soon.Contains(state.Flight)));
    }

    private static Kpi Compliance(PerformanceFacts facts)
    {
        var safety = facts.Safety;
        return new(
        "compliance", "Requirements met", "Requirements that apply to a flight and have valid evidence, of all that apply, on all flights with a safety plan.",
        "A requirement without evidence counts as not met. A target of all of them can be missed, never shown by counting.", null, true, "met", null,
        [.. from plan in facts.Campaign.Safety.Plans
            let flight = facts.Campaign.Flights.FirstOrDefault(f => f.Id == plan.Flight)
            where flight is { Cancelled: null }
            from row in SafetyOfFlight.Of(facts.Campaign.Safety, flight, safety).Requirements
            where row.Light != GateLight.NotApplicable
            orderby row.Light == GateLight.Green, flight.Id.Value, row.Requirement.Id
            select new KpiRecord($"{flight.Id}/{row.Requirement.Id}", row.Light == GateLight.Green, $"{flight.Name}: {row.Requirement.Id}", $"{GateState.Word(row.Light)}: {row.Words}", row.Due, flight.Thing)]);
    }

    private static ImmutableArray<KpiRecord> Rows(PerformanceFacts facts, Func<StatedThing, bool> counted) =>
        [.. from thing in facts.Statement.Things
            where thing.Value is GateState { Light: not GateLight.NotApplicable } && counted(thing)
            let state = (GateState)thing.Value
            orderby state.Light == GateLight.Green, state.Flight, thing.Id
            select new KpiRecord(thing.Id.ToString(), state.Light == GateLight.Green, $"{state.Flight.Id}: {thing.Name}", state.Text, null, thing.Id)];

    private static Kpi Lessons(PerformanceFacts facts) => new(
        "lessons", "Lessons that changed something", "Lessons that point at a template, rule, procedure or module which a revision changed, of all that were proposed and not dropped.",
        "A lesson that was read and discussed counts for nothing here.", null, true, "applied", null,
        [.. from lesson in facts.AllLessons
            where lesson.Dropped is null
            select new KpiRecord(lesson.Id, lesson.Counts, lesson.Proposed.Title,
                lesson.Applied?.Event is Learning.LessonApplied applied ? $"changed {applied.Changed} in revision {applied.Revision}" : "proposed", lesson.First.At, lesson.Proposed.From)]);

    private static Kpi Safety(PerformanceFacts facts)
    {
        var crewed = facts.Landed.Where(f => !f.Seats.IsEmpty).ToList();
        var mishaps = facts.Mishaps.ToLookup(m => m.Flight);
        var without = crewed.Count(f => !mishaps[f.Id.Value].Any());
        var bound = crewed.Count > 0 && without == crewed.Count
            ? string.Create(CultureInfo.InvariantCulture, $"no mishap in {crewed.Count} flights with people: the chance of one is below {Exposure.ZeroFailureBound(crewed.Count) * 100:0.0} % a flight, with 95 % confidence and no more")
            : null;
        return new("safety", "Flights with people without a mishap", "Ended flights with people on which no mishap was taken in, of all ended flights with people.",
            "A clean record of few flights shows little: the bound beside it says how little. It is never a promise.", null, true, "without a mishap", bound,
            [.. crewed.Select(f => new KpiRecord(f.Id.Value, !mishaps[f.Id.Value].Any(), f.Name,
                mishaps[f.Id.Value].Any() ? string.Join("; ", mishaps[f.Id.Value].Select(m => m.Title)) : "no mishap taken in", f.Plan!.End, f.Thing))]);
    }
}
