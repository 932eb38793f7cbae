using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Frees a port by moving the vehicle docked there to another port that fits it.</summary>
internal sealed class PortMoves(PlanningFacts index, PlanningRequest request, Board board, Standing?[] standing)
{
    internal sealed record Found(Placement Placement, int Number, FlightPlan Plan, Move Move);

    /// <summary>The nearest placement that one move makes possible, or null; the mover is moved on the board.</summary>
    /// <param name="closerThan">Only a start less far off than this counts.</param>
    public Found? Try(Flight flight, Job job, long closerThan)
    {
        Found? best = null;
        foreach (var owner in Holders(job))
        {
            if (Movable(owner) is not { } other) continue;
            if (TryOne(flight, job, other, closerThan) is not { } found) continue;
            closerThan = Math.Abs(found.Placement.Start - job.Preferred);
            best = found;
        }

        if (best is null) return null;
        var holds = board.Remove(best.Number)!;
        board.Add(best.Number, Moved(holds, best.Move));
        return best;
    }

    /// <summary>Moves a docked vehicle away before its port goes out of service; null when it does not, or nothing else is free.</summary>
    public (FlightPlan Plan, Move Move)? Evade(Standing docked)
    {
        if (Movable(docked.Number) is null) return null;
        var last = docked.Plan!.Stays[^1];
        if (index.Number(last.Port.Thing) is not { } held) return null;
        var hold = new Hold(held, Math.Max(last.From.Ticks(), request.Now.Ticks()), last.To.Ticks(), 0);
        if (board.Unary(held).ClosedIn(hold) is not { } closing || closing.From <= request.Now.Ticks()) return null;
        var footprint = board.Remove(docked.Number)!;
        var move = Leave(docked, last, index.Campaign.Fleet.Stations[index.StationOf[last.Port]], closing.From, Move.OutOfService);
        board.Add(docked.Number, move is null ? footprint : Moved(footprint, move));
        return move is null ? null : (docked.Plan with { Stays = docked.Plan.Stays.SetItem(docked.Plan.Stays.Length - 1, move.Before).Add(move.After) }, move);
    }

    /// <summary>Flights that hold a port the job could use, about when it would be there.</summary>
    private IEnumerable<int> Holders(Job job)
    {
        var at = Math.Clamp(job.Preferred, job.Earliest, Math.Max(job.Earliest, job.Latest));
        var owners = new SortedSet<int>();
        foreach (var choice in job.Modes.SelectMany(m => m.Needs).Where(n => n.Kind == (int)NeedKind.Port).SelectMany(n => n.Choices).Distinct())
        {
            if (board.Unary(choice.Resource).Blocker(choice.At(at)) is { } holder) owners.Add(holder.Owner);
        }

        return owners;
    }

    private Standing? Movable(int owner)
    {
        if (standing[owner] is not { Plan: { Stays: [.., var last] } plan } other || other.Flight.Wish.Pins is { Ports: true }) return null;
        return last.To is { } to && to <= request.Now || !index.Vehicles.ContainsKey(plan.Vehicle) ? null : other;
    }

    private Found? TryOne(Flight flight, Job job, Standing other, long closerThan)
    {
        var last = other.Plan!.Stays[^1];
        var station = index.Campaign.Fleet.Stations[index.StationOf[last.Port]];
        var held = index.Number(last.Port.Thing)!.Value;
        var footprint = board.Remove(other.Number)!;
        // While it is looked for, the mover stands at its port only at the very start of its stay.
        board.Add(other.Number, footprint with { Holds = [.. footprint.Holds.Where(h => h.Resource != held || h.From != last.From.Ticks())] });
        try
        {
            var narrowed = job with { Modes = [.. job.Modes.Select(m => Only(m, held))] };
            var from = job.Earliest;
            for (var tries = 0; tries < 4 && from <= job.Latest; tries++)
            {
                if (StartSearch.Nearest(board, narrowed with { Earliest = from, Preferred = Math.Max(from, job.Preferred) }) is not { } placement) return null;
                if (Math.Abs(placement.Start - job.Preferred) >= closerThan) return null;
                var arrival = placement.Start + flight.Wish.TransitUp.Ticks();
                if (MoveBefore(job, placement, other, last, station, arrival) is { } move)
                {
                    var stays = other.Plan.Stays.SetItem(other.Plan.Stays.Length - 1, move.Before).Add(move.After);
                    return new(placement with { Job = job }, other.Number, other.Plan with { Stays = stays }, move);
                }

                from = placement.Start + Clockwork.Day;
            }

            return null;
        }
        finally
        {
            board.Remove(other.Number);
            board.Add(other.Number, footprint);
        }
    }

    /// <summary>The move of the mover to another port in time for the arrival.</summary>
    private Move? MoveBefore(Job job, Placement placement, Standing other, PortStay last, Station station, long arrival)
    {
        var rules = station.Traffic;
        board.Add(job.Id, placement.Footprint());
        var move = Leave(other, last, station, arrival - Math.Max(rules.SamePort.Ticks(), rules.BetweenEvents.Ticks() + rules.Relocation.Ticks()), job.Id);
        board.Remove(job.Id);
        return move;
    }

    /// <summary>The last moment up to a latest at which a docked vehicle, taken off the board, can go to another port for the rest of its stay.</summary>
    private Move? Leave(Standing other, PortStay last, Station station, long latest, int reason)
    {
        var length = station.Traffic.Relocation.Ticks();
        var type = index.Vehicles[other.Plan!.Vehicle].Type;
        var earliest = Math.Max(last.From.Ticks(), request.Now.Ticks()) + station.Traffic.BetweenEvents.Ticks();
        var wished = other.Flight.Wish.Ports;
        Move? best = null;
        foreach (var port in station.Ports)
        {
            if (port.Id == last.Port || !index.Fits(port, type) || (!wished.IsEmpty && !wished.Contains(port.Id))) continue;
            if (Latest(port, earliest, latest, last, station) is not { } at || (best is not null && best.After.From.Ticks() - length >= at)) continue;
            best = new(reason, last with { To = at.Instant() }, new(port.Id, (at + length).Instant(), last.To));
        }

        return best;
    }

    private long? Latest(Port port, long earliest, long latest, PortStay last, Station station)
    {
        var (number, group) = (index.Number(port.Id.Thing)!.Value, index.StationOf[port.Id]);
        var length = station.Traffic.Relocation.Ticks();
        for (var at = latest; at >= earliest;)
        {
            var moved = board.Group(group).Previous(board.Group(group).Previous(at, 0), length);
            var hold = new Hold(number, moved + length, last.To.Ticks(), station.Traffic.SamePort.Ticks());
            // The end of the stay is given, so a holder or closing that ends after the move is in the way of every earlier move too.
            if (board.Unary(number).Blocker(hold) is not null || board.Unary(number).ClosedIn(hold) is not null) return null;
            if (moved == at) return at;
            at = moved;
        }

        return null;
    }

    private Footprint Moved(Footprint footprint, Move move)
    {
        var from = index.Number(move.Before.Port.Thing)!.Value;
        var old = footprint.Holds.First(h => h.Resource == from && h.From == move.Before.From.Ticks());
        var group = index.StationOf[move.Before.Port];
        return footprint with
        {
            Holds = [.. footprint.Holds.Remove(old), old with { To = move.Before.To.Ticks() },
                new(index.Number(move.After.Port.Thing)!.Value, move.After.From.Ticks(), move.After.To.Ticks(), old.Gap)],
            Events = [.. footprint.Events, new(group, move.Before.To.Ticks()), new(group, move.After.From.Ticks())],
        };
    }

    private static Mode Only(Mode mode, int port) => mode with
    {
        Needs = [.. mode.Needs.Select(n => n.Kind != (int)NeedKind.Port ? n : n with { Choices = [.. n.Choices.Where(c => c.Resource == port)] })],
    };
}
