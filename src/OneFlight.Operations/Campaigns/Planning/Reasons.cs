using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Says why each choice of a placed flight stands as it does, from the finished plan alone.</summary>
internal sealed class Reasons(PlanningFacts index, Board board, IReadOnlyList<Standing?> standings)
{
    /// <summary>The bindings of a flight that was placed.</summary>
    public ImmutableArray<Binding> Of(Standing standing)
    {
        var footprint = board.Remove(standing.Number)!;
        var why = ImmutableArray.CreateBuilder<Binding>();
        why.AddRange(Launch(standing));
        var placement = standing.Placement!;
        foreach (var (i, need) in placement.Job.Modes[placement.Mode].Needs.Index())
        {
            if (need.Kind < (int)NeedKind.Person) why.Add(Choice(standing, need, placement.Choices[i], placement.Start));
        }

        board.Add(standing.Number, footprint);
        return why.ToImmutable();
    }

    /// <summary>Why a flight has to change ports.</summary>
    public Binding Moved(Move move)
    {
        var moves = $"moves from {Name(move.Before.Port.Thing)} to {Name(move.After.Port.Thing)} on {move.Before.To.Ticks().Text()}";
        return move.For == Move.OutOfService
            ? new("move", move.Before.Port.Thing, $"{moves} because {Name(move.Before.Port.Thing)} goes out of service")
            : new("move", standings[move.For]!.Flight.Thing, $"{moves} so that {standings[move.For]!.Flight.Name} can dock");
    }

    private IEnumerable<Binding> Launch(Standing standing)
    {
        var (flight, job, start) = (standing.Flight, standing.Job!, standing.Placement!.Start);
        var wish = new ThingId(FlightKinds.Wish, flight.Id.Value);
        if (flight.Wish.Pins is { Launch: true } pins)
        {
            yield return new("launch", wish, $"pinned: {pins.Why}");
            yield break;
        }

        if (standing.Why is { } asked) yield return new("launch", asked.Cause, asked.Text);
        if (start == job.Preferred)
        {
            if (standing.Why is null) yield return new("launch", wish, flight.Plan is null ? "stands at the wanted liftoff" : "stands where it stood");
            yield break;
        }

        // What stood in the way a moment nearer to where it was wanted is what binds it.
        var nearer = start > job.Preferred ? start - 1 : start + 1;
        var wanted = job.Preferred.Text();
        if (nearer < job.Earliest || nearer > job.Latest)
        {
            yield return new("launch", wish, nearer < job.Earliest ? $"not before {job.Earliest.Text()}" : $"not after {job.Latest.Text()}");
        }

        var obstacles = StartSearch.Obstacles(board, job, nearer);
        foreach (var obstacle in obstacles.Take(3)) yield return Blocked("launch", obstacle, $", so not at {wanted}");
        if (!obstacles.IsEmpty || nearer < job.Earliest || nearer > job.Latest) yield break;
        yield return new("launch", wish, flight.Kind == FlightKind.CrewRotation
            ? $"so that it overlaps with the crew it relieves; wanted was {wanted}"
            : $"the nearest to {wanted} that could be had");
    }

    private Binding Choice(Standing standing, Need need, Choice taken, long start)
    {
        var choice = (NeedKind)need.Kind switch { NeedKind.Vehicle => "vehicle", NeedKind.Pad => "pad", _ => "port" };
        var name = index.Unary(taken.Resource).Name;
        var thing = index.Unary(taken.Resource).Thing;
        foreach (var better in need.Choices.Where(c => c.Cost < taken.Cost).OrderBy(c => c.Cost))
        {
            var found = board.Obstacles(new([better.At(start)], [], []));
            if (!found.IsEmpty) return Blocked(choice, found[0], $", so {name}");
        }

        if (standing.Flight.Wish.Pins is { } pins && choice switch { "vehicle" => pins.Vehicle, "pad" => pins.Pad, _ => pins.Ports })
        {
            return new(choice, new(FlightKinds.Wish, standing.Flight.Id.Value), $"pinned: {pins.Why}");
        }

        return need.Choices.Length == 1
            ? new(choice, thing, $"{name} is the only one that would do")
            : new(choice, thing, taken.Cost == 0 ? $"{name} as before" : $"{name} is free and the best fit");
    }

    private Binding Blocked(string choice, Obstacle obstacle, string then)
    {
        if (obstacle.Kind == ObstacleKind.Full)
        {
            var resource = index.Campaign.Fleet.Resources[obstacle.At];
            return new(choice, resource.Id.Thing, $"{resource.Name} is full on {obstacle.From.Text()}{then}");
        }

        var flight = obstacle.Owner >= 0 ? standings[obstacle.Owner]?.Flight : null;
        if (obstacle.Kind == ObstacleKind.Spacing)
        {
            return new(choice, flight?.Thing, $"{flight?.Name} arrives at or leaves {index.Campaign.Fleet.Stations[obstacle.At].Name} on {obstacle.From.Text()}, too close{then}");
        }

        var (thing, name) = index.Unary(obstacle.At);
        return flight is null
            ? new(choice, thing, $"{name} is out of service until {obstacle.To.Text()}{then}")
            : new(choice, flight.Thing, $"{name} is held by {flight.Name} until {obstacle.To.Text()}{then}");
    }

    private string Name(ThingId thing) => index.Number(thing) is { } number ? index.Unary(number).Name : thing.Id;
}
