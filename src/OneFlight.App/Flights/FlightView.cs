using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Promises;
using OneFlight.App.Shell;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.Flights;

/// <summary>Everything that shares one flight: its missions side by side, where it stands and why, what it does and what was promised on it.</summary>
/// <param name="Sentence">Where the flight stands, in one sentence.</param>
public sealed record FlightView(
    OpenCampaign Open, Flight Flight, string Sentence, ImmutableArray<MissionCard> Missions, ImmutableArray<ChoiceRow> Choices,
    ImmutableArray<SeatRow> Seats, ImmutableArray<PhaseOfFlight> Phases, ImmutableArray<LedgerLine> Promises, StateCounts PromiseCounts,
    ImmutableArray<CargoItem> Cargo)
{
    /// <summary>The view, or null when the campaign has no such flight.</summary>
    public static FlightView? From(OpenCampaign open, string id, Instant now)
    {
        if (!open.Index.Flights.TryGetValue(new(id), out var flight)) return null;
        var ledger = Ledger.Of(open);
        var promises = ledger.OfFlight[flight.Id].OrderByDescending(l => l.State.Status).ThenBy(l => l.State.Due ?? Instant.MaxValue).ToImmutableArray();
        return new(open, flight, SentenceOf(open, flight, now),
            [.. open.Index.MissionsOf[flight.Id].Select(m => MissionCard.Of(open, ledger, m))],
            ChoiceRow.AllOf(open, flight), SeatRow.AllOf(open, flight), PhaseOfFlight.AllOf(open, flight),
            promises, StateCounts.Of(promises), [.. open.Index.CargoOf[flight.Id].OrderBy(i => i.Ready)]);
    }

    private static string SentenceOf(OpenCampaign open, Flight flight, Instant now)
    {
        if (flight.Cancelled is { } cancelled) return $"Cancelled {Say.Day(cancelled.At)}: {cancelled.Why}";
        var where = flight.Wish.Station is { } station ? $" to {open.Campaign.Fleet.Stations.FirstOrDefault(s => s.Id == station)?.Name ?? station.Value}" : ", free flight";
        var kind = Capital(Say.Words(flight.Kind)) + where;
        if (flight.Plan is not { } plan) return $"{kind}. No plan yet; wanted liftoff {Say.When(flight.Wish.Launch)}.";
        var lifts = plan.Launch > now ? $"Lifts off {Say.When(plan.Launch)}, {Say.Until(plan.Launch, now)}" : $"Lifted off {Say.When(plan.Launch)}";
        return $"{kind}. {lifts}, {open.Index.NameOf(plan.Vehicle)}{(plan.Pad is { } pad ? " from " + open.Index.NameOf(pad) : "")}.";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>One customer mission beside the others of its flight.</summary>
public sealed record MissionCard(CustomerMission Mission, string Customer, string? Through, string Steward, bool Gap, StateCounts Promises)
{
    public static MissionCard Of(OpenCampaign open, Ledger ledger, CustomerMission mission)
    {
        var customer = mission.Customer is { } organization ? open.Index.NameOf(organization) : open.Index.NameOf(mission.Participant, "the participant");
        return new(mission, customer, mission.Broker is { } broker ? open.Index.NameOf(broker) : null,
            open.Index.NameOf(mission.Steward), mission.Steward is null || !mission.StewardAccepted, StateCounts.Of(ledger.OfMission[mission.Id]));
    }
}

/// <summary>One choice of the plan, and what binds it.</summary>
/// <param name="Thing">What was chosen, when it is a thing.</param>
public sealed record ChoiceRow(string Name, string Value, ThingId? Thing, ImmutableArray<Binding> Why)
{
    public static ImmutableArray<ChoiceRow> AllOf(OpenCampaign open, Flight flight)
    {
        if (flight.Plan is not { } plan) return [];
        var index = open.Index;
        ImmutableArray<Binding> Why(string choice) => [.. plan.Why.Where(b => b.Choice == choice)];
        var rows = ImmutableArray.CreateBuilder<ChoiceRow>();
        rows.Add(new("Liftoff", Say.When(plan.Launch), flight.Thing, Why("launch")));
        rows.Add(new("Vehicle", index.NameOf(plan.Vehicle), plan.Vehicle.Thing, Why("vehicle")));
        if (plan.Pad is { } pad) rows.Add(new("Pad", index.NameOf(pad), pad.Thing, Why("pad")));
        for (var i = 0; i < plan.Stays.Length; i++)
        {
            var stay = plan.Stays[i];
            var until = stay.To is { } to ? $" to {Say.When(to)}, {Say.Span(to - stay.From)}" : ", stays for good";
            rows.Add(new(i == 0 ? "Port" : "Moves to", $"{index.NameOf(stay.Port)}, {Say.When(stay.From)}{until}", stay.Port.Thing, Why(i == 0 ? "port" : "move")));
        }
        if (plan.Departure is { } departure) rows.Add(new("Leaves", Say.When(departure), null, []));
        if (plan.End is { } end) rows.Add(new("Landing", $"{Say.When(end)}, {Say.Span(end - plan.Launch)} after liftoff", null, []));
        return rows.ToImmutable();
    }
}

/// <summary>A seat and who sits in it.</summary>
public sealed record SeatRow(Seat Seat, string Person, ThingId? Thing, string Backup, string Rides, bool Unfit)
{
    public static ImmutableArray<SeatRow> AllOf(OpenCampaign open, Flight flight) => [.. flight.Seats.OrderBy(s => s.Number).Select(seat => new SeatRow(
        seat, open.Index.NameOf(seat.Person, "not filled"), seat.Person?.Thing, open.Index.NameOf(seat.Backup, "none"),
        seat.Legs switch { Legs.Up => "up only", Legs.Down => "down only", _ => "up and down" },
        seat.Person is { } id && flight.Plan is { } plan && open.Index.Persons.TryGetValue(id, out var person)
            && person.Unfit.Any(u => u.From < (plan.End ?? Instant.MaxValue) && (u.To is null || u.To > plan.Launch))))];
}
