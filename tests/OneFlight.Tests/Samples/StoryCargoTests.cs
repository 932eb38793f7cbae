using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Samples;
using OneFlight.Operations.Supply;

namespace OneFlight.Tests.Samples;

public sealed class StoryCargoTests(ITestOutputHelper output)
{
    private static readonly Lazy<Campaign> Made = new(() => Story.Planned(1, 110, new(SampleData.Reference, Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f)))));

    private static Campaign Year => Made.Value;

    private static ImmutableArray<StationSupply> Supplies => StationSupply.All(Year.Supply, Year.Fleet, Year.Flights, Year.Cargo);

    [Fact]
    public void The_stock_of_Lyra_Station_holds_and_losing_DRAY_2_would_cross_the_reserve()
    {
        foreach (var supply in Supplies)
        {
            output.WriteLine($"{supply.Stock.Id} rate {supply.Course.Rate:0.000} planned {supply.Course.Planned:0.000} cover now {supply.Course.CoverDays(OperatorYear.AsOf):0.0}");
            foreach (var p in supply.Course.Points) output.WriteLine($"  {(p.At - OperatorYear.AsOf).TotalDays:0.0} {p.Event} {p.Flight} {p.Before:0} -> {p.After:0} crew {p.Crew} cover {p.CoverDays:0.0} drift {p.Drift:0.000}");
            foreach (var f in supply.Coming(OperatorYear.AsOf)) output.WriteLine($"  without {f}: {supply.Without(f).Lowest(OperatorYear.AsOf, supply.Deliveries[^1].At)?.Days:0.0}");
        }
        var food = Supplies[0];
        var last = food.Deliveries[^1].At;
        Assert.Equal("DRAY-2", food.Coming(OperatorYear.AsOf)[0].Value);
        Assert.True(food.Course.Lowest(OperatorYear.AsOf, last)!.Value.Days > 45);
        Assert.InRange(food.Without(new FlightId("DRAY-2")).Lowest(OperatorYear.AsOf, last)!.Value.Days, 30, 45);
    }

    [Fact]
    public void No_item_of_the_story_breaks_a_hard_rule()
    {
        var report = PlanCheck.Judge(Year);
        Assert.Empty(report.Violations.Where(v => v.Rule is Rules.Hull or Rules.CargoMass));
        Assert.Contains(report.Findings, f => f.Rule == Rules.Segregation && f.Subjects.Contains(new ThingId("flight", "CYGNET-06")));
        Assert.Single(report.Findings, f => f.Rule == Rules.Segregation);
        Assert.DoesNotContain(report.Findings, f => f.Rule == Rules.LateLoad);
    }

    [Fact]
    public void Custody_of_the_samples_stands_as_the_stage_says()
    {
        var log = Story.Log(Year).Where(e => e.Stream.StartsWith(Custody.StreamPrefix, StringComparison.Ordinal)).ToList();
        Custody Of(int number) => log.Where(e => e.Stream == $"custody/CYGNET-{number:00}-S1").Aggregate(Custody.None, (c, e) => c.After(e.Entry.At, e.Entry.Event));
        Flight Flight(int number) => Year.Flights.Single(f => f.Id.Value == $"CYGNET-{number:00}");

        Assert.All(log, e => Assert.True(e.Entry.At <= OperatorYear.AsOf && e.Entry.KnownAt <= OperatorYear.AsOf && e.Entry.KnownAt >= e.Entry.At));
        Assert.Equal(Duration.FromHours(34), Of(1).ToFreezer(Flight(1).Plan!.End));
        Assert.True(ColdChain.Of(new(-70, 6, 10), Of(1).Readings).Held);
        Assert.NotNull(Of(2).FrozenAt);
        Assert.Equal("Crew of CYGNET-03", Of(3).Holder);
        Assert.Equal("Crew of CYGNET-04", Of(4).Holder);
        Assert.Null(Of(5).Holder);
        Assert.All(Enumerable.Range(1, 4), n => Assert.Empty(Of(n).Breaks));
        foreach (var n in new[] { 1, 2, 3, 4 }) output.WriteLine($"{n}: {Of(n).Holder} warmest {Of(n).Warmest} readings {Of(n).Readings.Length} frozen {Of(n).FrozenAt} {Of(n).Since}");
    }

    [Fact]
    public void A_slip_of_nine_days_touches_the_sample_and_the_stock_each_with_its_path()
    {
        var before = CampaignStatement.Of(Year, OperatorYear.AsOf);
        Campaign Slipped(string id)
        {
            var by = Duration.FromDays(9);
            return Year with
            {
                Flights = [.. Year.Flights.Select(f => f.Id.Value != id ? f : f with { Plan = f.Plan! with { Launch = f.Plan.Launch + by, Arrival = f.Plan.Arrival + by, Departure = f.Plan.Departure + by, End = f.Plan.End + by } })],
            };
        }
        var crewed = Operations.Impact.ChangeImpact.Between(before, CampaignStatement.Of(Slipped("CYGNET-05"), OperatorYear.AsOf), [new(new("flight", "CYGNET-05"), "slips")]);
        var life = Assert.Single(crewed.Touched, t => t.Thing == new ThingId(CargoKinds.SampleLife, "CYGNET-05-S1"));
        Assert.Equal(GateLight.Red, ((SampleLifeState)life.After!).Light);
        Assert.Contains(crewed.Touched, t => t.Thing == new ThingId(CargoKinds.Gate, "CYGNET-05/life/CYGNET-05-S1"));
        Assert.DoesNotContain(crewed.Touched, t => t.Path.IsEmpty);

        var fed = Operations.Impact.ChangeImpact.Between(before, CampaignStatement.Of(Slipped("DRAY-2"), OperatorYear.AsOf), [new(new("flight", "DRAY-2"), "slips")]);
        var arrival = (StockArrivalState)Assert.Single(fed.Touched, t => t.Thing == new ThingId(SupplyKinds.Arrival, "lyra-station/iss-packaged-food/DRAY-2")).After!;
        var was = (StockArrivalState)before.Find(new(SupplyKinds.Arrival, "lyra-station/iss-packaged-food/DRAY-2"))!.Value;
        Assert.Equal(was.CoverBefore!.Value - 9, arrival.CoverBefore!.Value, 3);
        Assert.DoesNotContain(fed.Touched, t => t.Path.IsEmpty);
    }

    [Fact]
    public void A_crewed_flight_is_amber_below_the_reserve_red_below_the_line_to_leave_and_unknown_without_a_count()
    {
        GateState Gate(Campaign campaign, string flight) => (GateState)CampaignStatement.Of(campaign, OperatorYear.AsOf).Find(new(SupplyKinds.Gate, flight))!.Value;
        Campaign Lost(params string[] ships) => Year with { Cargo = [.. Year.Cargo.Select(i => ships.Contains(i.Flight.Value) ? i with { LeftBehind = true } : i)] };

        output.WriteLine(Gate(Year, "CYGNET-07").Text);
        output.WriteLine(Gate(Lost("DRAY-2"), "CYGNET-07").Text);
        output.WriteLine(Gate(Lost("DRAY-2", "DRAY-3"), "CYGNET-08").Text);
        Assert.Equal(GateLight.Green, Gate(Year, "CYGNET-07").Light);
        Assert.Equal(GateLight.Red, Gate(Lost("DRAY-2", "DRAY-3"), "CYGNET-08").Light);
        Assert.Equal(GateLight.Unknown, Gate(Year with { Supply = Year.Supply with { Audits = [] } }, "CYGNET-07").Light);
    }
}
