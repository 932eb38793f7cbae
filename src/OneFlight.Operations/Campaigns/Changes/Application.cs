using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Impact;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Campaigns.Changes;

/// <summary>Puts changes into the facts of a campaign.</summary>
public static class Application
{
    /// <summary>Applies all changes in their order, or says every reason why one cannot be.</summary>
    public static Result<AppliedChanges> Apply(Campaign campaign, ImmutableArray<Change> changes, Instant now)
    {
        var applied = new AppliedChanges(campaign, [], [], [], []);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var change in changes)
        {
            var next = Apply(applied, change, now);
            if (next.Succeeded) applied = next.Value;
            else problems.AddRange(next.Problems);
        }
        return problems.Count > 0 ? problems.ToImmutable() : applied;
    }

    private static Result<AppliedChanges> Apply(AppliedChanges to, Change change, Instant now) => change switch
    {
        Slip slip => Slip(to, slip, now),
        OutOfService outage => OutOfService(to, outage),
        NotFit unfit => NotFit(to, unfit, now),
        GiveSeat give => Seating.Give(to, give, now),
        CargoLate late => CargoLate(to, late, now),
        CancelFlight cancel => Cancel(to, cancel, now),
        AddFlight add => Add(to, add, now),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A kind of change without a rule."),
    };

    private static Result<AppliedChanges> Slip(AppliedChanges to, Slip slip, Instant now)
    {
        if (Movable(to.Facts, slip.Flight, now) is { Succeeded: false } refused) return refused.Problems;
        var flight = Movable(to.Facts, slip.Flight, now).Value;
        var from = flight.Plan?.Launch ?? flight.Wish.Launch;
        var target = slip.To ?? from + slip.By!.Value;
        if (target == from) return to with { Sentences = to.Sentences.Add($"{flight.Name} stays on {TimeText.Day(from)}") };
        if (target <= now) return new Problem("slip-into-past", Place.Of($"slip {flight.Id}"), TimeText.Instant(target), $"a liftoff after {TimeText.Instant(now)}");
        if (flight.Wish.Pins is { Launch: true } pins) return new Problem("pinned", Place.Of($"slip {flight.Id}"), $"a pinned launch ({pins.Why})", "a flight whose launch is free to move");

        var by = target - from;
        var text = $"{flight.Name} {(by > Duration.Zero ? "slips" : "comes forward")} {Words(by)}, from {TimeText.Day(from)} to {TimeText.Day(target)}";
        var wish = flight.Wish with
        {
            Launch = target,
            Earliest = target,
            Latest = flight.Wish.Latest is { } latest ? Instant.Max(latest, target) + Duration.Max(by, Duration.Zero) : null,
        };
        return to with
        {
            Facts = Replace(to.Facts, flight with { Wish = wish }),
            Targets = to.Targets.RemoveAll(t => t.Flight == flight.Id).Add(new(flight.Id, target, target, MaySwap: true, WishOf(flight.Id), text)),
            Roots = to.Roots.Add(new(WishOf(flight.Id), text)),
            Sentences = to.Sentences.Add(text),
        };
    }

    private static Result<AppliedChanges> OutOfService(AppliedChanges to, OutOfService change)
    {
        if (change.To is { } end && end <= change.From)
            return new Problem("dates-reversed", Place.Of($"out of service {change.Thing}"), TimeText.Span(change.From, end), "an end after the start");
        var text = $"{NameOf(to.Facts.Fleet, change.Thing)} is out of service {TimeText.Dates(change.From, change.To)}";
        var fleet = WithOutage(to.Facts.Fleet, change.Thing, new(change.From, change.To, "out of service"));
        if (fleet is null) return Unknown(change.Thing, "a vehicle, pad or port of this campaign");
        return to with
        {
            Facts = to.Facts with { Fleet = fleet },
            Roots = to.Roots.Add(new(change.Thing, text)),
            Sentences = to.Sentences.Add(text),
        };
    }

    private static string NameOf(FleetBook fleet, ThingId thing) => thing.Kind switch
    {
        FleetKinds.Vehicle => fleet.Vehicles.FirstOrDefault(v => v.Id.Value == thing.Id)?.Name,
        FleetKinds.Pad => fleet.Pads.FirstOrDefault(p => p.Id.Value == thing.Id)?.Name,
        _ => fleet.Stations.SelectMany(s => s.Ports).FirstOrDefault(p => p.Id.Value == thing.Id)?.Name,
    } ?? thing.Id;

    private static FleetBook? WithOutage(FleetBook fleet, ThingId thing, Outage outage)
    {
        switch (thing.Kind)
        {
            case FleetKinds.Vehicle when fleet.Vehicles.FirstOrDefault(v => v.Id.Value == thing.Id) is { } vehicle:
                return fleet with { Vehicles = fleet.Vehicles.Replace(vehicle, vehicle with { Outages = vehicle.Outages.Add(outage) }) };
            case FleetKinds.Pad when fleet.Pads.FirstOrDefault(p => p.Id.Value == thing.Id) is { } pad:
                return fleet with { Pads = fleet.Pads.Replace(pad, pad with { Outages = pad.Outages.Add(outage) }) };
            case FleetKinds.Port when fleet.Stations.FirstOrDefault(s => s.Ports.Any(p => p.Id.Value == thing.Id)) is { } station:
                var port = station.Ports.First(p => p.Id.Value == thing.Id);
                var ports = station.Ports.Replace(port, port with { Outages = port.Outages.Add(outage) });
                return fleet with { Stations = fleet.Stations.Replace(station, station with { Ports = ports }) };
            default:
                return null;
        }
    }

    private static Result<AppliedChanges> NotFit(AppliedChanges to, NotFit change, Instant now)
    {
        if (to.Facts.People.Persons.FirstOrDefault(p => p.Id == change.Person) is not { } person) return Unknown(change.Person.Thing, "a person of this campaign");
        var from = change.From ?? now;
        if (change.To is { } end && end <= from)
            return new Problem("dates-reversed", Place.Of($"not fit {change.Person}"), TimeText.Span(from, end), "an end after the start");
        var text = $"{person.PublicName} is not cleared {(change.To is null ? "until further notice" : TimeText.Dates(from, change.To))}";
        var persons = to.Facts.People.Persons.Replace(person, person with { Unfit = person.Unfit.Add(new(from, change.To)) });
        return to with
        {
            Facts = to.Facts with { People = to.Facts.People with { Persons = persons } },
            Roots = to.Roots.Add(new(change.Person.Thing, text)),
            Sentences = to.Sentences.Add(text),
        };
    }

    private static Result<AppliedChanges> CargoLate(AppliedChanges to, CargoLate change, Instant now)
    {
        if (to.Facts.Cargo.FirstOrDefault(i => i.Id == change.Item) is not { } item) return Unknown(change.Item.Thing, "a cargo item of this campaign");
        if (Movable(to.Facts, item.Flight, now) is { Succeeded: false } refused) return refused.Problems;
        var text = $"{item.Name} is {(change.Ready < item.Ready ? "early" : "late")}: ready {TimeText.Day(change.Ready)} instead of {TimeText.Day(item.Ready)}";
        return to with
        {
            Facts = to.Facts with { Cargo = to.Facts.Cargo.Replace(item, item with { Ready = change.Ready }) },
            Bounds = to.Bounds.Add(new(item.Flight, item.NeededBy, change.Ready, change.Item.Thing, text)),
            Roots = to.Roots.Add(new(change.Item.Thing, text)),
            Sentences = to.Sentences.Add(text),
        };
    }

    private static Result<AppliedChanges> Cancel(AppliedChanges to, CancelFlight change, Instant now)
    {
        if (Movable(to.Facts, change.Flight, now) is { Succeeded: false } refused) return refused.Problems;
        var flight = Movable(to.Facts, change.Flight, now).Value;
        var text = $"{flight.Name} is cancelled";
        return to with
        {
            Facts = Replace(to.Facts, flight with { Plan = null, Cancelled = new(now, text) }),
            Targets = to.Targets.RemoveAll(t => t.Flight == flight.Id),
            Roots = to.Roots.Add(new(flight.Thing, text)),
            Sentences = to.Sentences.Add(text),
        };
    }

    private static Result<AppliedChanges> Add(AppliedChanges to, AddFlight change, Instant now)
    {
        var flight = change.Flight;
        if (to.Facts.Flights.Any(f => f.Id == flight.Id))
            return new Problem("duplicate-id", Place.Of($"add {flight.Id}"), $"a second flight '{flight.Id}'", "an id that is not taken");
        if (flight.Wish.Launch <= now)
            return new Problem("slip-into-past", Place.Of($"add {flight.Id}"), TimeText.Instant(flight.Wish.Launch), $"a liftoff after {TimeText.Instant(now)}");
        var text = $"{flight.Name} comes in, wanted {TimeText.Day(flight.Wish.Launch)}";
        var facts = to.Facts with
        {
            Flights = to.Facts.Flights.Add(flight with { Plan = null }),
            Missions = to.Facts.Missions.AddRange(change.Missions),
            Promises = to.Facts.Promises.AddRange(change.Promises),
            Cargo = to.Facts.Cargo.AddRange(change.Cargo),
        };
        var added = change.Missions.Select(m => new ChangeRoot(m.Thing, text)).Concat(change.Cargo.Select(c => new ChangeRoot(c.Id.Thing, text)));
        return to with
        {
            Facts = facts,
            Targets = to.Targets.Add(new(flight.Id, flight.Wish.Earliest is { } earliest ? Instant.Min(earliest, flight.Wish.Launch) : flight.Wish.Launch,
                flight.Wish.Launch, MaySwap: true, WishOf(flight.Id), text)),
            Roots = to.Roots.Add(new(WishOf(flight.Id), text)).AddRange(added),
            Sentences = to.Sentences.Add(text),
        };
    }

    /// <summary>The flight, unless it has flown or been cancelled: what really happened is not a draft.</summary>
    internal static Result<Flight> Movable(Campaign campaign, FlightId id, Instant now) =>
        campaign.Flights.FirstOrDefault(f => f.Id == id) switch
        {
            null => Unknown(id.Thing, "a flight of this campaign"),
            { Cancelled: not null } => new Problem("cancelled", Place.Of(id.Thing.ToString()), "a cancelled flight", "a flight that is still to come"),
            { Plan: { } plan } when plan.Launch <= now =>
                new Problem("already-flown", Place.Of(id.Thing.ToString()), $"launched {TimeText.Instant(plan.Launch)}", $"a flight that launches after {TimeText.Instant(now)}"),
            var flight => flight,
        };

    internal static Problem Unknown(ThingId thing, string expected) => new("unknown-reference", Place.Of(thing.ToString()), $"'{thing.Id}'", expected);

    internal static Campaign Replace(Campaign campaign, Flight flight)
    {
        var at = campaign.Flights.IndexOf(campaign.Flights.First(f => f.Id == flight.Id));
        return campaign with { Flights = campaign.Flights.SetItem(at, flight) };
    }

    private static ThingId WishOf(FlightId flight) => new(FlightKinds.Wish, flight.Value);

    private static string Words(Duration by) => Math.Abs(by.TotalDays) is var days && days >= 1
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days:0.##} {(days == 1 ? "day" : "days")}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Abs(by.TotalHours):0.##} hours");
}
