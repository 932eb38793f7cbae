using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>One try at placing all flights in one order. Mutable; lives within one call of the planner.</summary>
internal sealed class Attempt(PlanningFacts index, PlanningRequest request, FlightJobs jobs)
{
    /// <summary>A full resource may push a flight this far from where it would stand otherwise; beyond it the overload is left to people.</summary>
    private const long LongestPush = 10 * Clockwork.Day;

    /// <summary>A docked vehicle is moved only when that saves the arriving flight more than this.</summary>
    private const long MoveWorth = 3 * Clockwork.Day;

    /// <summary>A crew may lie this much further off its wanted date to overlap with the crew it relieves.</summary>
    private const long HandoverWorth = 5 * Clockwork.Day;

    private const long Open = Horizon.Never / 2;
    private readonly Standing?[] standing = new Standing?[index.Campaign.Flights.Length];

    public Board Board { get; } = new(index.Supply);
    public IReadOnlyList<Standing?> Standings => standing;
    private ImmutableArray<Flight> Flights => index.Campaign.Flights;
    private long Now => request.Now.Ticks();

    /// <summary>Σ weight × days off the wanted liftoff, and twice the days of handover missed, over the flights that were placed from their
    /// wish; a flight without a place counts as ten years.</summary>
    public double Deviation(IEnumerable<int> numbers) => numbers.Sum(n => Weight(Flights[n].Kind) * (standing[n]?.Plan is { } plan
        ? Math.Abs((plan.Launch - Flights[n].Wish.Launch).TotalDays)
        : 3650)) + numbers.Sum(HandoverMissed);

    private double HandoverMissed(int number)
    {
        var flight = Flights[number];
        if (flight.Kind != FlightKind.CrewRotation || standing[number]?.Plan?.Arrival is not { } arrival || flight.Wish.Station is not { } id) return 0;
        var before = Crews(id).Where(t => t.Arrival < arrival.Ticks() && t.Departure < Horizon.Never).OrderByDescending(t => t.Arrival).FirstOrDefault();
        if (before == default || !index.Stations.TryGetValue(id, out var station)) return 0;
        var missed = Math.Clamp(station.Traffic.Handover.Ticks() - (before.Departure - arrival.Ticks()), 0, station.Traffic.Handover.Ticks());
        return 2.0 * Weight(flight.Kind) * missed / Clockwork.Day;
    }

    /// <summary>Who gives way to whom: people before cargo.</summary>
    public static int Weight(FlightKind kind) => kind switch
    {
        FlightKind.CrewRotation => 5,
        FlightKind.Module => 4,
        FlightKind.PrivateMission => 4,
        FlightKind.FreeFlyer => 3,
        FlightKind.Test => 2,
        FlightKind.Cargo => 2,
        _ => 1,
    };

    /// <summary>Who owns the loads of a flight that do not go with its liftoff.</summary>
    private static int LoadsOf(int number) => ~number;

    /// <summary>Takes the resources of all that stands, but for what a full resource may move.</summary>
    public void TakeLoads(IEnumerable<(int Number, ImmutableArray<Load> Loads)> standing) =>
        Board.AddLoads(standing.Select(s => (LoadsOf(s.Number), s.Loads)));

    /// <summary>Leaves a flight exactly as it stands.</summary>
    public void Keep(int number)
    {
        var plan = Flights[number].Plan!;
        Board.Add(number, jobs.Footprint(Flights[number], plan));
        standing[number] = new(number, Flights[number], plan, null, null, null, []);
    }

    /// <summary>Leaves a flight as it stands if nothing is in its way.</summary>
    public bool KeepIfFree(int number)
    {
        var flight = Flights[number];
        if (!jobs.StillFits(flight, flight.Plan!) || !Board.Fits(jobs.Footprint(flight, flight.Plan!))) return false;
        Keep(number);
        return true;
    }

    /// <summary>Places a flight in a range of liftoffs, by harder and harder means; a flight that finds no place gets a clash.</summary>
    /// <param name="mayDisturb">True: docked vehicles may be moved to another port and lower flights to another date.</param>
    public void Place(int number, LaunchRange range, Reason? why, bool mayDisturb = true)
    {
        var flight = Flights[number];
        var times = FlightTimes.Of(flight.Wish, range.Preferred);
        var activities = FlightActivities.Of(index, flight, times, request);
        var loads = activities?.FollowingLoads(range.Preferred) ?? [];
        Board.Remove(LoadsOf(number));
        if (activities is not null) Board.Add(LoadsOf(number), Footprint.None with { Loads = activities.FixedLoads() });
        var job = jobs.Job(number, flight, range, loads);
        var found = Search(job);
        if (found is not null) found = WithHandover(flight, job, found);
        if (mayDisturb && Off(job, found) > MoveWorth && new PortMoves(index, request, Board, standing).Try(flight, job, found is null ? Open : Off(job, found) - MoveWorth) is { } moved)
        {
            Take(number, job, moved.Placement, why);
            standing[moved.Number] = standing[moved.Number]! with { Plan = moved.Plan, Moves = standing[moved.Number]!.Moves.Add(moved.Move) };
            return;
        }

        if (found is not null) Take(number, job, found, why);
        else if (!mayDisturb || !Displace(number, job, range, why))
        {
            Board.Remove(LoadsOf(number));
            standing[number] = new(number, flight, null, job, null, why, []);
        }
    }

    /// <summary>Places what has found no place if it has come free since; else says what clashes, against the plan as it is in the end.</summary>
    public void Settle()
    {
        foreach (var lost in standing.OfType<Standing>().Where(s => s.Plan is null).ToList())
        {
            if (Search(lost.Job!) is { } found) Take(lost.Number, lost.Job!, found, lost.Why);
            else standing[lost.Number] = lost with { Clash = ClashWords.Of(index, Board, lost.Job!, lost.Flight, standing) };
        }
    }

    /// <summary>Takes a flight off the board for a while; its place is remembered.</summary>
    public void Lift(int number) => Board.Remove(number);

    /// <summary>Puts a lifted flight back at its liftoff with the units, pads and ports that send the fewest others away.</summary>
    /// <param name="keeping">Those that may be sent away; they are taken out of it.</param>
    /// <returns>Those that have to find another place.</returns>
    public IReadOnlyCollection<int> Insert(int number, HashSet<int> keeping)
    {
        if (standing[number] is not { Placement: { } placement } lifted) return [];
        // Where a docked vehicle was moved for it, it needs the very port that came free.
        var pinned = standing.Any(s => s?.Moves.Any(m => m.For == number) == true) ? Exactly(placement) : lifted.Job!;
        if (Eviction.At(Board, pinned, placement.Mode, placement.Start, keeping.Contains) is not { } eviction)
        {
            Place(number, new(lifted.Job!.Floor, lifted.Job.Earliest, lifted.Job.Latest, lifted.Job.Preferred, true), lifted.Why, mayDisturb: false);
            return [];
        }

        foreach (var other in eviction.Leaving)
        {
            Board.Remove(other);
            standing[other] = null;
            keeping.Remove(other);
        }

        Take(number, lifted.Job!, eviction.Placement with { Job = lifted.Job! }, lifted.Why);
        return eviction.Leaving;
    }

    private static Job Exactly(Placement placement) => placement.Job with
    {
        Modes = placement.Job.Modes.SetItem(placement.Mode, placement.Job.Modes[placement.Mode] with
        {
            Needs = [.. placement.Job.Modes[placement.Mode].Needs.Select((n, i) => n with { Choices = [placement.Choices[i]] })],
        }),
    };

    /// <summary>Moves docked vehicles to another port before theirs goes out of service, where one is free.</summary>
    public void Evade()
    {
        var moves = new PortMoves(index, request, Board, standing);
        for (var n = 0; n < standing.Length; n++)
        {
            if (standing[n] is { Plan: { } plan } docked && plan.Launch <= request.Now && moves.Evade(docked) is { } evaded)
            {
                standing[n] = docked with { Plan = evaded.Plan, Moves = docked.Moves.Add(evaded.Move) };
            }
        }
    }

    private Placement? Search(Job job)
    {
        var found = StartSearch.Nearest(Board, job);
        if (found is not null && Off(job, found) <= LongestPush) return found;
        var crowded = StartSearch.Nearest(Board, job, loads: false);
        return Off(job, crowded) + LongestPush < Off(job, found) ? crowded : found;
    }

    private static long Off(Job job, Placement? placement) => placement is null ? Horizon.Never : Math.Abs(placement.Start - job.Preferred);

    private void Take(int number, Job job, Placement placement, Reason? why)
    {
        Board.Add(number, placement.Footprint());
        standing[number] = new(number, Flights[number], PlanOf(Flights[number], placement), job, placement, why, []);
    }

    private FlightPlan PlanOf(Flight flight, Placement placement)
    {
        var times = FlightTimes.Of(flight.Wish, placement.Start);
        var needs = placement.Job.Modes[placement.Mode].Needs;
        string? Chosen(NeedKind kind) => needs.Index().Where(n => n.Item.Kind == (int)kind)
            .Select(n => index.Unary(placement.Choices[n.Index].Resource).Thing.Id).FirstOrDefault();
        return new(
            times.Launch.Instant(), times.Arrival.InstantOrNever(), times.Departure.InstantOrNever(), times.End.InstantOrNever(),
            new(Chosen(NeedKind.Vehicle)!), Chosen(NeedKind.Pad) is { } pad ? new(pad) : null,
            Chosen(NeedKind.Port) is { } port ? [new(new(port), times.Arrival.Instant(), times.Departure.InstantOrNever())] : [], [], []);
    }

    /// <summary>Of the feasible liftoffs, takes one that overlaps with the crew before when that lies not much further off.</summary>
    private Placement WithHandover(Flight flight, Job job, Placement found)
    {
        if (flight.Kind != FlightKind.CrewRotation || flight.Wish.Station is not { } id || !index.Stations.TryGetValue(id, out var station)) return found;
        var overlap = station.Traffic.Handover.Ticks();
        var up = flight.Wish.TransitUp.Ticks();
        var before = Crews(id).Where(t => t.Arrival < found.Start + up && t.Departure < Horizon.Never).OrderByDescending(t => t.Arrival).FirstOrDefault();
        if (before == default || found.Start + up + overlap <= before.Departure) return found;
        var wanted = before.Departure - overlap - up;
        if (wanted < job.Earliest) return found;
        var earlier = Search(job with { Preferred = Math.Min(wanted, job.Preferred), Latest = Math.Min(wanted, job.Latest) });
        return earlier is not null && Off(job, earlier) <= Off(job, found) + HandoverWorth ? earlier with { Job = job } : found;
    }

    private IEnumerable<FlightTimes> Crews(Fleet.StationId station) => standing
        .Where(s => s?.Plan is not null && s.Flight.Kind == FlightKind.CrewRotation && s.Flight.Wish.Station == station)
        .Select(s => FlightTimes.Of(s!.Plan!));

    /// <summary>Moves lower flights out of the way if each of them finds another place; else leaves all as it was.</summary>
    private bool Displace(int number, Job job, LaunchRange range, Reason? why)
    {
        var at = Math.Clamp(job.Preferred, job.Earliest, Math.Max(job.Earliest, job.Latest));
        var owners = StartSearch.Obstacles(Board, job, at).Select(o => o.Owner).Where(o => o >= 0 && MayGiveWay(o, number)).Distinct().Order().Take(6).ToList();
        foreach (var group in owners.Select(o => new List<int> { o }).Append(owners))
        {
            if (group.Count == 0) continue;
            var kept = group.Select(o => (Number: o, Standing: standing[o], Footprint: Board.Remove(o)!, Loads: Board.Remove(LoadsOf(o)))).ToList();
            foreach (var o in group) standing[o] = null;
            if (Search(job) is { } found)
            {
                Take(number, job, found, why);
                foreach (var (o, was, _, _) in kept) Place(o, Ranges.Displaced(Flights[o], was!, request), was!.Why, mayDisturb: false);
                if (group.All(o => standing[o]?.Plan is not null)) return true;
                foreach (var o in group)
                {
                    Board.Remove(o);
                    Board.Remove(LoadsOf(o));
                }

                Board.Remove(number);
            }

            foreach (var (o, was, footprint, loads) in kept)
            {
                Board.Add(o, footprint);
                if (loads is not null) Board.Add(LoadsOf(o), loads);
                standing[o] = was;
            }
        }

        return false;
    }

    private bool MayGiveWay(int other, int to)
    {
        var (flight, place) = (Flights[other], standing[other]);
        if (place?.Plan is not { } plan || !place.Moves.IsEmpty || standing.Any(s => s?.Moves.Any(m => m.For == other) == true) || plan.Launch <= request.Now || flight.Wish.Pins is not null || place.Why is not null) return false;
        return flight.Plan is null ? Weight(flight.Kind) <= Weight(Flights[to].Kind) : Weight(flight.Kind) < Weight(Flights[to].Kind);
    }
}
