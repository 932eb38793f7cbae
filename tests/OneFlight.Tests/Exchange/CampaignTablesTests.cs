using System.Collections.Immutable;
using System.Text;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange;
using OneFlight.Primitives;

namespace OneFlight.Tests.Exchange;

public class CampaignTablesTests
{
    private static Result<Campaign> Merge(Campaign campaign, params (string Name, string Text)[] tables) =>
        CampaignTables.Merge(campaign, tables.ToImmutableDictionary(t => t.Name, t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t.Text)));

    [Fact]
    public void Tables_merged_into_the_campaign_that_they_came_from_change_nothing()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var campaign = AnyCampaign.Make(seed);
            var tables = CampaignTables.Write(campaign).ToImmutableDictionary(t => t.Key, t => (ReadOnlyMemory<byte>)t.Value);
            var merged = CampaignTables.Merge(campaign, tables);
            Assert.True(merged.Succeeded, $"seed {seed}: {string.Join("; ", merged.Problems)}");
            Assert.Equal(Encoding.UTF8.GetString(CampaignFile.Write(campaign)), Encoding.UTF8.GetString(CampaignFile.Write(merged.Value)));
        }
    }

    [Fact]
    public void Tables_bring_back_what_they_show()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var campaign = AnyCampaign.Make(seed);
            var tables = CampaignTables.Write(campaign).ToImmutableDictionary(t => t.Key, t => (ReadOnlyMemory<byte>)t.Value);
            var bare = campaign with { Promises = [], Cargo = [] };
            var merged = CampaignTables.Merge(bare, tables.Remove("persons.csv").Remove("flights.csv")).Value;
            // An empty window says nothing that a table could show.
            var shown = campaign.Promises.Select(p => p.Terms.Window is { HasStart: false, HasEnd: false } ? p with { Terms = p.Terms with { Window = null } } : p);
            Assert.True(shown.SequenceEqual(merged.Promises));
            // Size, cold and the like are not in the table.
            static CargoItem Bare(CargoItem i) => new(i.Id, i.Name, i.Flight, i.Mission, i.Mass, i.Ready, i.NeededBy, i.LeftBehind);
            Assert.True(campaign.Cargo.Select(Bare).SequenceEqual(merged.Cargo.Select(Bare)));
        }
    }

    [Fact]
    public void A_row_changes_its_record_and_leaves_what_it_does_not_say()
    {
        var campaign = AnyCampaign.Make(3);
        var flight = campaign.Flights[0];
        var changed = Merge(campaign, ("flights.csv", $"id,name\n{flight.Id},New name\n")).Value.Flights[0];
        Assert.Equal("New name", changed.Name);
        Assert.Equal(flight.Wish.Launch, changed.Wish.Launch);
        Assert.Equal(flight.Seats.Length, changed.Seats.Length);
    }

    [Fact]
    public void A_row_with_a_new_id_adds_a_record()
    {
        var campaign = AnyCampaign.Make(3);
        var merged = Merge(campaign, ("persons.csv", "id,shown_as,zone\nnew-1,Commander,Europe/Paris\n")).Value;
        Assert.Equal(campaign.People.Persons.Length + 1, merged.People.Persons.Length);
        Assert.Equal("Commander", merged.People.Persons[^1].ShownAs);
    }

    [Theory]
    [InlineData("persons.csv", "id,shown_as,zone\na,A,Europe/Paris\nb,B,Europe/Atlantis\n", "unknown-zone", 3, "zone")]
    [InlineData("persons.csv", "id,shown_as,zone\na,A,Europe/Paris\na,B,Europe/Paris\n", "duplicate-id", 3, "id")]
    [InlineData("persons.csv", "id,shown_as\na,A\n", "missing-field", 2, "zone")]
    [InlineData("persons.csv", "id,shoe_size\na,43\n", "unknown-column", 1, "shoe_size")]
    [InlineData("cargo.csv", "id,name,flight,mass_kg,ready,needed_by\na,A,flight-0,\"12,5\",2027-01-01T00:00:00Z,ACT-0\n", "wrong-type", 2, "mass_kg")]
    [InlineData("cargo.csv", "id,name,flight,mass_kg,ready,needed_by\na,A,nowhere,12.5,2027-01-01T00:00:00Z,ACT-0\n", "unknown-reference", 2, "flight")]
    [InlineData("flights.csv", "id,stay\nflight-0,3 weeks\n", "unknown-unit", 2, "stay")]
    [InlineData("flights.csv", "id,vehicles\nflight-0,vehicle-0;saucer\n", "unknown-reference", 2, "vehicles")]
    [InlineData("activities.csv", "flight,activity,start,end\nnowhere,ACT-0,2027-01-01T00:00:00Z,2027-01-02T00:00:00Z\n", "unknown-reference", 2, "flight")]
    [InlineData("shoes.csv", "id\na\n", "unknown-table", null, null)]
    public void A_fault_is_found_at_its_row_and_column(string table, string text, string code, int? line, string? column)
    {
        var problem = Assert.Single(Merge(AnyCampaign.Make(3), (table, text)).Problems);
        Assert.Equal((code, table, line, column), (problem.Code, problem.Where.File, problem.Where.Line, problem.Where.Field));
    }

    [Fact]
    public void An_activity_with_a_wrong_time_is_found_at_its_row()
    {
        var campaign = Enumerable.Range(1, 50).Select(AnyCampaign.Make).First(c => c.Flights.Any(f => f.Plan is { Activities.Length: > 0 }));
        var flight = campaign.Flights.First(f => f.Plan is { Activities.Length: > 0 });
        var text = $"flight,activity,start,end,status\n{flight.Id},{flight.Plan!.Activities[0].Id},tomorrow,2027-01-01T00:00:00Z,planned\n";
        var problem = Assert.Single(Merge(campaign, ("activities.csv", text)).Problems);
        Assert.Equal(("wrong-time", 2, "start"), (problem.Code, problem.Where.Line, problem.Where.Field));
    }

    [Fact]
    public void Formulas_are_guarded_only_for_spreadsheets()
    {
        var campaign = AnyCampaign.Make(1);
        campaign = campaign with { Flights = [campaign.Flights[0] with { Name = "=HYPERLINK(\"http://x\")" }, .. campaign.Flights[1..]] };
        Assert.Contains(",\"=HYPERLINK(\"\"http://x\"\")\",", Encoding.UTF8.GetString(CampaignTables.Write(campaign)["flights.csv"]));
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",", Encoding.UTF8.GetString(CampaignTables.Write(campaign, forSpreadsheet: true)["flights.csv"]));
    }
}
