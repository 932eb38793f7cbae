using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Stewardship;

/// <summary>One line of a kept hear-list, as a notice needs it.</summary>
/// <param name="Owner">Shown name of who tells.</param>
public sealed record Hearing(int Revision, string Line, ThingId Hearer, string ShownAs, string Zone, string Owner);

/// <summary>What a kept change did, as far as a hearer may learn of it.</summary>
/// <param name="Touched">All that differs against the revision before.</param>
/// <param name="Gates">Of that, the gate rows that belong to this hearer or their missions.</param>
/// <param name="Asked">What this hearer is asked to grant.</param>
public sealed record ChangeFacts(
    ImmutableArray<CustomerMission> Missions, ImmutableArray<Promise> Promises, ImmutableArray<Flight> Before, ImmutableArray<Flight> After,
    PeopleBook People, FleetBook Fleet, CareBook Care, ImmutableArray<Touched> Touched, ImmutableArray<Touched> Gates, ImmutableArray<string> Asked, Instant Now);

/// <summary>Drafts the notice of a change for one hearer: from their own missions, promises and gates, in their own time, and of nobody else.</summary>
/// <remarks>The customer's side reads of promises and contract; a family of the launch and its journey; a broker, crew and partners of the
/// flight alone. Shares and amounts of a contract stay in the contract, as more people read notices than contracts.</remarks>
public sealed class NoticeDraft
{
    private static readonly LocalDatePattern day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDateTimePattern moment = LocalDateTimePattern.CreateWithInvariantCulture("dddd d MMMM uuuu, HH:mm");
    private static readonly ImmutableArray<string> reviews = ["FRR", "SORR", "LRR"];
    private const int MostPromises = 3;

    private readonly Hearing hearing;
    private readonly ChangeFacts facts;
    private readonly DateTimeZone zone;
    private readonly ImmutableArray<CustomerMission> own;
    private readonly bool customer, family, broker;
    private readonly Flight? before, after;
    private readonly bool rides;

    private NoticeDraft(Hearing hearing, ChangeFacts facts)
    {
        (this.hearing, this.facts) = (hearing, facts);
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(hearing.Zone) ?? DateTimeZone.Utc;
        own = MissionsOf(hearing.Hearer, facts.Missions);
        customer = own.Any(m => IsCustomer(m, hearing.Hearer));
        family = !customer && own.Any(m => m.Family?.Thing == hearing.Hearer);
        broker = !customer && !family && own.Any(m => m.Broker?.Thing == hearing.Hearer);
        (before, after) = FlightOf();
        rides = after?.Seats.Any(s => s.Person?.Thing == hearing.Hearer) == true;
    }

    /// <summary>Missions in which someone is the customer's side, the family or the broker.</summary>
    public static ImmutableArray<CustomerMission> MissionsOf(ThingId hearer, ImmutableArray<CustomerMission> missions) =>
        [.. missions.Where(m => IsCustomer(m, hearer) || m.Family?.Thing == hearer || m.Broker?.Thing == hearer)];

    private static bool IsCustomer(CustomerMission mission, ThingId hearer) =>
        mission.Participant?.Thing == hearer || mission.Customer?.Thing == hearer || mission.Office?.Thing == hearer;

    public static NoticeDrafted Of(Hearing hearing, ChangeFacts facts)
    {
        var draft = new NoticeDraft(hearing, facts);
        // What a mission on another flight hears is not this change's.
        var missions = draft.own.Where(m => m.Flight == draft.after?.Id || m.Flight == draft.before?.Id).ToImmutableArray();
        return new(hearing.Revision, hearing.Line, hearing.Hearer.ToString(), [.. missions.Select(m => m.Id.Value)], hearing.ShownAs, draft.Critical(), draft.Text());
    }

    /// <summary>The names that this hearer's notice may not hold.</summary>
    public static NoticeCircle CircleOf(ThingId hearer, ImmutableArray<CustomerMission> missions, PeopleBook people)
    {
        var own = MissionsOf(hearer, missions);
        var organizations = people.Organizations.ToDictionary(o => o.Id, o => o.Name);
        var persons = people.Persons.ToDictionary(p => p.Id);
        IEnumerable<string> Names(CustomerMission m) =>
        [
            m.Name, .. m.Customer is { } c && organizations.TryGetValue(c, out var name) ? [name] : Array.Empty<string>(),
            .. m.Participant is { } p && persons.TryGetValue(p, out var person) ? [person.PublicName] : Array.Empty<string>(),
        ];
        var mine = own.SelectMany(Names).Append(hearer.Kind == PeopleKinds.Person && persons.TryGetValue(new(hearer.Id), out var me) ? me.PublicName : "")
            .Append(hearer.Kind == PeopleKinds.Organization && organizations.TryGetValue(new(hearer.Id), out var us) ? us : "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new([.. missions.Except(own).SelectMany(Names).Distinct(StringComparer.OrdinalIgnoreCase).Where(n => n.Length > 0 && !mine.Contains(n))],
            [.. people.Persons.Where(p => p.Alias is not null && p.Alias != p.ShownAs).Select(p => p.ShownAs).Distinct(StringComparer.Ordinal)]);
    }

    private (Flight? Before, Flight? After) FlightOf()
    {
        var was = facts.Before.ToDictionary(f => f.Id);
        var moved = facts.After.Where(f => was.TryGetValue(f.Id, out var old) && (old.Plan?.Launch != f.Plan?.Launch || old.Cancelled != f.Cancelled || old.Plan?.Vehicle != f.Plan?.Vehicle)).ToList();
        var mine = own.Select(m => m.Flight).OfType<FlightId>().ToHashSet();
        var flight = moved.FirstOrDefault(f => mine.Contains(f.Id))
            ?? moved.FirstOrDefault(f => f.Seats.Any(s => s.Person?.Thing == hearing.Hearer))
            ?? facts.After.FirstOrDefault(f => mine.Contains(f.Id)) ?? (own.IsEmpty ? moved.FirstOrDefault() : null);
        return flight is null ? (null, null) : (was.GetValueOrDefault(flight.Id), flight);
    }

    private IEnumerable<(Promise Promise, PromiseState State)> Promised()
    {
        var ids = own.Where(m => IsCustomer(m, hearing.Hearer)).Select(m => m.Id).ToHashSet();
        var mine = facts.Promises.Where(p => ids.Contains(p.Mission)).ToDictionary(p => p.Id.Value);
        return facts.Touched.Where(t => t.Thing.Kind == PromiseKinds.Promise && t.After is PromiseState && mine.ContainsKey(t.Thing.Id))
            .Select(t => (mine[t.Thing.Id], (PromiseState)t.After!)).OrderByDescending(p => p.Item2.Status).ThenByDescending(p => p.Item1.Weight);
    }

    private bool Critical() => after?.Cancelled is not null || Promised().Any(p => p.State.Status == PromiseStatus.Broken || (p.Promise.Moment == PromiseMoment.Critical && p.State.Status >= PromiseStatus.AtRisk));

    private NoticeText Text()
    {
        var next = NextWordAt();
        return new(Known(), NotKnown(), Decided(), ForYou(), Choices(), $"{At(next)} your time, even if nothing is new. {Teller} calls you.", next);
    }

    private string Teller => hearing.Owner is "nobody yet" ? "Your desk" : hearing.Owner;

    private string Known()
    {
        if (after is null) return "The plan of our flights has changed. Your own flight keeps its date.";
        var name = after.Name;
        if (after.Cancelled is not null) return $"{name} does not fly.";
        if (after.Plan is not { } plan) return $"{name} has no launch date for now.";
        var told = before?.Plan is { } was && was.Launch != plan.Launch
            ? $"The launch of {name} moves from {Day(was.Launch)} to {Day(plan.Launch)}. Liftoff is now planned for {At(plan.Launch)} your time."
            : $"The launch of {name} stays on {At(plan.Launch)} your time.";
        if (before?.Plan is { } old && old.Vehicle != plan.Vehicle) told += $" It flies in another ship: {facts.Fleet.Vehicles.FirstOrDefault(v => v.Id == plan.Vehicle)?.Name ?? plan.Vehicle.Value}.";
        if (plan.End is { } end && before?.Plan?.End is { } ended && end != ended) told += $" It lands on {Day(end)}.";
        return told;
    }

    private string NotKnown() => after switch
    {
        null => "We do not know of more that touches you.",
        { Cancelled: not null } => "We do not know yet which other flight is right for you.",
        { Plan: null } => "We do not know the new date yet.",
        _ => "We do not know yet if this date holds. A launch can move until the day itself.",
    };

    private string Decided()
    {
        if (after?.Cancelled is not null || after?.Plan is not { } plan) return "There is no day for this yet. We tell you the day with our next word.";
        var review = plan.Activities.Where(a => reviews.Contains(a.Id.Stem) && a.Start > facts.Now).OrderBy(a => a.Start).FirstOrDefault();
        return review is null ? "It is decided in the hours before liftoff."
            : $"The last review before launch is on {At(review.Start)} your time. It says if the date holds.";
    }

    private string ForYou()
    {
        var said = new List<string>();
        if (customer)
        {
            var promised = Promised().ToList();
            foreach (var (promise, state) in promised.Where(p => p.State.Status is not (PromiseStatus.Kept or PromiseStatus.NotApplicable) && !PlainWords.Clinical.Any(w => p.Promise.Words.Contains(w, StringComparison.OrdinalIgnoreCase))).Take(MostPromises))
                said.Add($"We promised you: “{promise.Words.TrimEnd('.')}”. {Stands(state.Status)}");
            if (promised.Count > said.Count && said.Count > 0) said.Add("We go through the rest of our promises with you in person.");
            else if (said.Count == 0) said.Add(promised.Count > 0 ? "What we promised you holds on the new date." : "Nothing that we promised you changes.");
            said.AddRange(Payments());
        }
        if (customer || family) said.AddRange(Travel());
        if (family && said.Count == 0) said.Add("The days that you planned around the launch change with it.");
        if (broker) said.Add("Your client has heard the same from us before you.");
        if (rides && !customer) said.Add("Your seat stays yours. Your days before and after the flight move with it.");
        foreach (var ask in facts.Asked) said.Add($"We ask you for this: {ask.TrimEnd('.')}.");
        var open = facts.Gates.Count(g => g.After is GateState { Light: GateLight.Red or GateLight.Unknown } && g.Before is not GateState { Light: GateLight.Red or GateLight.Unknown });
        if (open > 0 && (customer || rides)) said.Add(open == 1 ? "One thing that must be in place before the flight is open again. We go through it with you." : string.Create(CultureInfo.InvariantCulture, $"{open} things that must be in place before the flight are open again. We go through them with you."));
        return said.Count > 0 ? string.Join(' ', said) : "For you only the dates change.";
    }

    private static string Stands(PromiseStatus status) => status switch
    {
        PromiseStatus.Broken => "We cannot keep this any more, and we are sorry.",
        PromiseStatus.Bent => "We can keep this only in part.",
        PromiseStatus.AtRisk or PromiseStatus.Watch => "This still holds, but it is now in doubt.",
        _ => "We do not know yet what the change does to this.",
    };

    private IEnumerable<string> Payments()
    {
        foreach (var contract in facts.Care.Contracts.Where(c => own.Any(m => m.Id == c.Mission && m.Flight == after?.Id)))
            foreach (var deposit in contract.Deposits.Where(d => d.PaidAt is null))
                if (deposit.Due.In(contract.Zone, after?.Plan) is { } due && deposit.Due.In(contract.Zone, before?.Plan) is { } was && due != was)
                    yield return $"A payment is now due on {Day(due)}, not on {Day(was)}.";
    }

    private IEnumerable<string> Travel()
    {
        foreach (var travel in facts.Care.Travels.Where(t => own.Any(m => m.Id == t.Mission)))
            if (facts.Touched.FirstOrDefault(t => t.Thing == travel.Thing)?.After is TravelState { Fit: var fit, RefundableUntil: var until })
                yield return fit switch
                {
                    TravelFit.MissesLost => "The days booked for the family no longer hold the launch, and the booking cannot be given back.",
                    TravelFit.MissesRefundable => $"The days booked for the family no longer hold the launch. They can be given back until {Day(until!.Value)}.",
                    TravelFit.Fits => "The days booked for the family hold the launch.",
                    _ => "We do not know yet if the days booked for the family hold the launch.",
                };
    }

    private string Choices()
    {
        if (customer)
        {
            var contract = facts.Care.Contracts.FirstOrDefault(c => own.Any(m => m.Id == c.Mission && m.Flight == after?.Id));
            var choices = "You can keep this flight, move to another one, or talk with us about stepping back.";
            if (contract is null) return choices;
            var back = ContractRules.RefundAt(contract, after?.Plan, facts.Now);
            return choices + (back.Until is { } until ? $" Nothing is lost by waiting until {Day(until)}. Your contract says what comes back." : " Your contract says what comes back.");
        }
        if (family) return "You can keep the journey, change the days, or follow the launch from home. We help with each.";
        if (broker) return "You can ask us what other flights there are. Your client decides.";
        if (!facts.Asked.IsEmpty) return "You can accept this or decline it on your desk with us. If you decline, tell us why.";
        if (rides) return "You can tell us if the new days do not work for you. Then we look for another answer with you.";
        return "There is nothing that you have to choose.";
    }

    /// <summary>Ten in the morning of the hearer's next day.</summary>
    private Instant NextWordAt() => zone.AtLeniently(facts.Now.InZone(zone).Date.PlusDays(1).At(new(10, 0))).ToInstant();

    private string Day(Instant at) => day.Format(at.InZone(zone).Date);

    private string At(Instant at) => moment.Format(at.InZone(zone).LocalDateTime);
}
