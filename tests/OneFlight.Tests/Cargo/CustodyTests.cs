using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Tests.Cargo;

public sealed class CustodyTests
{
    private static readonly Instant Now = Any.Launch + Duration.FromDays(20);

    private static CustodyHandedOver Hand(string from, string to, bool freezer = false, string? seal = "S1") => new(from, to, "Turnover facility", "sealed", seal, freezer);

    private static ImmutableArray<LogEntry> With(ImmutableArray<LogEntry> before, Result<ImmutableArray<NewLogEntry>> decided)
    {
        var entry = Assert.Single(decided.Value);
        return before.Add(new(Compartment.Operations, "custody/I1", before.Length + 1, entry.At, entry.KnownAt, entry.Who, entry.Event, "", ""));
    }

    private static ImmutableArray<LogEntry> Started(int day = 0) =>
        With([], CustodyRules.HandOver([], Hand("Laboratory", "Logistics"), Any.Launch + Duration.FromDays(day), Now, "logistics"));

    private static string[] Codes(Result<ImmutableArray<NewLogEntry>> decided) => [.. decided.Problems.Select(p => p.Code)];

    [Fact]
    public void Each_hand_over_is_continued_by_the_next()
    {
        var log = With(Started(), CustodyRules.HandOver(Started(), Hand("Logistics", "Crew", seal: "S2"), Any.Launch + Duration.FromDays(1), Now, "logistics"));
        var custody = Custody.Of(log);
        Assert.Equal(("Crew", Any.Launch + Duration.FromDays(1), "S2", 2), (custody.Holder, custody.Since!.Value, custody.Seal, custody.HandOvers));
        Assert.Empty(custody.Breaks);
    }

    [Fact]
    public void Nobody_hands_over_what_someone_else_has() =>
        Assert.Equal(["not-the-holder"], Codes(CustodyRules.HandOver(Started(), Hand("Crew", "Courier"), Any.Launch + Duration.FromDays(1), Now, "x")));

    [Fact]
    public void A_hand_over_before_the_last_one_is_refused() =>
        Assert.Equal(["before-the-last"], Codes(CustodyRules.HandOver(Started(3), Hand("Logistics", "Crew"), Any.Launch + Duration.FromDays(2), Now, "x")));

    [Fact]
    public void A_hand_over_in_the_future_to_oneself_and_without_a_place_is_refused_with_every_reason() =>
        Assert.Equal(["later-than-now", "missing-value", "same-hand"],
            Codes(CustodyRules.HandOver(Started(), Hand("Logistics", "Logistics") with { Place = "" }, Now + Duration.FromHours(1), Now, "x")));

    [Fact]
    public void A_lost_item_is_in_nobodys_hands_and_stays_lost()
    {
        var lost = With(Started(), CustodyRules.Lose(Started(), new("Not in the locker"), Any.Launch + Duration.FromDays(1), Now, "x"));
        Assert.Equal((true, (string?)null), (Custody.Of(lost).Lost, Custody.Of(lost).Holder));
        Assert.Equal(["lost-item"], Codes(CustodyRules.HandOver(lost, Hand("Logistics", "Crew"), Any.Launch + Duration.FromDays(2), Now, "x")));
        Assert.Equal(["lost-item"], Codes(CustodyRules.Lose(lost, new("again"), Any.Launch + Duration.FromDays(2), Now, "x")));
    }

    [Fact]
    public void Only_who_has_it_opens_it_and_the_seal_is_another()
    {
        Assert.Equal(["not-the-holder"], Codes(CustodyRules.Open(Started(), new("Crew", "Curious"), Any.Launch + Duration.FromDays(1), Now, "x")));
        Assert.Equal(["not-the-holder"], Codes(CustodyRules.Open([], new("Crew", "Curious"), Any.Launch, Now, "x")));
        var opened = Custody.Of(With(Started(), CustodyRules.Open(Started(), new("Logistics", "Inspection", "S9"), Any.Launch + Duration.FromDays(1), Now, "x")));
        Assert.Equal(("S9", 1), (opened.Seal, opened.Openings));
    }

    [Fact]
    public void Hours_to_the_freezer_count_from_landing_to_the_hand_that_froze_it()
    {
        var landing = Any.Launch + Duration.FromDays(12);
        var home = With(Started(), CustodyRules.HandOver(Started(), Hand("Logistics", "Laboratory", freezer: true), landing + Duration.FromHours(31), Now, "x"));
        Assert.Equal(Duration.FromHours(31), Custody.Of(home).ToFreezer(landing));
        Assert.Null(Custody.Of(Started()).ToFreezer(landing));
        Assert.Null(Custody.Of(home).ToFreezer(null));
    }

    [Fact]
    public void A_reading_out_of_time_order_is_refused_within_an_upload_and_after_one()
    {
        TemperatureReading At(int hour) => new(Any.Launch + Duration.FromHours(hour), -80);
        Assert.Equal(["out-of-order"], Codes(CustodyRules.Record(Started(), new("logger", [At(2), At(1)]), Now, "x")));
        var once = With(Started(), CustodyRules.Record(Started(), new("logger", [At(1), At(2)]), Now, "x"));
        Assert.Equal(["out-of-order"], Codes(CustodyRules.Record(once, new("logger", [At(2), At(3)]), Now, "x")));
        Assert.Equal(3, Custody.Of(With(once, CustodyRules.Record(once, new("logger", [At(3)]), Now, "x"))).Readings.Length);
        Assert.Equal(["no-readings"], Codes(CustodyRules.Record(Started(), new("logger", []), Now, "x")));
        Assert.Equal(["colder-than-possible"], Codes(CustodyRules.Record(Started(), new("logger", [At(1) with { Celsius = -300 }]), Now, "x")));
    }

    [Fact]
    public void Minutes_above_the_limit_are_counted_from_crossing_to_crossing()
    {
        TemperatureReading At(int minute, double celsius) => new(Any.Launch + Duration.FromMinutes(minute), celsius);
        // Crosses -70 halfway up and halfway down, and lies above for ten minutes between: 5 + 10 + 5.
        var chain = ColdChain.Of(new(-70, 6, 20), [At(0, -72), At(10, -68), At(20, -68), At(30, -72)]);
        Assert.Equal((20d, Duration.FromMinutes(10), true), (chain.MinutesAbove, chain.LongestGap, chain.Held));
        Assert.False(ColdChain.Of(new(-70, 6, 19), [At(0, -72), At(10, -68), At(20, -68), At(30, -72)]).Held);
    }

    [Fact]
    public void A_silent_logger_leaves_the_chain_unproven()
    {
        TemperatureReading At(int minute) => new(Any.Launch + Duration.FromMinutes(minute), -80);
        Assert.True(ColdChain.Of(new(-70, 6), [At(0), At(60)]).Held);
        Assert.Null(ColdChain.Of(new(-70, 6), [At(0), At(61)]).Held);
        Assert.Null(ColdChain.Of(new(-70, 6), [At(0)]).Held);
    }

    [Fact]
    public void A_sample_that_slips_nine_days_is_spoiled_and_the_state_says_by_when()
    {
        var item = Any.Item() with { Life = new(Any.Launch - Duration.FromDays(4), Duration.FromDays(22), LifeEnd.Back), Return = new(48, "Laboratory") };
        var plan = Any.Flight().Plan!;
        var back = item.Life.Needed(item, plan)!.Value;
        Assert.Equal(Any.Launch + Duration.FromDays(14), back);
        Assert.Equal(Operations.Links.GateLight.Green, new SampleLifeState(item.Life.Ends, back, LifeEnd.Back, false).Light);
        Assert.Equal(Operations.Links.GateLight.Red, new SampleLifeState(item.Life.Ends, back + Duration.FromDays(9), LifeEnd.Back, false).Light);
        Assert.Equal(Operations.Links.GateLight.Amber, new SampleLifeState(item.Life.Ends, item.Life.Ends - Duration.FromDays(1), LifeEnd.Back, false).Light);
        Assert.Equal(Operations.Links.GateLight.Unknown, new SampleLifeState(item.Life.Ends, item.Life.Needed(item, null), LifeEnd.Back, false).Light);
    }
}
