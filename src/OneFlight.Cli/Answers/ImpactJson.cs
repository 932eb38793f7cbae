using NodaTime;
using OneFlight.Cli.Verbs;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Cli.Answers;

/// <summary>The answer of <c>impact</c> for machines: the options, and at the top what the chosen one touches.</summary>
internal static class ImpactJson
{
    public static object Of(DraftAnswer draft, Option? chosen, Instant now)
    {
        var touched = chosen?.Impact.Touched ?? [];
        return new
        {
            answer = "oneflight-impact/1",
            campaign = draft.Before.Id.Value,
            now = Say.Iso(now),
            sentence = draft.Sentence,
            chosen = chosen?.Key,
            options = draft.Options.Select((o, i) => Summary(o, i)),
            promises = touched.Where(t => t.Thing.Kind == PromiseKinds.Promise).Select(t => Promise(draft, chosen!, t)),
            people = Of(touched, PeopleKinds.Person, PeopleKinds.Qualification, FlightKinds.Seat),
            resources = Of(touched, FleetKinds.Resource),
            flights = chosen is null ? [] : Moves.Between(draft.Before, chosen.Plan).Select(Flight),
            others = touched.Where(t => t.Thing.Kind is not (PromiseKinds.Promise or PeopleKinds.Person or PeopleKinds.Qualification or FlightKinds.Seat or FleetKinds.Resource)).Select(Thing),
            unchanged = chosen?.Impact.Unchanged ?? 0,
            hear = (chosen?.Hear ?? []).Select(Hear),
            toAccept = (chosen?.ToAccept ?? []).Select(Accept),
        };
    }

    private static object Summary(Option option, int at) => new
    {
        key = option.Key,
        rank = option.Flyable ? at + 1 : (int?)null,
        name = option.Name,
        why = option.Why,
        flyable = option.Flyable,
        forbids = option.Forbids,
        promisesBroken = option.Measures.PromisesBroken,
        weightLost = Math.Round(option.Measures.WeightLost, 6),
        flightsMoved = option.Measures.FlightsMoved,
        daysMoved = Math.Round(option.Measures.DaysMoved, 4),
        peopleToTell = option.Measures.PeopleToTell,
        violations = CheckVerb.Json(option.Check.Violations),
        gates = option.Gates.Select(g => new { thing = g.Thing.ToString(), name = g.Name, color = Word(g.Color), facts = g.Facts }),
        hear = option.Hear.Length,
        toAccept = option.ToAccept.Select(Accept),
    };

    private static object Promise(DraftAnswer draft, Option chosen, Touched touched)
    {
        var promise = chosen.Plan.Promises.FirstOrDefault(p => p.Id.Value == touched.Thing.Id) ?? draft.Before.Promises.First(p => p.Id.Value == touched.Thing.Id);
        return new
        {
            id = promise.Id.Value,
            mission = promise.Mission.Value,
            rule = promise.Rule,
            words = promise.Words,
            weight = promise.Weight,
            before = Word(touched.Before),
            after = Word(touched.After),
            beforeText = touched.Before?.Text,
            afterText = touched.After?.Text,
            path = Path(touched),
        };
    }

    private static IEnumerable<object> Of(IEnumerable<Touched> touched, params string[] kinds) => touched.Where(t => kinds.Contains(t.Thing.Kind)).Select(Thing);

    private static object Thing(Touched touched) => new
    {
        thing = touched.Thing.ToString(),
        id = touched.Thing.Id,
        name = touched.Name,
        before = touched.Before?.Text,
        after = touched.After?.Text,
        path = Path(touched),
    };

    private static object Flight(Move move) => new
    {
        flight = move.Flight.Value,
        before = Place(move.Before),
        after = Place(move.After),
        daysMoved = Math.Round(move.By.TotalDays, 4),
    };

    private static object? Place(FlightPlan? plan) => plan is null ? null : new
    {
        launch = Say.Iso(plan.Launch), arrival = Say.Iso(plan.Arrival), departure = Say.Iso(plan.Departure), end = Say.Iso(plan.End),
        vehicle = plan.Vehicle.Value, pad = plan.Pad?.Value, ports = plan.Stays.Select(s => s.Port.Value),
    };

    private static IEnumerable<object> Path(Touched touched) => touched.Path.Select(s => new { thing = s.Thing.ToString(), name = s.Name, reason = s.Reason });

    private static object Hear(HearItem item) => new
    {
        id = item.Id,
        wave = item.Wave,
        person = item.ShownAs,
        by = Say.Iso(item.By),
        localTime = Say.Local(item.By, item.Zone),
        zone = item.Zone,
        owner = item.OwnerShownAs.Length > 0 ? item.OwnerShownAs : null,
        ownerId = item.Owner?.Value,
        accepted = item.Accepted,
        after = item.After,
        reason = item.Reason,
    };

    private static object Accept(ToAccept accept) => new { id = accept.Id, party = accept.PartyName, partyId = accept.Party.Id, what = accept.What, by = Say.Iso(accept.By) };

    private static string? Word(StateValue? value) => value is PromiseState state ? PromiseJudgment.Word(state.Status) : value?.Text;

    private static string Word(GateColor color) => color switch { GateColor.Green => "green", GateColor.Amber => "amber", GateColor.Red => "red", _ => "unknown" };
}
