using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Campaigns.Planning;

public class OperatorYearTests
{
    private static readonly Lazy<PlanningAnswer> First = new(() =>
        Planner.Plan(OperatorYear.Generate(1, 110, SampleData.Reference), PlanningRequest.At(OperatorYear.PlannedFrom)));

    [Fact]
    public void The_first_plan_breaks_no_hard_rule_and_no_capacity()
    {
        var report = PlanCheck.Judge(First.Value.Plan);

        Assert.Empty(First.Value.Clashes);
        Assert.Empty(report.Violations);
        Assert.DoesNotContain(report.Findings, f => f.Rule == Rules.Capacity);
    }

    [Theory]
    [InlineData(WhoYields.Moved)]
    [InlineData(WhoYields.Others)]
    public void A_slip_breaks_no_hard_rule_and_leaves_most_as_it_was(WhoYields yields)
    {
        var planned = First.Value.Plan;
        foreach (var (i, flight) in planned.Flights.Where(f => f.Plan!.Launch > OperatorYear.AsOf).Index().Where(x => x.Index % 12 == 0))
        {
            var to = flight.Plan!.Launch + Duration.FromDays(i % 3 == 0 ? 40 : 9);
            var answer = Planner.Plan(planned, new(OperatorYear.AsOf, [new(flight.Id, to, to, true, flight.Thing, "slips")], yields, []));

            Assert.Empty(PlanCheck.Judge(answer.Plan).Violations);
            Assert.True(planned.Flights.Zip(answer.Plan.Flights).Count(p => ReferenceEquals(p.First, p.Second)) > 90);
        }
    }
}
