using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
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

    [Theory]
    [InlineData(WhoYields.Moved)]
    [InlineData(WhoYields.Others)]
    public void A_slip_in_the_record_breaks_no_hard_rule(WhoYields yields)
    {
        var (record, now) = (TheRecord.AsFlown.Campaign(), Instant.FromUtc(2020, 6, 1, 0, 0));
        foreach (var flight in record.Flights.Where(f => f.Plan!.Launch > now).Index().Where(x => x.Index % 4 == 0).Select(x => x.Item))
        {
            var to = flight.Plan!.Launch + Duration.FromDays(9);
            var answer = Planner.Plan(record, new(now, [new(flight.Id, to, to, true, flight.Thing, "slips")], yields, []));

            Assert.Empty(PlanCheck.Judge(answer.Plan).Violations.Select(v => $"{flight.Id}: {v.Rule} {string.Join(",", v.Subjects)} {v.Facts}"));
        }
    }
}
