using System.Text;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Exchange;

namespace OneFlight.Tests.Exchange;

public class AdditionFileTests
{
    [Fact]
    public void An_addition_reads_back_as_it_was_written()
    {
        var campaign = AnyCampaign.Make(5);
        var flight = campaign.Flights[0] with { Id = new("NEW") };
        var mission = campaign.Missions[0] with { Id = new("NEW-M"), Flight = flight.Id };
        var promise = campaign.Promises[0] with { Id = new("NEW-P"), Mission = mission.Id, Weight = 1 };
        var written = AdditionFile.Write(new(flight, [mission], [promise], []));

        var read = AdditionFile.Read(written, "new.json", campaign);

        Assert.Empty(read.Problems);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(AdditionFile.Write(read.Value)));
    }

    [Fact]
    public void An_addition_under_an_id_that_the_campaign_has_is_refused()
    {
        var campaign = AnyCampaign.Make(5);
        var addition = new AddFlight(campaign.Flights[0], [], [], []);
        var problem = Assert.Single(AdditionFile.Read(AdditionFile.Write(addition), "new.json", campaign).Problems);
        Assert.Equal(("duplicate-id", "flight.id"), (problem.Code, problem.Where.Field));
        Assert.Contains("the campaign already has it", problem.Expected);
    }

    [Fact]
    public void An_addition_that_refers_to_nothing_in_the_campaign_is_refused()
    {
        var campaign = AnyCampaign.Make(5);
        var flight = campaign.Flights[0] with { Id = new("NEW"), Template = null, Plan = null, Seats = [] };
        var addition = new AddFlight(flight with { Wish = flight.Wish with { VehicleTypes = [new("saucer")] } }, [], [], []);
        var problem = Assert.Single(AdditionFile.Read(AdditionFile.Write(addition), "new.json", campaign).Problems);
        Assert.Equal(("unknown-reference", "flight.wish.vehicleTypes[0]"), (problem.Code, problem.Where.Field));
    }
}
