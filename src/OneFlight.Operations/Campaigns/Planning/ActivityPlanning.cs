using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Places the activities of the flights that changed, and moves floating activities of others where a full resource leaves no other way.</summary>
internal sealed class ActivityPlanning
{
    private readonly PlanningFacts index;
    private readonly PlanningRequest request;
    private readonly CapacityBook book;
    private readonly Dictionary<int, FlightSchedule> schedules = [];
    private readonly FlightPlan?[] plans;
    private Dictionary<int, List<(int Flight, int Task)>>? floats;

    public ActivityPlanning(PlanningFacts index, PlanningRequest request, IReadOnlyList<Standing?> standings, IReadOnlyCollection<int> changed)
    {
        (this.index, this.request) = (index, request);
        plans = [.. standings.Select(s => s?.Plan)];
        var openings = new Openings(index, request.Now);
        book = new([.. index.Campaign.Fleet.Resources.Select(r => new CapacityTimeline(r.Capacity))], openings.Of);
        TakeOutages();
        TakeStanding(changed);
        Level(changed);
        Push(changed);
    }

    /// <summary>Flights whose activities were placed or moved.</summary>
    public IReadOnlyDictionary<int, FlightSchedule> Schedules => schedules;

    private long Now => request.Now.Ticks();

    private void TakeOutages()
    {
        for (var r = 0; r < book.Timelines.Length; r++)
        {
            var resource = index.Campaign.Fleet.Resources[r];
            foreach (var outage in resource.Outages) book.Timelines[r].Add(outage.From.Ticks(), outage.To.Ticks(), resource.Capacity);
        }
    }

    private void TakeStanding(IReadOnlyCollection<int> changed)
    {
        var moving = changed.ToHashSet();
        var steps = book.Timelines.Select(_ => new List<(long At, int Change)>()).ToArray();
        for (var n = 0; n < plans.Length; n++)
        {
            var flight = index.Campaign.Flights[n];
            if (moving.Contains(n) || plans[n] is not { } plan || index.Template(flight) is not { } network) continue;
            foreach (var activity in plan.Activities)
            {
                if (network.Number(activity.Id) is not { } i) continue;
                foreach (var resource in network.Resources[i])
                {
                    steps[resource].Add((activity.Start.Ticks(), 1));
                    steps[resource].Add((activity.End.Ticks(), -1));
                }
            }
        }

        for (var r = 0; r < steps.Length; r++) book.Timelines[r].AddAll(steps[r]);
    }

    private void Level(IReadOnlyCollection<int> changed)
    {
        foreach (var n in changed)
        {
            if (FlightActivities.Of(index, index.Campaign.Flights[n], FlightTimes.Of(plans[n]!), request) is not { } activities) continue;
            schedules.Add(n, new(activities, []));
            Leveler.TakeFirm(book, activities.Tasks);
        }

        foreach (var n in changed.Where(schedules.ContainsKey).OrderBy(n => plans[n]!.Launch).ThenBy(n => n))
        {
            var activities = schedules[n].Activities;
            schedules[n] = new(activities, Leveler.Level(book, activities.Tasks, activities.Network.Order.AsSpan()));
        }
    }

    /// <summary>Where an activity of a changed flight met a full resource, others' floating activities give way if they can.</summary>
    private void Push(IReadOnlyCollection<int> changed)
    {
        foreach (var n in changed)
        {
            if (!schedules.TryGetValue(n, out var schedule)) continue;
            for (var i = 0; i < schedule.Starts.Length; i++)
            {
                var task = schedule.Activities.Tasks[i];
                if (task.Begun) continue;
                foreach (var resource in task.Resources) Relieve(resource, schedule.Starts[i], schedule.Starts[i] + task.Length, n);
            }
        }
    }

    private void Relieve(int resource, long from, long to, int cause)
    {
        var timeline = book.Timelines[resource];
        if (to <= from || timeline.Peak(from, to) <= timeline.Capacity) return;
        foreach (var (n, i) in Floats(resource).OrderBy(f => f.Flight == cause ? 0 : 1).ThenByDescending(f => f.Flight).ThenBy(f => f.Task))
        {
            var schedule = Schedule(n);
            var task = schedule.Activities.Tasks[i];
            var start = schedule.Starts[i];
            if (start >= to || start + task.Length <= from) continue;
            Leveler.Take(book, task, start, -1);
            var (earliest, latest) = Window(schedule, i);
            var room = Leveler.Room(book, task with { Start = start }, start, earliest, latest) ?? start;
            Leveler.Take(book, task, room, 1);
            if (room == start) continue;
            schedule.Starts[i] = room;
            schedule.Pushed[i] = (cause, resource);
            if (timeline.Peak(from, to) <= timeline.Capacity) return;
        }
    }

    private List<(int Flight, int Task)> Floats(int resource)
    {
        if (floats is null)
        {
            floats = [];
            for (var n = 0; n < plans.Length; n++) AddFloats(n);
        }

        return floats.GetValueOrDefault(resource) ?? [];
    }

    private void AddFloats(int n)
    {
        var flight = index.Campaign.Flights[n];
        if (plans[n] is not { } plan || plan.Launch <= request.Now || index.Template(flight) is not { } network) return;
        if (flight.Wish.Pins is { Launch: true, Vehicle: true, Pad: true, Ports: true }) return;
        for (var i = 0; i < network.Activities.Length; i++)
        {
            if (network.Activities[i].OnSlip != SlipBehavior.Floats) continue;
            foreach (var resource in network.Resources[i])
            {
                if (!floats!.TryGetValue(resource, out var list)) floats.Add(resource, list = []);
                list.Add((n, i));
            }
        }
    }

    private FlightSchedule Schedule(int n)
    {
        if (schedules.TryGetValue(n, out var schedule)) return schedule;
        var activities = FlightActivities.Of(index, index.Campaign.Flights[n], FlightTimes.Of(plans[n]!), request)!;
        schedules.Add(n, schedule = new(activities, [.. activities.Tasks.Select(t => t.Start)]));
        return schedule;
    }

    private (long Earliest, long Latest) Window(FlightSchedule schedule, int i)
    {
        var tasks = schedule.Activities.Tasks;
        if (tasks[i].Begun) return (schedule.Starts[i], schedule.Starts[i]);
        var (earliest, latest) = (Math.Min(Math.Max(tasks[i].NotBefore, Now), schedule.Starts[i]), Horizon.Never);
        foreach (var before in tasks[i].After)
        {
            earliest = Math.Max(earliest, schedule.Starts[before.Task] + (before.StartToStart ? 0 : tasks[before.Task].Length));
        }

        for (var other = 0; other < tasks.Length; other++)
        {
            foreach (var before in tasks[other].After)
            {
                if (before.Task == i) latest = Math.Min(latest, schedule.Starts[other] - (before.StartToStart ? 0 : tasks[i].Length));
            }
        }

        return (earliest, latest);
    }
}

/// <summary>Where the activities of a flight stand.</summary>
internal sealed record FlightSchedule(FlightActivities Activities, long[] Starts)
{
    /// <summary>Activities that gave way to another flight at a full resource.</summary>
    public SortedDictionary<int, (int Flight, int Resource)> Pushed { get; } = [];
}
