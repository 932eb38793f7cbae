using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Tests.Exchange;

namespace OneFlight.Tests.Campaigns.Planning;

public class RecordTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2021)]
    [InlineData(2024)]
    public void The_record_of_what_flew_stands_as_a_plan_wherever_now_is(int year)
    {
        var record = TheRecord.AsFlown.Campaign();

        var answer = Planner.Plan(record, PlanningRequest.At(Instant.FromUtc(year, 1, 1, 0, 0)));

        Assert.Empty(answer.Clashes);
        Assert.Empty(record.Flights.Zip(answer.Plan.Flights).Where(p => !ReferenceEquals(p.First, p.Second)).Select(p =>
            $"{p.First.Id}: {p.First.Plan?.Launch} to {p.Second.Plan?.Launch}, {string.Join("; ", p.Second.Plan?.Why.Select(w => w.Text) ?? [])}"));
    }
}
