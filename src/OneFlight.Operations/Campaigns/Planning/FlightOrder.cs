using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Sorts the flights by what may happen to them, and places them in that order.</summary>
internal sealed class FlightOrder
{
    private readonly PlanningFacts index;
    private readonly PlanningRequest request;
    private readonly FlightJobs jobs;
    private readonly List<int> frozen = [], kept = [], open = [];
    private readonly List<(int Number, FlightTarget Target)> targets = [];
    private readonly List<(int Number, ImmutableArray<Load> Loads)> standingLoads;

    public FlightOrder(PlanningFacts index, PlanningRequest request)
    {
        (this.index, this.request, jobs) = (index, request, new(index));
        var asked = request.Targets.GroupBy(t => t.Flight).ToDictionary(g => g.Key, g => g.Last());
        var bounded = request.Bounds.Select(b => b.Flight).ToHashSet();
        for (var n = 0; n < index.Campaign.Flights.Length; n++)
        {
            var flight = index.Campaign.Flights[n];
            if (flight.Plan is { } plan && (plan.Launch <= request.Now || flight.Wish.Pins is { Launch: true, Vehicle: true, Pad: true, Ports: true })) frozen.Add(n);
            else if (flight.Cancelled is not null) continue;
            else if (asked.TryGetValue(flight.Id, out var target) && flight.Wish.Pins is not { Launch: true }) targets.Add((n, target));
            else if (flight.Plan is null) open.Add(n);
            else if (bounded.Contains(flight.Id) && flight.Wish.Pins is not { Launch: true } && Forced(flight) is { } forced) targets.Add((n, forced));
            else kept.Add(n);
        }

        kept = [.. kept.OrderBy(Order)];
        targets = [.. targets.OrderBy(t => t.Target.Preferred).ThenBy(t => t.Number)];
        open = [.. open.OrderBy(n => index.Campaign.Flights[n].Wish.Launch).ThenBy(n => n)];
        standingLoads = StandingLoads();
    }

    /// <summary>What the standing flights take of the resources; the outages of resources count as taken whole.</summary>
    private List<(int Number, ImmutableArray<Load> Loads)> StandingLoads()
    {
        var loads = frozen.Concat(kept).Select(n => (n, Loads(n))).ToList();
        loads.Add((index.Campaign.Flights.Length, [.. index.Campaign.Fleet.Resources.SelectMany((r, i) => r.Outages
            .Select(o => new Load(i, o.From.Ticks(), o.To.Ticks(), r.Capacity)))]));
        return loads;
    }

    private ImmutableArray<Load> Loads(int n)
    {
        var flight = index.Campaign.Flights[n];
        if (index.Template(flight) is not { } network) return [];
        var flown = flight.Plan!.Launch <= request.Now;
        var loads = ImmutableArray.CreateBuilder<Load>(2 * network.Activities.Length);
        foreach (var activity in flight.Plan.Activities)
        {
            if (network.Number(activity.Id) is not { } i) continue;
            if (!flown && network.Activities[i].OnSlip == SlipBehavior.Floats && activity.Start > request.Now) continue;
            foreach (var resource in network.Resources[i]) loads.Add(new(resource, activity.Start.Ticks(), activity.End.Ticks(), 1));
        }

        return loads.ToImmutable();
    }

    private Launch Order(int n) => new(index.Campaign.Flights[n].Plan!.Launch, n);

    private readonly record struct Launch(Instant At, int Number) : IComparable<Launch>
    {
        public int CompareTo(Launch other) => At != other.At ? At.CompareTo(other.At) : Number.CompareTo(other.Number);
    }

    /// <summary>The best of several orders for the flights without a plan; all else has one order only.</summary>
    public Attempt Best()
    {
        var best = open.Count < 2 ? Run(open) : OrderSearch.Improve<Attempt>(open, Rounds, request.Seed, order =>
        {
            var attempt = Run(order);
            return (attempt, attempt.Deviation(open), [.. order.Select(n => attempt.Deviation([n]))]);
        });
        best.Settle();
        return best;
    }

    // Each round places everything anew; a campaign ten times as large gets fewer of them.
    private int Rounds => Math.Clamp(4000 / Math.Max(1, open.Count), 3, 24);

    private Attempt Run(IReadOnlyList<int> order)
    {
        var attempt = new Attempt(index, request, jobs);
        attempt.TakeLoads(standingLoads);
        foreach (var n in frozen) attempt.Keep(n);
        if (request.Yields == WhoYields.Others)
        {
            PlaceTargets(attempt);
            foreach (var (n, _) in targets) attempt.Lift(n);
        }

        var crowded = kept.Where(n => !attempt.KeepIfFree(n)).ToList();
        if (request.Yields == WhoYields.Others)
        {
            var keeping = kept.Except(crowded).ToHashSet();
            foreach (var (n, _) in targets) crowded.AddRange(attempt.Insert(n, keeping));
        }

        attempt.Evade();
        crowded.Sort((a, b) => Order(a).CompareTo(Order(b)));
        foreach (var n in crowded) attempt.Place(n, Ranges.Pushed(index.Campaign.Flights[n], Bound(n, null), request), null);
        if (request.Yields == WhoYields.Moved) PlaceTargets(attempt);
        foreach (var n in order) attempt.Place(n, Ranges.Wished(index.Campaign.Flights[n], Bound(n, null), request), null);
        return attempt;
    }

    private void PlaceTargets(Attempt attempt)
    {
        foreach (var (n, target) in targets)
        {
            var range = Ranges.Asked(target, Bound(n, target), request);
            // What gives way takes what is left free and disturbs nobody.
            attempt.Place(n, range, new(target.Cause, target.Why, target.Preferred.Ticks()), mayDisturb: request.Yields == WhoYields.Others);
        }
    }

    /// <summary>The least liftoff that the flight's begun activities and the bounds allow.</summary>
    private long Bound(int n, FlightTarget? target)
    {
        var flight = index.Campaign.Flights[n];
        var launch = (target?.Preferred ?? flight.Plan?.Launch ?? flight.Wish.Launch).Ticks();
        return FlightActivities.Of(index, flight, FlightTimes.Of(flight.Wish, launch), request)
            ?.EarliestLaunch(launch, request, flight.Id, begun: flight.Plan is not null) ?? Horizon.Always;
    }

    /// <summary>A bound that no floating activity can take up moves the liftoff.</summary>
    private FlightTarget? Forced(Flight flight)
    {
        var launch = flight.Plan!.Launch.Ticks();
        var activities = FlightActivities.Of(index, flight, FlightTimes.Of(flight.Plan), request);
        if (activities?.EarliestLaunch(launch, request, flight.Id, begun: false) is not { } least || least <= launch) return null;
        var bound = request.Bounds.Where(b => b.Flight == flight.Id).MaxBy(b => b.NotBefore)!;
        return new(flight.Id, least.Instant(), least.Instant(), true, bound.Cause, bound.Why);
    }
}
