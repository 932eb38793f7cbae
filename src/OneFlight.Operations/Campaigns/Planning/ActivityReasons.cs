using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Says why floating activities do not stand where they were wanted.</summary>
internal static class ActivityReasons
{
    public static IEnumerable<Binding> Of(PlanningFacts index, PlanningRequest request, IReadOnlyList<Standing?> standings, Flight flight, FlightSchedule schedule)
    {
        var network = schedule.Activities.Network;
        for (var i = 0; i < schedule.Starts.Length; i++)
        {
            if (schedule.Activities.Wanted[i] is not { } wanted || wanted.Start == schedule.Starts[i]) continue;
            yield return Binding(index, request, standings, flight, schedule, i, $"activity:{network.Activities[i].Id}");
        }
    }

    private static Binding Binding(
        PlanningFacts index, PlanningRequest request, IReadOnlyList<Standing?> standings, Flight flight, FlightSchedule schedule, int i, string choice)
    {
        var (tasks, starts, network) = (schedule.Activities.Tasks, schedule.Starts, schedule.Activities.Network);
        if (schedule.Pushed.TryGetValue(i, out var pushed))
        {
            return new(choice, standings[pushed.Flight]!.Flight.Thing,
                $"gives way to {standings[pushed.Flight]!.Flight.Name} at {index.Campaign.Fleet.Resources[pushed.Resource].Name}");
        }

        foreach (var bound in request.Bounds)
        {
            if (bound.Flight == flight.Id && bound.Activity == network.Activities[i].Id && starts[i] >= bound.NotBefore.Ticks()) return new(choice, bound.Cause, bound.Why);
        }

        foreach (var before in tasks[i].After)
        {
            if (starts[before.Task] + (before.StartToStart ? 0 : tasks[before.Task].Length) == starts[i])
            {
                var other = network.Activities[before.Task];
                return new(choice, other.Id.On(flight.Id), $"waits for {other.Name}");
            }
        }

        for (var other = 0; other < tasks.Length; other++)
        {
            if (tasks[other].After.Any(p => p.Task == i && starts[other] - (p.StartToStart ? 0 : tasks[i].Length) == starts[i]))
            {
                return new(choice, network.Activities[other].Id.On(flight.Id), $"must be done for {network.Activities[other].Name}");
            }
        }

        return network.Resources[i].IsEmpty
            ? new(choice, flight.Thing, "not in the past")
            : new(choice, index.Campaign.Fleet.Resources[network.Resources[i][0]].Id.Thing, $"{index.Campaign.Fleet.Resources[network.Resources[i][0]].Name} is full or closed at the wanted time");
    }
}
