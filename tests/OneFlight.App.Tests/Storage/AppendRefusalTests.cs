using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Tests.Storage;

public sealed class AppendRefusalTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private static readonly Violation PortHeldTwice = new(
        Rules.PortDouble, [new(FlightKinds.Flight, "F1"), new(FlightKinds.Flight, "F2")], "held by F1 until 3 Mar and by F2 from 2 Mar");

    private static CheckReport Faulty(Campaign plan) => plan.Notice is "faulty" ? new([PortHeldTwice], []) : NoFault;

    private static Campaign AFaultyPlan => ACampaign.With() with { Notice = "faulty" };

    [Fact]
    public async Task A_new_violation_of_what_is_to_come_is_refused_and_nothing_is_kept()
    {
        var refused = await Keep(History(Faulty), First(AFaultyPlan));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("new-violation", problem.Code);
        Assert.Contains("port-double", problem.Message, StringComparison.Ordinal);
        Assert.Contains(PortHeldTwice.Facts, problem.Message, StringComparison.Ordinal);
        Assert.Null(await History().Latest(ACampaign.Id, Stop));
    }

    [Fact]
    public async Task A_violation_accepted_by_name_is_kept_with_who_and_why()
    {
        var terms = AppendTerms.At(Now) with { Accepted = [new(Rules.PortDouble, PortHeldTwice.Subjects, "Ana", "the station agreed by telephone")] };

        var kept = await History(Faulty).Append(First(AFaultyPlan), [], [], terms, Stop);

        Assert.True(kept.Succeeded);
        await using var db = Open(Halcyon);
        Assert.Contains("the station agreed by telephone", db.Revisions.Single().Accepted, StringComparison.Ordinal);
        Assert.Equal(PortHeldTwice.Facts, (await History().Report(ACampaign.Id, 1, Stop))!.Violations.Single().Facts);
    }

    [Fact]
    public async Task Accepting_another_violation_does_not_help()
    {
        var terms = AppendTerms.At(Now) with { Accepted = [new(Rules.PortDouble, [new(FlightKinds.Flight, "F1"), new(FlightKinds.Flight, "F3")], "Ana", "agreed")] };

        Assert.False((await History(Faulty).Append(First(AFaultyPlan), [], [], terms, Stop)).Succeeded);
    }

    [Fact]
    public async Task An_acceptance_without_a_reason_is_refused()
    {
        var terms = AppendTerms.At(Now) with { Accepted = [new(Rules.PortDouble, PortHeldTwice.Subjects, "Ana", " ")] };

        Assert.False((await History(Faulty).Append(First(AFaultyPlan), [], [], terms, Stop)).Succeeded);
    }

    [Fact]
    public async Task A_violation_that_was_there_before_does_not_stop_the_next_change()
    {
        var accepted = AppendTerms.At(Now) with { Accepted = [new(Rules.PortDouble, PortHeldTwice.Subjects, "Ana", "agreed")] };
        var first = (await History(Faulty).Append(First(AFaultyPlan), [], [], accepted, Stop)).Value;

        Assert.True((await Keep(History(Faulty), first.Next(first.Plan.Slipped(2), Now, "Ben", "slip"))).Succeeded);
    }

    [Fact]
    public async Task What_was_flown_is_recorded_whatever_rule_it_broke()
    {
        var afterBothFlights = AppendTerms.At(ACampaign.Day(100));

        Assert.True((await History(Faulty).Append(First(AFaultyPlan), [], [], afterBothFlights, Stop)).Succeeded);
    }

    [Fact]
    public async Task A_flight_with_a_vehicle_that_the_campaign_does_not_have_is_refused()
    {
        var plan = ACampaign.With();
        var flight = plan.Flights[0];
        plan = plan with { Flights = plan.Flights.SetItem(0, flight with { Plan = flight.Plan! with { Vehicle = new VehicleId("nobody-built-it") } }) };

        var problem = Assert.Single((await Keep(History(_ => throw new InvalidOperationException("the checker met a broken name")), First(plan))).Problems);

        Assert.Equal(References.Rule, problem.Code);
        Assert.Contains("vehicle:nobody-built-it", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_stands_twice_is_refused()
    {
        var plan = ACampaign.With();
        plan = plan with { Flights = plan.Flights.Add(plan.Flights[0]) };

        Assert.Equal("duplicate-id", Assert.Single((await Keep(History(), First(plan))).Problems).Code);
    }

    [Fact]
    public async Task A_revision_on_top_of_nothing_is_refused()
    {
        var problem = Assert.Single((await Keep(History(), First() with { Number = 5 })).Problems);

        Assert.Equal("unknown-revision", problem.Code);
    }
}
