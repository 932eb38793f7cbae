using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Tests.Exchange;

public sealed class IssTrafficTests
{
    [Fact]
    public void Every_flight_of_the_record_is_there_with_its_stays()
    {
        var campaign = TheRecord.AsFlown.Campaign();

        Assert.Equal(67 + 1 + 5, campaign.Flights.Length);
        Assert.Equal(74 + 5, campaign.Flights.Sum(f => f.Plan!.Stays.Length));
        Assert.Equal(2, campaign.Flights.SelectMany(f => f.Plan!.Stays).Count(s => s.To is null));
    }
}
