using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Samples;

namespace OneFlight.Tests.Samples;

/// <summary>The sizes of a generated year, reckoned here anew from its wishes.</summary>
public sealed class SampleSizesTests
{
    private static readonly Campaign Year = OperatorYear.Generate(2, 110, SampleData.Reference);

    [Fact]
    public void The_peak_use_of_every_resource_is_about_three_quarters_of_it()
    {
        var templates = Year.Templates.ToDictionary(t => t.Id);
        var booked = Year.Flights.SelectMany(f => templates[f.Template!].Activities.SelectMany(a => a.Needs.Select(n => (Resource: n, Time: At(f, a)))))
            .ToLookup(b => b.Resource, b => b.Time);
        Assert.All(Year.Fleet.Resources, r => SizedFor(Peak([.. booked[r.Id]]), r.Capacity));
    }

    [Fact]
    public void The_peak_use_of_units_and_pads_is_about_three_quarters_of_them()
    {
        foreach (var type in Year.Fleet.Types)
        {
            var held = Year.Flights.Where(f => f.Wish.VehicleTypes.Contains(type.Id)).Select(f => new Interval(f.Wish.Launch, End(f) + type.Turnaround!.Value));
            SizedFor(Peak([.. held]), Year.Fleet.Vehicles.Count(v => v.Type == type.Id));
        }
        foreach (var pads in Year.Fleet.Pads.GroupBy(p => string.Join(' ', p.Serves)))
        {
            var pad = pads.First();
            var held = Year.Flights.Where(f => f.Wish.VehicleTypes.Any(t => pad.Serves.Contains(t))).Select(f => new Interval(f.Wish.Launch - pad.Before, f.Wish.Launch + pad.After));
            SizedFor(Peak([.. held]), pads.Count());
        }
    }

    [Fact]
    public void A_station_has_as_many_ports_and_one_for_crew_and_cargo_alike()
    {
        foreach (var station in Year.Fleet.Stations)
        {
            var visits = Year.Flights.Where(f => f.Wish.Station == station.Id).ToList();
            SizedFor(Peak([.. visits.Select(v => new Interval(v.Wish.Launch + v.Wish.TransitUp, End(v) - v.Wish.TransitDown + station.Traffic.SamePort))]), station.Ports.Length);
            Assert.Contains(station.Ports, p => p.Compatible.Length == 2);
        }
    }

    [Fact]
    public void In_the_plan_of_the_year_nearly_all_that_the_plan_decides_is_kept()
    {
        var planned = SampleCampaigns.Planned(1, 110);
        var flights = planned.Flights.ToDictionary(f => f.Id);
        var missions = planned.Missions.ToDictionary(m => m.Id);
        var rules = planned.Rules.ToDictionary(r => r.Id);
        var templates = planned.Templates.ToDictionary(t => t.Id);
        var decided = planned.Promises.Where(p => rules[p.Rule].DecidedBy == DecidedBy.Plan).Select(p =>
        {
            var flight = flights[missions[p.Mission].Flight!.Value];
            return PromiseJudgment.Judge(rules[p.Rule], PromiseFacts.Measure(rules[p.Rule].Fact!, flight, templates[flight.Template!], p.Terms), null).Status;
        }).CountBy(status => status).ToDictionary();

        Assert.True(decided.Values.Sum() > 800);
        Assert.DoesNotContain(PromiseStatus.Waiting, decided.Keys);
        Assert.DoesNotContain(PromiseStatus.Broken, decided.Keys);
        Assert.InRange(decided[PromiseStatus.Kept] / (double)decided.Values.Sum(), 0.9, 0.97);
        Assert.InRange(decided[PromiseStatus.Bent], 3, 25);
        Assert.InRange(decided[PromiseStatus.Watch] + decided[PromiseStatus.AtRisk], 15, 80);
    }

    /// <summary>A few wishes lie up to three days off the nominal times from which the sizes were taken, hence two more or less.</summary>
    private static void SizedFor(int peak, int size) =>
        Assert.InRange(size, (int)Math.Ceiling((peak - 2) / 0.75), Math.Max(1, (int)Math.Ceiling((peak + 2) / 0.75)));

    private static int Peak(Interval[] held) => held.Length == 0 ? 0 : held.Max(h => held.Count(o => o.Start <= h.Start && o.End > h.Start));

    private static Instant End(Flight flight) => flight.Wish.Launch + flight.Wish.TransitUp + flight.Wish.Stay!.Value + flight.Wish.TransitDown;

    private static Interval At(Flight flight, ActivityTemplate activity)
    {
        var anchor = activity.Anchor switch
        {
            Anchor.Launch => flight.Wish.Launch,
            Anchor.Arrival => flight.Wish.Launch + flight.Wish.TransitUp,
            Anchor.Departure => End(flight) - flight.Wish.TransitDown,
            _ => End(flight),
        };
        return new(anchor + activity.Offset, anchor + activity.Offset + activity.Duration);
    }
}
