using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Board;

/// <summary>The stretches that a flight's bar is made of, by the kind of lane it stands in.</summary>
internal sealed class BoardParts(Campaign campaign, CampaignIndex index)
{
    /// <summary>Activities that hold the spacecraft itself at the launch site.</summary>
    private static readonly FrozenSet<string> processing = new[] { "SPXSHIP", "STDLOAD", "PROPLD", "MATE", "ROLLOUT" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Instant end = campaign.Flights.Where(f => f.Plan is not null)
        .SelectMany(f => new[] { f.Plan!.Launch, f.Plan.Departure ?? f.Plan.Launch, f.Plan.End ?? f.Plan.Launch }).DefaultIfEmpty().Max();

    /// <summary>Processing, pad, flight and the rest of a unit before its next flight.</summary>
    public ImmutableArray<BoardPart> OfVehicle(Flight flight, FlightPlan plan)
    {
        var parts = ImmutableArray.CreateBuilder<BoardPart>();
        AddGround(parts, plan, PreviousEnd(flight, plan));
        AddAloft(parts, plan);
        if (plan.End is { } landing && TypeOf(plan) is { Reusable: true, Turnaround: { } rest }) parts.Add(new(PartKind.Turnaround, landing, landing + rest));
        return parts.ToImmutable();
    }

    /// <summary>The whole flight from its first activity to its last.</summary>
    public ImmutableArray<BoardPart> OfFlight(Flight flight, FlightPlan plan)
    {
        var parts = ImmutableArray.CreateBuilder<BoardPart>();
        AddGround(parts, plan, Instant.MinValue);
        AddAloft(parts, plan);
        var (from, to) = (parts.Min(part => part.From), parts.Max(part => part.To));
        if (plan.Activities.IsEmpty) return parts.ToImmutable();
        var (first, last) = (plan.Activities.Min(a => a.Start), plan.Activities.Max(a => a.End));
        if (first < from) parts.Insert(0, new(PartKind.Prepare, first, from));
        if (last > to) parts.Add(new(PartKind.After, to, last));
        return parts.ToImmutable();
    }

    public static ImmutableArray<BoardPart> OfPad(FlightPlan plan, Pad pad) => [new(PartKind.Hold, plan.Launch - pad.Before, plan.Launch + pad.After)];

    public ImmutableArray<BoardPart> OfPort(IEnumerable<PortStay> stays) => [.. stays.Select(stay => new BoardPart(PartKind.Docked, stay.From, UntilOf(stay)))];

    /// <summary>The flight as it is wanted.</summary>
    public static ImmutableArray<BoardPart> OfWish(FlightWish wish) =>
        [new(PartKind.Flight, wish.Launch, wish.Launch + wish.TransitUp + (wish.Stay ?? Duration.FromDays(1)) + wish.TransitDown)];

    private void AddGround(ImmutableArray<BoardPart>.Builder parts, FlightPlan plan, Instant notBefore)
    {
        var onPad = plan.Pad is { } id && index.Pads.TryGetValue(id, out var pad) ? plan.Launch - pad.Before : plan.Launch;
        var begun = plan.Activities.Where(a => processing.Contains(a.Id.Stem)).Select(a => a.Start).DefaultIfEmpty(onPad).Min();
        var from = Instant.Max(begun, notBefore);
        if (from < onPad) parts.Add(new(PartKind.Processing, from, onPad));
        if (onPad < plan.Launch) parts.Add(new(PartKind.Pad, onPad, plan.Launch));
    }

    private void AddAloft(ImmutableArray<BoardPart>.Builder parts, FlightPlan plan)
    {
        if (plan.Stays.IsEmpty)
        {
            parts.Add(new(PartKind.Flight, plan.Launch, Instant.Max(plan.Launch, plan.End ?? end)));
            return;
        }
        var at = plan.Launch;
        foreach (var stay in plan.Stays)
        {
            if (stay.From > at) parts.Add(new(PartKind.Transit, at, stay.From));
            at = UntilOf(stay);
            parts.Add(new(PartKind.Docked, stay.From, at));
        }
        if (plan.End is { } landing && landing > at) parts.Add(new(PartKind.Transit, at, landing));
    }

    /// <summary>A stay without an end reaches to the end of what is planned.</summary>
    private Instant UntilOf(PortStay stay) => stay.To ?? Instant.Max(end, stay.From);

    private VehicleType? TypeOf(FlightPlan plan) =>
        index.Vehicles.TryGetValue(plan.Vehicle, out var vehicle) ? index.Types.GetValueOrDefault(vehicle.Type) : null;

    private Instant PreviousEnd(Flight flight, FlightPlan plan) => ends[plan.Vehicle]
        .Where(other => other.Flight != flight.Id && other.Launch < plan.Launch)
        .Select(other => other.End).DefaultIfEmpty(Instant.MinValue).Max();

    private readonly ILookup<VehicleId, (FlightId Flight, Instant Launch, Instant End)> ends = campaign.Flights
        .Where(f => f.Plan is { End: not null }).ToLookup(f => f.Plan!.Vehicle, f => (f.Id, f.Plan!.Launch, f.Plan.End!.Value));
}
