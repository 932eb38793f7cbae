using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Says for people which wishes and rules leave a flight no place.</summary>
internal static class ClashWords
{
    private const string Wish = "wish";

    public static Clash Of(PlanningFacts index, Board board, Job job, Flight flight, Standing?[] standing)
    {
        var members = ImmutableArray.CreateBuilder<ClashMember>();
        if (job.Modes.IsEmpty)
        {
            members.Add(new(new(FlightKinds.Wish, flight.Id.Value), Wish, "no type of vehicle is named that would do"));
            return new(flight.Id, members.ToImmutable());
        }

        foreach (var rule in ClashFilter.Find(board, job))
        {
            var member = Member(index, board, job, flight, standing, rule);
            if (!members.Contains(member)) members.Add(member);
        }

        return new(flight.Id, members.ToImmutable());
    }

    private static ClashMember Member(PlanningFacts index, Board board, Job job, Flight flight, Standing?[] standing, ClashRule rule)
    {
        var wish = new ThingId(FlightKinds.Wish, flight.Id.Value);
        var pinned = flight.Wish.Pins;
        return rule.Kind switch
        {
            ClashKind.Earliest or ClashKind.Latest when pinned is { Launch: true } =>
                new(wish, Wish, $"liftoff is pinned to {job.Preferred.Text()}: {pinned.Why}"),
            ClashKind.Earliest => new(wish, Wish, $"no liftoff before {job.Earliest.Text()}"),
            ClashKind.Latest => new(wish, Wish, $"no liftoff after {job.Latest.Text()}"),
            ClashKind.Spacing => new(index.Campaign.Fleet.Stations[rule.Of].Id.Thing, Rules.Traffic,
                $"{Hours(index.Campaign.Fleet.Stations[rule.Of].Traffic.BetweenEvents)} between arrivals and departures at {index.Campaign.Fleet.Stations[rule.Of].Name}"),
            ClashKind.Restricted => Restricted(flight, (Restriction)rule.Of, wish),
            ClashKind.Missing => new(wish, Wish, $"the fleet has no {Noun(rule.Of)} of the kind"),
            _ => Need(index, board, job, flight, standing, rule),
        };
    }

    private static ClashMember Restricted(Flight flight, Restriction restriction, ThingId wish) => restriction switch
    {
        Restriction.WishVehicles => new(wish, Wish, $"only {string.Join(", ", flight.Wish.Vehicles)} would do"),
        Restriction.WishPads => new(wish, Wish, $"only from {string.Join(", ", flight.Wish.Pads)}"),
        Restriction.WishPorts => new(wish, Wish, $"only at {string.Join(", ", flight.Wish.Ports)}"),
        Restriction.PinVehicle => new(wish, Wish, $"unit is pinned to {flight.Plan?.Vehicle}: {flight.Wish.Pins?.Why}"),
        Restriction.PinPad => new(wish, Wish, $"pad is pinned to {flight.Plan?.Pad}: {flight.Wish.Pins?.Why}"),
        Restriction.PinPorts => new(wish, Wish, $"port is pinned to {flight.Plan?.Stays.FirstOrDefault()?.Port}: {flight.Wish.Pins?.Why}"),
        Restriction.StayOnVehicle => new(wish, Wish, $"keeps unit {flight.Plan?.Vehicle}"),
        Restriction.StayOnPad => new(wish, Wish, $"keeps pad {flight.Plan?.Pad}"),
        Restriction.StayOnPorts => new(wish, Wish, $"keeps port {flight.Plan?.Stays.FirstOrDefault()?.Port}"),
        Restriction.Fit => new(wish, Rules.Incompatible, "the other ports do not fit the vehicle"),
        Restriction.Serves => new(wish, Rules.Incompatible, "the other pads do not serve the vehicle"),
        _ => throw new ArgumentOutOfRangeException(nameof(restriction), restriction, null),
    };

    /// <summary>Names what is held or closed when the flight would like to have it.</summary>
    private static ClashMember Need(PlanningFacts index, Board board, Job job, Flight flight, Standing?[] standing, ClashRule rule)
    {
        var at = Math.Clamp(job.Preferred, job.Earliest, Math.Max(job.Earliest, job.Latest));
        var choices = job.Modes.SelectMany(m => m.Needs).Where(n => n.Kind == rule.Of).SelectMany(n => n.Choices).Distinct().ToList();
        var facts = new List<string>();
        foreach (var choice in choices.Take(4))
        {
            var (_, name) = index.Unary(choice.Resource);
            if (rule.Kind == ClashKind.Held && board.Unary(choice.Resource).Blocker(choice.At(at)) is { } holder)
            {
                facts.Add($"{name} is held by {standing[holder.Owner]?.Flight.Name ?? "another flight"} until {holder.Busy.Text()}");
            }
            else if (rule.Kind == ClashKind.Closed && board.Unary(choice.Resource).ClosedIn(choice.At(at)) is { } closing)
            {
                facts.Add($"{name} is out of service until {closing.To.Text()}");
            }
        }

        var thing = choices.Count == 1 ? index.Unary(choices[0].Resource).Thing
            : rule.Of == (int)NeedKind.Port && flight.Wish.Station is { } station ? station.Thing
            : new(FlightKinds.Wish, flight.Id.Value);
        var noun = Noun(rule.Of);
        var text = facts.Count > 0 ? string.Join("; ", facts)
            : rule.Kind == ClashKind.Held ? $"every {noun} that would do is taken" : $"a {noun} that would do is out of service";
        return new(thing, rule.Kind == ClashKind.Closed ? Rules.OutOfService : Code(rule.Of), text);
    }

    private static string Code(int need) => (NeedKind)Math.Min(need, (int)NeedKind.Person) switch
    {
        NeedKind.Vehicle => Rules.Turnaround,
        NeedKind.Pad => Rules.PadDouble,
        NeedKind.Port => Rules.PortDouble,
        _ => Rules.PersonDouble,
    };

    private static string Noun(int need) => (NeedKind)Math.Min(need, (int)NeedKind.Person) switch
    {
        NeedKind.Vehicle => "vehicle unit",
        NeedKind.Pad => "pad",
        NeedKind.Port => "port",
        _ => "person",
    };

    private static string Hours(Duration length) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{length.TotalHours:0.#} h");
}
