using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.Readiness;
using OneFlight.Tests.Campaigns;
using OneFlight.Tests.Safety;

namespace OneFlight.Tests.Readiness;

public sealed class ReadinessBoardTests
{
    private static readonly ThingId Flight = new("flight", "F1");

    private static ReadinessRow ARow(string id, GateLight light, Gate gate = Gate.Contract, double? turns = null, string holder = "surgeon", ThingId? flight = null) =>
        new(new("any", id), id, new(flight ?? Flight, gate, light, "words", turns is { } day ? TestCampaign.Day(day) : null, holder));

    private static ReadinessBoard ABoard(params ReadinessRow[] rows) => ReadinessBoard.Of(rows, ASafetyCase.AFlight(), ASafetyCase.Now);

    [Fact]
    public void Not_known_is_counted_apart_and_makes_no_gate_green()
    {
        var board = ABoard(ARow("a", GateLight.Green), ARow("b", GateLight.Unknown));
        Assert.Equal((GateLight.Unknown, 1, 1, 1), (board.Light, board.Counts.Green, board.Counts.Unknown, board.Counts.Open));
    }

    [Fact]
    public void A_gate_without_rows_is_not_known() => Assert.All(ABoard().Gates, g => Assert.Equal(GateLight.Unknown, g.Light));

    [Fact]
    public void Every_gate_stands_once_in_the_order_of_a_flight() =>
        Assert.Equal(Enum.GetValues<Gate>().Order(), ABoard().Gates.Select(g => g.Gate).Order());

    [Fact]
    public void Open_rows_come_first_and_the_worst_before_the_others() => Assert.Equal(["red", "unknown", "amber", "green", "not"], ABoard(
        ARow("not", GateLight.NotApplicable), ARow("green", GateLight.Green), ARow("amber", GateLight.Amber), ARow("unknown", GateLight.Unknown), ARow("red", GateLight.Red))
        .Gates.Single(g => g.Gate == Gate.Contract).Rows.Select(r => r.Name));

    // Liftoff on day 60, landing on day 72, seven days of reserve.
    [Theory]
    [InlineData(78, true), InlineData(79, false), InlineData(-1, false)]
    public void What_turns_before_landing_and_its_reserve_is_listed(double turns, bool listed) =>
        Assert.Equal(listed, ABoard(ARow("a", GateLight.Green, turns: turns)).TurnsRed.Length == 1);

    [Fact]
    public void Rows_of_other_flights_do_not_count() => Assert.Equal(0, ABoard(ARow("a", GateLight.Red, flight: new("flight", "F2"))).Counts.Red);

    [Fact]
    public void Holders_are_named_with_what_is_open_only() => Assert.Equal([("safety lead", 2), ("surgeon", 1)], ABoard(
        ARow("a", GateLight.Red), ARow("b", GateLight.Green), ARow("c", GateLight.Amber, holder: "safety lead"), ARow("d", GateLight.Unknown, holder: "safety lead")).Holders);

    [Fact]
    public void A_slip_lists_the_rows_that_get_worse_first_and_leaves_out_other_flights()
    {
        Touched Of(string id, GateLight before, GateLight after, double? was = null, double? now = null, ThingId? flight = null) =>
            new(new("any", id), id, ARow(id, before, turns: was, flight: flight).State, ARow(id, after, turns: now, flight: flight).State, []);
        var changes = SlipReadiness.Changes(
            [Of("date", GateLight.Green, GateLight.Green, 80, 89), Of("better", GateLight.Red, GateLight.Green), Of("worse", GateLight.Green, GateLight.Unknown), Of("other", GateLight.Green, GateLight.Red, flight: new("flight", "F2"))], Flight);
        Assert.Equal(["worse", "better", "date"], changes.Select(c => c.Name));
        Assert.Equal(Duration.FromDays(9), changes[2].TurnsBy);
    }

    [Fact]
    public void The_gates_of_a_flight_follow_its_template_and_its_dates()
    {
        var flight = ASafetyCase.AFlight();
        Assert.Equal(TestCampaign.Day(54), OneFlight.Operations.Flights.GateTimes.Of(flight, Gate.FlightReadiness));
        var reviewed = flight with { Plan = flight.Plan! with { Activities = [new(new("P-FRR"), TestCampaign.Day(50), TestCampaign.Day(51), default)] } };
        Assert.Equal(TestCampaign.Day(51), OneFlight.Operations.Flights.GateTimes.Of(reviewed, Gate.FlightReadiness));
        Assert.Null(OneFlight.Operations.Flights.GateTimes.Of(flight with { Plan = null }, Gate.Contract));
    }
}
