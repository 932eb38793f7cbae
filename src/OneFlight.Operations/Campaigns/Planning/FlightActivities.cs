using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>The activities of one flight at given anchors, as tasks of a network.</summary>
internal sealed class FlightActivities
{
    private FlightActivities(TemplateNetwork network, Wanted?[] wanted, LevelTask[] tasks) => (Network, Wanted, Tasks) = (network, wanted, tasks);

    public TemplateNetwork Network { get; }
    public Wanted?[] Wanted { get; }

    /// <summary>One for each activity of the template; those that do not happen have no length and no resources.</summary>
    public LevelTask[] Tasks { get; }

    /// <summary>Null: the flight has no template.</summary>
    public static FlightActivities? Of(PlanningFacts index, Flight flight, FlightTimes after, PlanningRequest request)
    {
        if (index.Template(flight) is not { } network) return null;
        var now = request.Now.Ticks();
        var before = flight.Plan is { } plan ? FlightTimes.Of(plan) : after;
        var standing = Standing(network, flight.Plan);
        var wanted = new Wanted?[network.Activities.Length];
        var tasks = new LevelTask[wanted.Length];
        for (var i = 0; i < wanted.Length; i++)
        {
            var activity = network.Activities[i];
            wanted[i] = standing[i] is { } at ? SlipRules.Moved(activity, at, before, after, now) : SlipRules.New(activity, after, now);
            tasks[i] = wanted[i] is { } want
                ? new(want.Start, want.End - want.Start, now, !want.Floats, want.Begun, standing[i] is not null, network.Resources[i], network.After[i])
                : new(0, 0, Horizon.Always, true, true, true, [], []);
        }

        foreach (var bound in request.Bounds)
        {
            if (bound.Flight != flight.Id || network.Number(bound.Activity) is not { } i || tasks[i].Begun) continue;
            var earliest = Math.Max(tasks[i].NotBefore, bound.NotBefore.Ticks());
            if (tasks[i].Start < earliest) tasks[i] = tasks[i] with { Start = earliest, Stands = false };
            tasks[i] = tasks[i] with { NotBefore = earliest };
        }

        // What does not happen holds nobody up.
        for (var i = 0; i < tasks.Length; i++)
        {
            if (tasks[i].After.Any(p => wanted[p.Task] is null)) tasks[i] = tasks[i] with { After = tasks[i].After.RemoveAll(p => wanted[p.Task] is null) };
        }

        return new(network, wanted, tasks);
    }

    /// <summary>What the activities that go with the liftoff take of the resources, counted from liftoff and merged.</summary>
    public ImmutableArray<Load> FollowingLoads(long launch)
    {
        var steps = new List<(int Resource, long At, int Change)>();
        for (var i = 0; i < Tasks.Length; i++)
        {
            if (Wanted[i] is not { Follows: true }) continue;
            foreach (var resource in Tasks[i].Resources)
            {
                steps.Add((resource, Tasks[i].Start - launch, 1));
                steps.Add((resource, Tasks[i].Start + Tasks[i].Length - launch, -1));
            }
        }

        steps.Sort();
        var loads = ImmutableArray.CreateBuilder<Load>();
        var level = 0;
        for (var i = 0; i + 1 < steps.Count; i++)
        {
            level += steps[i].Change;
            var (next, here) = (steps[i + 1], steps[i]);
            if (level > 0 && next.Resource == here.Resource && next.At > here.At) loads.Add(new(here.Resource, here.At, next.At, level));
        }

        return loads.ToImmutable();
    }

    /// <summary>What the activities take that neither the liftoff nor a full resource moves.</summary>
    public ImmutableArray<Load> FixedLoads() => [.. Enumerable.Range(0, Tasks.Length)
        .Where(i => Wanted[i] is { Follows: false } && (Tasks[i].Firm || Tasks[i].Begun))
        .SelectMany(i => Tasks[i].Resources.Select(r => new Load(r, Tasks[i].Start, Tasks[i].Start + Tasks[i].Length, 1)))];

    /// <summary>The least liftoff at which no activity that follows its anchor would have to wait for what does not move with it.</summary>
    /// <param name="launch">The liftoff that the tasks stand for.</param>
    /// <param name="begun">True: what has begun, and that nothing can be done in the past, bind too; false: only the bounds do.</param>
    /// <returns>Always, when nothing binds.</returns>
    public long EarliestLaunch(long launch, PlanningRequest request, FlightId flight, bool begun)
    {
        var absolute = new long[Tasks.Length];
        var least = Horizon.Always;
        foreach (var i in Network.Order)
        {
            var task = Tasks[i];
            var from = Horizon.Always;
            foreach (var before in task.After)
            {
                if (absolute[before.Task] > Horizon.Always) from = Math.Max(from, absolute[before.Task] + (before.StartToStart ? 0 : Tasks[before.Task].Length));
            }

            if (!task.Begun)
            {
                foreach (var bound in request.Bounds)
                {
                    if (bound.Flight == flight && bound.Activity == Network.Activities[i].Id) from = Math.Max(from, bound.NotBefore.Ticks());
                }
            }

            if (begun && Wanted[i] is { Floats: true, Begun: false }) from = Math.Max(from, request.Now.Ticks());
            if (Wanted[i] is { Follows: true } follows && from > Horizon.Always) least = Math.Max(least, from - (follows.Start - launch));
            // A quarantine that has begun lasts until the liftoff, so it holds up nothing.
            if (task.Begun) from = begun && Network.Activities[i].OnSlip != SlipBehavior.MovesUntilBegunThenExtends && Wanted[i] is not null ? task.Start : Horizon.Always;
            absolute[i] = from;
        }

        return least;
    }

    /// <summary>The activities at their final starts, in the template's order; those that stand as before are the same objects.</summary>
    public ImmutableArray<PlannedActivity> Planned(FlightPlan? standing, long[] starts, long now)
    {
        var before = Standing(Network, standing);
        var planned = ImmutableArray.CreateBuilder<PlannedActivity>(starts.Length);
        for (var i = 0; i < starts.Length; i++)
        {
            if (Wanted[i] is null) continue;
            var (start, end) = (starts[i], starts[i] + Tasks[i].Length);
            var status = end <= now ? ActivityStatus.Done : start <= now ? ActivityStatus.Begun : ActivityStatus.Planned;
            planned.Add(before[i] is { } same && same.Start.Ticks() == start && same.End.Ticks() == end && same.Status == status
                ? same
                : new(Network.Activities[i].Id, start.Instant(), end.Instant(), status));
        }

        return planned.ToImmutable();
    }

    private static PlannedActivity?[] Standing(TemplateNetwork network, FlightPlan? plan)
    {
        var standing = new PlannedActivity?[network.Activities.Length];
        if (plan is null) return standing;
        foreach (var activity in plan.Activities)
        {
            if (network.Number(activity.Id) is { } i) standing[i] ??= activity;
        }

        return standing;
    }
}
