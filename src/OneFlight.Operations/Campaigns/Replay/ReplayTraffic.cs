using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling.Berthing;

namespace OneFlight.Operations.Campaigns.Replay;

/// <summary>The traffic of one station as a problem without flights in it; times in ticks since the Unix epoch.</summary>
/// <param name="Refused">What the plan says that cannot be replayed at all; empty when everything can.</param>
internal sealed record ReplayTraffic(Station Station, BerthingProblem Problem, ImmutableArray<string> Refused)
{
    internal static ReplayTraffic Of(Campaign campaign, Station station, ArrivalPorts mode, bool respectPortWishes)
    {
        var ports = station.Ports.Select(p => p.Id).ToHashSet();
        var types = campaign.Fleet.Types.ToDictionary(t => t.Id);
        var units = campaign.Fleet.Vehicles.ToDictionary(v => v.Id, v => v.Type);
        var docked = campaign.Flights.Where(f => f.Cancelled is null && f.Plan is { } plan && plan.Stays.Any(s => ports.Contains(s.Port))).ToArray();
        var traffic = new List<Occupant>();
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var flight in docked)
        {
            var stays = flight.Plan!.Stays.OrderBy(s => s.From).ToArray();
            var type = TypeOf(flight, units);
            var module = flight.Kind == FlightKind.Module || (types.TryGetValue(type, out var known) && known.Role == VehicleRole.Module);
            if (stays.Any(s => s.To <= s.From)) refused.Add($"{flight.Id} leaves {stays.First(s => s.To <= s.From).Port} before it comes there.");
            else if (!stays.All(s => ports.Contains(s.Port))) refused.Add($"{flight.Id} stays at two stations.");
            else traffic.Add(Visit(flight, stays, type, module, station, mode, respectPortWishes));
        }
        var rules = new BerthingRules(
            station.Traffic.BetweenEvents.BclCompatibleTicks, station.Traffic.SamePort.BclCompatibleTicks, station.Traffic.Relocation.BclCompatibleTicks,
            Duration.FromMinutes(1).BclCompatibleTicks);
        return new(station, new([.. station.Ports.Select(Berth)], [.. traffic], rules), refused.ToImmutable());
    }

    internal static Instant At(long ticks) => Instant.FromUnixTimeTicks(ticks);

    private static Occupant Visit(
        Flight flight, PortStay[] stays, VehicleTypeId type, bool module, Station station, ArrivalPorts mode, bool respectPortWishes)
    {
        var (first, last) = (stays[0], stays[^1]);
        var wished = respectPortWishes && !flight.Wish.Ports.IsEmpty;
        var fits = station.Ports.Where(p => p.Compatible.Contains(type) && (!wished || flight.Wish.Ports.Contains(p.Id))).Select(p => p.Id.Value);
        var given = module || mode == ArrivalPorts.Flown || WasThereBefore(flight.Plan!, first);
        return new(
            flight.Id.Value, first.From.ToUnixTimeTicks(), last.To?.ToUnixTimeTicks(), module ? [first.Port.Value] : [.. fits],
            given ? first.Port.Value : null, [.. stays.Select(s => s.Port.Value).Distinct()], MayMove: !module);
    }

    /// <summary>Docked when the record begins: its liftoff is not known, or stands no earlier than its docking.</summary>
    private static bool WasThereBefore(FlightPlan plan, PortStay first) => plan.Flown is { LaunchKnown: false } || plan.Launch >= first.From;

    private static VehicleTypeId TypeOf(Flight flight, Dictionary<VehicleId, VehicleTypeId> units) =>
        flight.Plan!.Flown?.Type ?? (units.TryGetValue(flight.Plan.Vehicle, out var type) ? type : flight.Wish.VehicleTypes.FirstOrDefault());

    private static Berth Berth(Port port)
    {
        var open = new List<OpenWindow> { new(port.AvailableFrom?.ToUnixTimeTicks() ?? long.MinValue, port.AvailableTo?.ToUnixTimeTicks() ?? long.MaxValue) };
        foreach (var outage in port.Outages)
            open = [.. open.SelectMany(w => Cut(w, outage.From.ToUnixTimeTicks(), outage.To?.ToUnixTimeTicks() ?? long.MaxValue))];
        return new(port.Id.Value, [.. open]);
    }

    private static IEnumerable<OpenWindow> Cut(OpenWindow window, long from, long to)
    {
        if (to <= window.From || from >= window.To) return [window];
        return new[] { new OpenWindow(window.From, from), new OpenWindow(to, window.To) }.Where(w => w.From < w.To);
    }
}
