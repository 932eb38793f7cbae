using NodaTime.Text;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Replay;
using OneFlight.Tests.Exchange;
using Runs = OneFlight.Operations.Campaigns.Replay.Replay;

namespace OneFlight.Tests.Campaigns.Replay;

public class ReplayTests
{
    private static readonly Campaign Record = TheRecord.AsFlown.Campaign();

    [Theory]
    [InlineData(ArrivalPorts.Free, false, 0)]
    [InlineData(ArrivalPorts.Free, true, 2)]
    [InlineData(ArrivalPorts.Flown, false, 7)]
    [InlineData(ArrivalPorts.Flown, true, 7)]
    public void The_real_traffic_is_placed_with_the_fewest_moves(ArrivalPorts mode, bool portWishes, int fewest)
    {
        var answer = Runs.Run(Record, mode, portWishes);

        Assert.Equal(fewest, answer.Fewest);
        Assert.Empty(answer.Impossible);
        Assert.Empty(ReplayVerifier.Faults(Record, answer, portWishes));
    }

    [Fact]
    public void With_arrival_ports_as_flown_each_move_makes_way_for_the_vehicle_that_came_there()
    {
        var answer = Runs.Run(Record, ArrivalPorts.Flown, respectPortWishes: false);

        Assert.Equal(
            [
                ("SOY-MS13", "Zvezda-aft", "SOY-MS14"), ("SOY-MS17", "Rassvet-nadir", "SOY-MS18"), ("SPX-CREW1", "Harmony-forward", "SPX-CREW2"),
                ("SPX-CREW2", "Harmony-forward", "SPX-CRS23"), ("SOY-MS18", "Rassvet-nadir", "SOY-MS19"), ("SPX-CREW6", "Harmony-zenith", "AX-2"),
                ("SOY-MS23", "Poisk-zenith", "PRG-MS23"),
            ],
            answer.Moves.Select(m => (m.Mission.Value, m.FromPort.Value, m.Reason[..m.Reason.IndexOf(' ')])));
        Assert.All(answer.Moves, m => Assert.EndsWith($"If {m.Mission} may not move, there is no plan with any number of moves.", m.Reason));
        Assert.All(answer.Moves, m => Assert.Contains($"{m.Mission} (came to {m.FromPort}, where", answer.Proof));
        var first = Record.Flights.Where(f => f.Plan is { Stays.Length: > 0 }).ToDictionary(f => f.Id, f => f.Plan!.Stays[0].Port);
        Assert.All(answer.Stays.GroupBy(s => s.Mission), g => Assert.Equal(first[g.Key], g.First().Port));
    }

    [Fact]
    public void With_the_port_requirements_two_crew_vehicles_make_way_for_trunk_cargo_at_zenith()
    {
        var answer = Runs.Run(Record, ArrivalPorts.Free, respectPortWishes: true);

        Assert.Equal(["SPX-CREW2", "SPX-CREW6"], answer.Moves.Select(m => m.Mission.Value));
        Assert.Equal(["Harmony-forward", "Harmony-forward"], answer.Moves.Select(m => m.ToPort.Value));
        Assert.StartsWith("SPX-CRS22 arrives on 5 Jun 2021 09:09 UTC and needs Harmony-zenith", answer.Moves[0].Reason);
        Assert.StartsWith("SPX-CRS28 arrives on 6 Jun 2023 09:54 UTC and needs Harmony-zenith", answer.Moves[1].Reason);
    }

    [Fact]
    public void Vehicles_docked_before_the_record_and_modules_stand_where_they_stood()
    {
        var answer = Runs.Run(Record, ArrivalPorts.Free, respectPortWishes: false);

        string PortOf(string mission) => answer.Stays.First(s => s.Mission.Value == mission).Port.Value;
        Assert.Equal(
            ["Poisk-zenith", "Pirs-nadir", "Zvezda-aft", "Unity-nadir", "Harmony-nadir", "Zvezda-nadir", "Nauka-nadir"],
            new[] { "SOY-MS11", "PRG-MS09", "PRG-MS10", "CYG-NG10", "SPX-CRS16", "MOD-NAUKA", "MOD-PRICHAL" }.Select(PortOf));
    }

    [Theory]
    [InlineData("2020-06-01T00:00:00Z")]
    [InlineData("2021-08-01T00:00:00Z")]
    [InlineData("2022-11-01T00:00:00Z")]
    [InlineData("2023-05-23T00:00:00Z")]
    public void A_record_that_breaks_off_with_vehicles_docked_or_begins_with_them_is_placed_too(string cut)
    {
        foreach (var campaign in new[] { EndingAt(cut), BeginningAt(cut) })
            foreach (var mode in Enum.GetValues<ArrivalPorts>())
            {
                var answer = Runs.Run(campaign, mode, respectPortWishes: true);

                Assert.Empty(ReplayVerifier.Faults(campaign, answer, portWishes: true));
                Assert.NotNull(answer.Fewest);
            }
    }

    [Fact]
    public void Reversed_times_are_named_and_nothing_is_placed()
    {
        var reversed = TheRecord.AsFlown.Edit("port_stays.csv", r => r["mission_id"] == "SPX-DM1", r => r["end_utc"] = "2019-03-01T00:00:00Z").Campaign();

        var answer = Runs.Run(reversed, ArrivalPorts.Free, respectPortWishes: false);

        Assert.Null(answer.Fewest);
        Assert.Contains("SPX-DM1", Assert.Single(answer.Impossible));
    }

    [Fact]
    public void A_vehicle_too_many_is_named_with_what_holds_its_ports()
    {
        var crowded = TheRecord.AsFlown.Copy("missions.csv", r => r["mission_id"] == "SPX-CRS28", r => r["mission_id"] = "SPX-EXTRA");
        crowded = crowded.Copy("missions.csv", r => r["mission_id"] == "SPX-CRS28", r => r["mission_id"] = "SPX-MORE");
        foreach (var id in new[] { "SPX-EXTRA", "SPX-MORE" })
            crowded = crowded.Copy("port_stays.csv", r => r["mission_id"] == "SPX-CRS28", r =>
            {
                r["mission_id"] = id;
                r["start_utc"] = id == "SPX-MORE" ? "2023-06-09T09:54:00Z" : "2023-06-08T09:54:00Z";
            });

        var answer = Runs.Run(crowded.Campaign(), ArrivalPorts.Free, respectPortWishes: false);

        Assert.Null(answer.Fewest);
        var why = Assert.Single(answer.Impossible);
        Assert.Contains("SPX-EXTRA on 8 Jun 2023 09:54 UTC", why);
        Assert.Contains("is held by SPX-C", why);
    }

    [Fact]
    public void The_same_record_gives_the_same_answer_in_any_order()
    {
        var answer = Runs.Run(Record, ArrivalPorts.Flown, respectPortWishes: true);

        var again = Runs.Run(Record with { Flights = [.. Record.Flights.Reverse()] }, ArrivalPorts.Flown, respectPortWishes: true);

        Assert.Equal(answer.Stays, again.Stays);
        Assert.Equal(answer.Moves, again.Moves);
        Assert.Equal(answer.Proof, again.Proof);
    }

    /// <summary>What was known at an instant: who came later is not there, who left later is still docked.</summary>
    private static Campaign EndingAt(string cut)
    {
        var instant = InstantPattern.General.Parse(cut).Value;
        return Record with
        {
            Flights = [.. Record.Flights.Where(f => f.Plan is { Stays: [var first, ..] } && first.From < instant).Select(f => f with
            {
                Plan = f.Plan! with { Stays = [.. f.Plan.Stays.Where(s => s.From < instant).Select(s => s.To > instant ? s with { To = null } : s)] },
            })],
        };
    }

    /// <summary>As if the record began at an instant: who was docked then is said to have been there before, where it stood.</summary>
    private static Campaign BeginningAt(string cut)
    {
        var instant = InstantPattern.General.Parse(cut).Value;
        return Record with
        {
            Flights = [.. Record.Flights.Where(f => f.Plan is { Stays: [.., { To: var to }] } && (to is null || to > instant)).Select(f =>
                f.Plan!.Stays[0].From >= instant ? f : f with
                {
                    Plan = f.Plan with { Launch = f.Plan.Stays.First(s => s.To is null || s.To > instant).From, Stays = [.. f.Plan.Stays.Where(s => s.To is null || s.To > instant)] },
                })],
        };
    }
}
