using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Stewardship;

/// <summary>A party outside that has to be asked, with what and by when.</summary>
public sealed record Asked(ThingId Party, string What, Instant By);

/// <summary>What the hear-list is made from.</summary>
/// <param name="Moved">Flights whose liftoff, vehicle, pad or port differs, or that were cancelled or added.</param>
/// <param name="Touched">Everything that differs between the two plans.</param>
public sealed record HearFacts(
    ImmutableArray<CustomerMission> Missions, ImmutableArray<Promise> Promises, PeopleBook People, ImmutableArray<Flight> Flights,
    ImmutableHashSet<FlightId> Moved, ImmutableArray<Touched> Touched, ImmutableArray<Asked> Asked);

/// <summary>Who must hear of a change, in waves: nobody is told before those who were promised to hear first.</summary>
/// <remarks>Wave 1: who flies, and whoever speaks for a mission without an organization. Wave 2: families, customers' organizations and,
/// beside their client, brokers. Wave 3: parties that have to grant something. Wave 4: our own public desk.</remarks>
public static class HearList
{
    /// <summary>The list, in order of wave, then deadline, then id. Empty when nobody outside is touched.</summary>
    public static ImmutableArray<HearItem> From(HearFacts facts, Instant now)
    {
        var names = new Names(facts.People);
        var missions = TouchedMissions(facts).ToImmutableArray();
        var lines = new SortedDictionary<string, Line>(StringComparer.Ordinal);

        foreach (var (mission, what, reason) in missions) AddMission(mission, what, reason, names, lines);
        AddCrew(facts, names, lines);
        foreach (var asked in facts.Asked)
            Add(lines, new(asked.Party, 3, names.Desk, true, $"asked to accept: {asked.What}", asked.By));
        if (facts.Moved.Count > 0 && lines.Count > 0 && names.Operator is { } home)
            Add(lines, new(home.Id.Thing, 4, names.Desk, true, "the public hears last", null));

        return Order([.. lines.Values], Pace(facts, now), names, now);
    }

    /// <summary>A broker hears this soon after its client (catalogue EX-047).</summary>
    private static readonly Duration WithClient = Duration.FromMinutes(15);

    private sealed record Line(ThingId Hearer, int Wave, PersonId? Owner, bool Accepted, string Reason, Instant? By)
    {
        public ImmutableHashSet<string> After { get; init; } = [];

        public string Id => Hearer.ToString();
    }

    /// <summary>Missions with a touched promise, or on a flight that moved; with the reason in one line.</summary>
    private static IEnumerable<(CustomerMission Mission, string What, string Reason)> TouchedMissions(HearFacts facts)
    {
        var touched = facts.Touched.Where(t => t.Thing.Kind == PromiseKinds.Promise).ToDictionary(t => t.Thing.Id);
        var promises = facts.Promises.Where(p => touched.ContainsKey(p.Id.Value)).ToLookup(p => p.Mission);
        var gone = facts.Touched.Where(t => t.Thing.Kind == PromiseKinds.Mission).Select(t => t.Thing.Id).ToHashSet();
        var flights = facts.Flights.ToDictionary(f => f.Id);
        foreach (var mission in facts.Missions)
        {
            var own = promises[mission.Id].ToList();
            var moved = mission.Flight is { } flight && facts.Moved.Contains(flight);
            if (own.Count == 0 && !moved && !gone.Contains(mission.Id.Value)) continue;

            var worst = own.Select(p => (touched[p.Id.Value].After as PromiseState)?.Status ?? PromiseStatus.Waiting).DefaultIfEmpty().Max();
            var count = string.Create(CultureInfo.InvariantCulture, $"{own.Count} {(own.Count == 1 ? "promise" : "promises")} touched");
            var what = moved ? Happens(mission.Flight!.Value, flights) : "what was promised changes";
            yield return (mission, what, (moved, own.Count) switch
            {
                (true, 0) => what,
                (true, _) => $"{what}; {count}, worst: {PromiseJudgment.Word(worst)}",
                _ => $"{count}, worst: {PromiseJudgment.Word(worst)}",
            });
        }
    }

    private static string Happens(FlightId id, Dictionary<FlightId, Flight> flights) => flights.GetValueOrDefault(id) switch
    {
        null => $"{id} moves",
        { Cancelled: not null } flight => $"{flight.Name} is cancelled",
        { Plan: null } flight => $"{flight.Name} has no date",
        var flight => $"{flight.Name} moves",
    };

    private static void AddMission(CustomerMission mission, string what, string reason, Names names, SortedDictionary<string, Line> lines)
    {
        ThingId? client = null;
        if (mission.Participant is { } participant)
        {
            Add(lines, new(participant.Thing, 1, mission.Steward, mission.StewardAccepted, reason, null));
            client = participant.Thing;
        }
        if (mission.Family is { } family)
            Add(lines, new(family.Thing, 2, mission.Steward, mission.StewardAccepted, what, null) { After = Ids(client) });
        if (mission.Customer is { } customer)
        {
            Add(lines, new(customer.Thing, 2, mission.Steward, mission.StewardAccepted, reason, null) { After = Ids(client) });
            client ??= customer.Thing;
        }
        if (mission.Broker is { } broker)
            Add(lines, new(broker.Thing, 2, mission.Steward, mission.StewardAccepted, $"hears with {names.Of(mission)}, never before", null) { After = Ids(client) });
    }

    private static ImmutableHashSet<string> Ids(ThingId? thing) => thing is { } id ? [id.ToString()] : [];

    private static void AddCrew(HearFacts facts, Names names, SortedDictionary<string, Line> lines)
    {
        var persons = facts.Touched.Where(t => t.Thing.Kind == PeopleKinds.Person).Select(t => t.Thing).ToHashSet();
        foreach (var flight in facts.Flights.Where(f => facts.Moved.Contains(f.Id)))
            foreach (var seat in flight.Seats)
                if (seat.Person is { } person) persons.Add(person.Thing);
        foreach (var person in persons)
            if (!lines.ContainsKey(person.ToString()))
                Add(lines, new(person, 1, names.Desk, true, "their own flight or clearance changes", null));
    }

    /// <summary>One line for each hearer: the earliest wave, every reason, every line to wait for.</summary>
    private static void Add(SortedDictionary<string, Line> lines, Line line)
    {
        if (!lines.TryGetValue(line.Id, out var known))
        {
            lines.Add(line.Id, line);
            return;
        }
        lines[line.Id] = known with
        {
            Wave = Math.Min(known.Wave, line.Wave),
            After = known.After.Union(line.After).Remove(line.Id),
            Reason = known.Reason.Contains(line.Reason, StringComparison.Ordinal) ? known.Reason
                : line.Reason.StartsWith(known.Reason, StringComparison.Ordinal) ? line.Reason : $"{known.Reason}; {line.Reason}",
            By = known.By is { } a && line.By is { } b ? Instant.Min(a, b) : known.By ?? line.By,
            Owner = known.Owner ?? line.Owner,
            Accepted = known.Owner is null ? line.Accepted : known.Accepted,
        };
    }

    /// <summary>Time given to each wave: an hour where a moved flight is within two weeks, else four working steps of the day.</summary>
    private static Duration Pace(HearFacts facts, Instant now)
    {
        var soon = now + Duration.FromDays(14);
        return facts.Flights.Any(f => facts.Moved.Contains(f.Id) && (f.Plan?.Launch ?? f.Wish.Launch) < soon) ? Duration.FromHours(1) : Duration.FromHours(4);
    }

    private static ImmutableArray<HearItem> Order(ImmutableArray<Line> lines, Duration pace, Names names, Instant now)
    {
        var waveOf = lines.ToDictionary(l => l.Id, l => l.Wave);
        var waves = lines.Select(l => l.Wave).Distinct().Order().Select((wave, i) => (wave, i)).ToDictionary(w => w.wave, w => w.i + 1);
        var byWave = lines.ToLookup(l => l.Wave, l => l.Id);
        var items = ImmutableArray.CreateBuilder<HearItem>();
        foreach (var line in lines)
        {
            var earlier = line.Wave == 1 ? [] : byWave[waves.Keys.Where(w => w < line.Wave).DefaultIfEmpty().Max()];
            // Beside the waves before, only a broker waits within its own: for its client.
            var after = line.After.Where(a => waveOf.TryGetValue(a, out var wave) && (wave < line.Wave || (names.IsBroker(line.Id) && !names.IsBroker(a)))).Union(earlier).Order(StringComparer.Ordinal).ToImmutableArray();
            var by = now + pace * waves[line.Wave];
            items.Add(new(line.Id, waves[line.Wave], line.Hearer, names.Shown(line.Hearer), line.Owner, names.Owner(line.Owner),
                line.Owner is not null && line.Accepted, after, line.By is { } asked ? Instant.Max(Instant.Min(asked, by), now) : by, names.Zone(line.Hearer), line.Reason));
        }
        return [.. Settle(items).OrderBy(i => i.Wave).ThenBy(i => i.By).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    /// <summary>A line is never due before a line it waits for.</summary>
    private static IEnumerable<HearItem> Settle(IReadOnlyCollection<HearItem> items)
    {
        var due = items.ToDictionary(i => i.Id, i => i.By);
        var waves = items.ToDictionary(i => i.Id, i => i.Wave);
        foreach (var item in items.OrderBy(i => i.Wave).ThenBy(i => i.After.Length))
        {
            foreach (var before in item.After)
                due[item.Id] = Instant.Max(due[item.Id], waves[before] == item.Wave ? due[before] + WithClient : due[before]);
            yield return item with { By = due[item.Id] };
        }
    }

    private sealed class Names(PeopleBook people)
    {
        private readonly Dictionary<ThingId, Person> persons = people.Persons.ToDictionary(p => p.Id.Thing);
        private readonly Dictionary<ThingId, Organization> organizations = people.Organizations.ToDictionary(o => o.Id.Thing);

        private readonly HashSet<string> brokers =
            [.. people.Organizations.Where(o => o.Kind == OrganizationKind.Broker).Select(o => o.Id.Thing.ToString())];

        public Organization? Operator { get; } = people.Organizations.FirstOrDefault(o => o.Kind == OrganizationKind.Operator);

        /// <summary>Who tells crews, partners and the public.</summary>
        public PersonId? Desk => Operator?.Contact;

        public bool IsBroker(string id) => brokers.Contains(id);

        public string Of(CustomerMission mission) => mission.Participant is { } id ? Shown(id.Thing) : mission.Name;

        public string Shown(ThingId thing) => persons.TryGetValue(thing, out var person) ? person.PublicName
            : organizations.TryGetValue(thing, out var organization) ? organization.Name : thing.Id;

        public string Owner(PersonId? owner) => owner is { } id ? Shown(id.Thing) : "nobody yet";

        public string Zone(ThingId thing) => persons.TryGetValue(thing, out var person) ? person.Zone
            : organizations.TryGetValue(thing, out var organization) ? organization.Zone : "UTC";
    }
}
