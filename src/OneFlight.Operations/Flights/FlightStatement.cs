using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Flights;

/// <summary>States wishes, flights, stays and activities, and how one moves the other.</summary>
public static class FlightStatement
{
    private static readonly StatedBefore before = new();

    public static void State(ImmutableArray<Flight> flights, ImmutableArray<MissionTemplate> templates, StatementBuilder statement)
    {
        var byId = templates.ToDictionary(t => t.Id);
        foreach (var flight in flights)
        {
            var template = OwnTemplate.Of(flight, flight.Template is { } id ? byId.GetValueOrDefault(id) : null);
            statement.Once(before, flight, [template], own => State(flight, template, own));
        }
    }

    private static void State(Flight flight, MissionTemplate? template, StatementBuilder statement)
    {
        StateFlight(flight, statement);
        StateStays(flight, statement);
        if (flight.Plan is { } plan)
            StateActivities(flight, plan, template?.Activities.ToDictionary(a => a.Id), statement);
    }

    private static void StateFlight(Flight flight, StatementBuilder statement)
    {
        var wish = new ThingId(FlightKinds.Wish, flight.Id.Value);
        statement.State(wish, $"Wish for {flight.Name}", new WishState(flight.Wish));
        statement.Link(wish, flight.Thing, "is what is wanted of the flight");

        var plan = flight.Plan;
        var status = flight.Cancelled is not null ? "cancelled" : plan is null ? "not planned" : "planned";
        statement.State(flight.Thing, flight.Name,
            new FlightState(status, plan?.Launch, plan?.Arrival, plan?.Departure, plan?.End, plan?.Vehicle, plan?.Pad,
                string.Join(", then ", plan?.Stays.Select(s => s.Port.Value) ?? [])));

        foreach (var binding in plan?.Why ?? [])
            if (binding.Cause is { } cause && cause != flight.Thing)
                statement.Link(cause, Bound(flight, binding), binding.Text);
    }

    private static ThingId Bound(Flight flight, Binding binding) =>
        ThingId.Parse(binding.Choice) is { Kind: FlightKinds.Activity } activity ? new ActivityId(activity.Id).On(flight.Id) : flight.Thing;

    private static void StateStays(Flight flight, StatementBuilder statement)
    {
        var stays = flight.Plan?.Stays ?? [];
        for (var i = 0; i < stays.Length; i++)
        {
            var thing = new ThingId(FlightKinds.Stay, $"{flight.Id}/{i + 1}");
            statement.State(thing, stays.Length == 1 ? $"{flight.Name} docked" : $"{flight.Name} docked, stay {i + 1}", new StayState(stays[i].Port, stays[i].From, stays[i].To));
            statement.Link(flight.Thing, thing, "arrival and departure follow the launch");
            statement.Link(thing, stays[i].Port.Thing, "holds the port");
            statement.Link(stays[i].Port.Thing, thing, "the port has to be free");
            // A relocated vehicle's stay changes while the flight's own dates stand still.
            statement.Link(thing, flight.Thing, "the port decides where the flight can be");
        }
    }

    private static void StateActivities(
        Flight flight, FlightPlan plan, Dictionary<ActivityId, ActivityTemplate>? templates, StatementBuilder statement)
    {
        foreach (var activity in plan.Activities)
        {
            var thing = activity.Id.On(flight.Id);
            var template = templates?.GetValueOrDefault(activity.Id);
            statement.State(thing, template?.Name ?? activity.Id.Value, new ActivityState(activity.Start, activity.End));
            statement.Link(flight.Thing, thing, template is null ? "is part of the flight" : Reason(template));
            if (template is null) continue;

            foreach (var prerequisite in template.Prerequisites)
            {
                var first = prerequisite.Activity.On(flight.Id);
                statement.Link(first, thing, prerequisite.StartToStart ? "has to start first" : "has to end first");
                statement.Link(thing, first, "waits for it");
            }
            foreach (var resource in template.Needs)
            {
                statement.Link(thing, resource.Thing, "books it");
                statement.Link(resource.Thing, thing, "has to be free");
            }
        }
    }

    private static string Reason(ActivityTemplate template) => template.OnSlip switch
    {
        SlipBehavior.Anchor => "is the event itself",
        SlipBehavior.MovesWithLanding => "moves with the landing",
        SlipBehavior.MovesUntilBegunThenExtends => "moves with the launch until begun, then lasts until it",
        SlipBehavior.Floats => "keeps its date unless the new launch forces it",
        SlipBehavior.RepeatEachAttempt => "is done again for every launch attempt",
        SlipBehavior.RepeatIfScrubOver48Hours => "is done again after more than 48 hours",
        SlipBehavior.RepeatIfSlipOver30Days => "is done again after more than 30 days",
        SlipBehavior.Fixed or SlipBehavior.FixedDeadline => "stands on a date of its own",
        _ => "moves with the launch",
    };
}
