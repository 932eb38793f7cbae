using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Board;

/// <summary>Puts the flights of a plan into lanes of one kind.</summary>
internal sealed class BoardRows
{
    private readonly Campaign campaign;
    private readonly BoardLanes by;
    private readonly CampaignIndex index;
    private readonly BoardParts parts;
    private readonly Instant now;

    private BoardRows(Campaign campaign, BoardLanes by, Instant now)
    {
        (this.campaign, this.by, this.now) = (campaign, by, now);
        index = CampaignIndex.Of(campaign);
        parts = new BoardParts(campaign, index);
    }

    public static IEnumerable<BoardRow> Of(Campaign campaign, BoardLanes by, Instant now)
    {
        var rows = new BoardRows(campaign, by, now);
        return campaign.Flights.Where(flight => flight.Cancelled is null).SelectMany(rows.RowsOf);
    }

    /// <summary>Lanes of what stands ready although no flight holds it: reusable units, pads and ports.</summary>
    public static IEnumerable<BoardLane> Idle(Campaign campaign, BoardLanes by)
    {
        var rows = new BoardRows(campaign, by, default);
        return by switch
        {
            BoardLanes.Vehicle => campaign.Fleet.Vehicles.Where(v => rows.index.Types.TryGetValue(v.Type, out var type) && type.Reusable).Select(rows.LaneOf),
            BoardLanes.Pad => campaign.Fleet.Pads.Select(LaneOf),
            BoardLanes.Port => campaign.Fleet.Stations.SelectMany(s => s.Ports).Select(rows.LaneOf),
            _ => [],
        };
    }

    private IEnumerable<BoardRow> RowsOf(Flight flight)
    {
        if (flight.Plan is not { } plan) return Unplanned(flight);
        return by switch
        {
            BoardLanes.Vehicle => [Row(flight, VehicleLane(plan.Vehicle), parts.OfVehicle(flight, plan))],
            BoardLanes.Pad => plan.Pad is { } pad && index.Pads.TryGetValue(pad, out var found) ? [Row(flight, LaneOf(found), BoardParts.OfPad(plan, found))] : [],
            BoardLanes.Port => plan.Stays.Where(stay => index.Ports.ContainsKey(stay.Port))
                .GroupBy(stay => stay.Port).Select(port => Row(flight, LaneOf(index.Ports[port.Key]), parts.OfPort(port))),
            _ => [Row(flight, FlightLane(flight, plan.Launch), parts.OfFlight(flight, plan))],
        };
    }

    /// <summary>A wish without a plan stands where it is wanted, in a group of its own.</summary>
    private IEnumerable<BoardRow> Unplanned(Flight flight)
    {
        if (by is BoardLanes.Pad or BoardLanes.Port) return [];
        var lane = by == BoardLanes.Flight ? FlightLane(flight, flight.Wish.Launch) : new BoardLane("unplanned", "Not planned", "No vehicle yet", long.MaxValue);
        return [Row(flight, lane, BoardParts.OfWish(flight.Wish))];
    }

    private BoardRow Row(Flight flight, BoardLane lane, ImmutableArray<BoardPart> held) => new(lane, flight, AboutOf(flight), StateOf(flight), held);

    private BarState StateOf(Flight flight) => flight.Plan switch
    {
        null => BarState.Unplanned,
        { End: { } end } when end <= now => BarState.Flown,
        { Launch: var launch } when launch <= now => BarState.Flying,
        _ => BarState.Planned,
    };

    private string AboutOf(Flight flight)
    {
        string?[] words = flight.Plan is not { } plan
            ? [Say.Words(flight.Kind), "no plan yet"]
            : [Say.Words(flight.Kind), index.NameOf(plan.Vehicle), plan.Pad is { } pad ? index.NameOf(pad) : null,
               plan.Stays.IsEmpty ? null : string.Join(" → ", plan.Stays.Select(stay => index.NameOf(stay.Port)))];
        return string.Join(" · ", words.Where(word => word is not null));
    }

    private BoardLane VehicleLane(VehicleId id) => index.Vehicles.TryGetValue(id, out var vehicle)
        ? LaneOf(vehicle)
        : new(id.Thing.ToString(), id.Value, "Not in the fleet", 9);

    /// <summary>A unit that flies again has a lane of its own; units that fly once share the lane of their type.</summary>
    private BoardLane LaneOf(Vehicle vehicle)
    {
        if (!index.Types.TryGetValue(vehicle.Type, out var type)) return new(vehicle.Id.Thing.ToString(), vehicle.Name, "Type not known", 8);
        var typeOrder = campaign.Fleet.Types.IndexOf(type);
        return type.Reusable
            ? new(vehicle.Id.Thing.ToString(), vehicle.Name, GroupOf(type.Role), OrderOf(type.Role, typeOrder))
            : new($"vehicle-type:{type.Id}", type.Name, GroupOf(type.Role), OrderOf(type.Role, typeOrder));
    }

    private static string GroupOf(VehicleRole role) => role switch
    {
        VehicleRole.Crew => "Crew vehicles",
        VehicleRole.Cargo => "Cargo vehicles",
        _ => "Modules",
    };

    private static long OrderOf(VehicleRole role, int type) => ((long)role * 1000) + type;

    private static BoardLane LaneOf(Pad pad) => new(pad.Id.Thing.ToString(), pad.Name, null, 0);

    private BoardLane LaneOf(Port port)
    {
        var station = index.StationOfPort[port.Id];
        // The station stands above its ports already.
        var name = port.Name.StartsWith(station.Name + " ", StringComparison.Ordinal) ? port.Name[(station.Name.Length + 1)..] : port.Name;
        return new(port.Id.Thing.ToString(), name, station.Name, campaign.Fleet.Stations.IndexOf(station));
    }

    private static readonly LocalDatePattern monthPattern = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    private static BoardLane FlightLane(Flight flight, Instant launch)
    {
        var month = monthPattern.Format(launch.InUtc().Date);
        return new(flight.Thing.ToString(), flight.Name, month, launch.ToUnixTimeSeconds());
    }
}
