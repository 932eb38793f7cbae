using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Samples;

/// <summary>The hands through which the cold samples of the flown flights went, and what their loggers wrote.</summary>
internal static class StoryCustody
{
    private const string Logistics = "Logistics", Pad = "Cold stowage team at the pad", Recovery = "Recovery cold team", Courier = "Cold courier";

    public static IEnumerable<StoryEvent> Events(Campaign campaign, ImmutableArray<StoryFlight> story) =>
        story.Where(s => s.Reached(StoryStage.LaunchDay)).SelectMany(s =>
            campaign.Flights.Single(f => f.Id == s.Flight).Plan is { } plan ? Of(campaign, s, plan) : []);

    private static IEnumerable<StoryEvent> Of(Campaign campaign, StoryFlight s, FlightPlan plan)
    {
        var item = campaign.Cargo.Single(i => i.Id == StoryCargo.Sample(s));
        var laboratory = campaign.People.Organizations.Single(o => o.Id == s.Laboratory).Name;
        var crew = $"Crew of {s.Flight}";
        var late = plan.Activities.Single(a => a.Id == item.NeededBy);
        var handed = Duration.FromHours(9);
        // Every step that the plan has had by now; landing and later only of those that came home.
        List<(Instant At, ILogEvent What)> steps =
        [
            (late.Start - handed, new CustodyHandedOver(laboratory, Logistics, "Turnover facility", "Frozen, sealed, undamaged", $"OF-{s.Number:00}41")),
            (late.Start + Duration.FromHours(2), new CustodyHandedOver(Logistics, Pad, "White room at the pad", "Frozen, seal whole", $"OF-{s.Number:00}41")),
            (late.Start + Duration.FromHours(7), new CustodyTemperatures($"logger {3100 + s.Number}", Readings(s, late.Start - handed, late.Start + Duration.FromHours(6)))),
            (late.Start + Duration.FromHours(8), new CustodyHandedOver(Pad, crew, "Powered locker 2 of the capsule", "Frozen, in powered locker, seal whole", $"OF-{s.Number:00}41")),
        ];
        if (plan.Arrival is { } arrival) steps.Add((arrival + Duration.FromHours(9), new CustodyOpened(crew, "Trays moved to the growth cabinet of the station", $"OF-{s.Number:00}42")));
        if (plan.End is { } landing)
        {
            steps.Add((landing + Duration.FromHours(3), new CustodyHandedOver(crew, Recovery, "Recovery ship", "Frozen, seal whole", $"OF-{s.Number:00}42")));
            steps.Add((landing + Duration.FromHours(11), new CustodyHandedOver(Recovery, Courier, "Quay", "Frozen, seal whole", $"OF-{s.Number:00}42")));
            steps.Add((landing + Duration.FromHours(34), new CustodyHandedOver(Courier, laboratory, "Freezer hall of the laboratory", "Frozen, seal whole, forty trays", $"OF-{s.Number:00}42", Freezer: true)));
            steps.Add((landing + Duration.FromHours(35), new CustodyTemperatures($"logger {3100 + s.Number}", Readings(s, late.Start + Duration.FromHours(7), landing + Duration.FromHours(34)))));
        }
        return steps.Where(x => x.At <= OperatorYear.AsOf).Select(x => new StoryEvent(
            Compartment.Operations, Custody.Stream(item.Id),
            x.What is CustodyTemperatures log ? new(log.Readings[^1].At, x.At, "Logistics lead", log) : NewLogEntry.Now(x.At, "Logistics lead", x.What)));
    }

    /// <summary>One reading each hour; the box warms a little whenever it changes hands, and never above its limit.</summary>
    private static ImmutableArray<TemperatureReading> Readings(StoryFlight s, Instant from, Instant to)
    {
        var hours = (int)(to - from).TotalHours;
        return [.. Enumerable.Range(0, hours + 1).Select(h => new TemperatureReading(
            from + Duration.FromHours(h), Math.Round(-80.4 + (1.3 * Math.Sin((h + s.Number) / 5.0)) + Warmed(h, hours, s.Number), 1)))];
    }

    private static double Warmed(int hour, int of, int number) =>
        (7.6 * Math.Exp(-Math.Pow((hour - 11) / 1.6, 2))) + ((7.9 - (0.2 * number)) * Math.Exp(-Math.Pow((of - hour - 23) / 2.2, 2)));
}
