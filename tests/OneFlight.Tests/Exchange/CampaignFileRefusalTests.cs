using System.Diagnostics;
using System.Text;
using OneFlight.Operations.Exchange;
using OneFlight.Primitives;

namespace OneFlight.Tests.Exchange;

public class CampaignFileRefusalTests
{
    private const string Good = """
        {
          "format": "oneflight-campaign/1",
          "id": "c", "name": "Campaign",
          "fleet": {
            "types": [{ "id": "capsule", "name": "Capsule", "role": "crew", "turnaround": "30 d", "upCapacityKg": 3000 }],
            "vehicles": [{ "id": "V1", "name": "V1", "type": "capsule" }],
            "pads": [{ "id": "P1", "name": "P1", "serves": ["capsule"], "before": "5 d", "after": "2 d" }],
            "stations": [{ "id": "S", "name": "S",
              "traffic": { "betweenEvents": "9.2 h", "samePort": "23.5 h", "handover": "5 d", "relocation": "45 min" },
              "ports": [{ "id": "fore", "name": "Fore", "interface": "IDSS", "compatible": ["capsule"] }] }],
            "resources": [{ "id": "sim", "name": "Simulator", "capacity": 2 }]
          },
          "people": {
            "organizations": [{ "id": "O", "name": "O", "kind": "agency", "zone": "Europe/Paris" }],
            "persons": [{ "id": "X", "shownAs": "Commander", "zone": "America/Chicago", "organization": "O" }]
          },
          "promiseRules": [{ "id": "EX-001", "title": "t", "category": "schedule", "unit": "days", "decidedBy": "plan", "comparison": "at-most", "kept": 0, "bent": 14, "watchMargin": 0, "riskMargin": 0 }],
          "flights": [{ "id": "F1", "name": "F1", "kind": "crew-rotation",
            "wish": { "launch": "2027-03-21T09:14:00Z", "earliest": "2027-03-20T00:00:00Z", "latest": "2027-04-20T00:00:00Z", "transitUp": "1 d", "transitDown": "1 d", "station": "S", "vehicleTypes": ["capsule"] },
            "seats": [{ "number": 1, "role": "commander", "person": "X", "legs": "both" }],
            "plan": { "launch": "2027-03-21T09:14:00Z", "vehicle": "V1", "pad": "P1", "stays": [{ "port": "fore", "from": "2027-03-22T09:14:00Z" }] } }],
          "missions": [{ "id": "M1", "name": "M1", "kind": "agency", "flight": "F1", "customer": "O", "posture": "public", "success": "All well" }],
          "promises": [{ "id": "PR1", "mission": "M1", "rule": "EX-001", "words": "w", "kind": "stated", "moment": "calm", "madeBy": "us", "madeTo": "them", "madeAt": "2026-01-01T00:00:00Z", "weight": 1 }]
        }
        """;

    private static Result<OneFlight.Operations.Campaigns.Campaign> Read(string json) => CampaignFile.Read(Encoding.UTF8.GetBytes(json), "plan.json");

    [Fact]
    public void The_file_that_the_faults_are_planted_in_is_good() => Assert.Empty(Read(Good).Problems);

    [Theory]
    [InlineData("\"turnaround\": \"30 d\"", "\"turnaround\": \"30 weeks\"", "unknown-unit", 5, "fleet.types[0].turnaround")]
    [InlineData("\"turnaround\": \"30 d\"", "\"turnaround\": \"-30 d\"", "negative", 5, "fleet.types[0].turnaround")]
    [InlineData("\"turnaround\": \"30 d\"", "\"turnaround\": 30", "wrong-type", 5, "fleet.types[0].turnaround")]
    [InlineData("\"turnaround\": \"30 d\"", "\"turnaround\": \"99999999999999999999 d\"", "out-of-range", 5, "fleet.types[0].turnaround")]
    [InlineData("\"upCapacityKg\": 3000", "\"upCapacityKg\": -3000", "out-of-range", 5, "fleet.types[0].upCapacityKg")]
    [InlineData("\"upCapacityKg\": 3000", "\"upCapacityKg\": 1e999", "out-of-range", 5, "fleet.types[0].upCapacityKg")]
    [InlineData("\"upCapacityKg\": 3000", "\"upCapacityLb\": 3000", "unknown-field", 5, "fleet.types[0].upCapacityLb")]
    [InlineData("\"role\": \"crew\"", "\"role\": \"tourist\"", "unknown-word", 5, "fleet.types[0].role")]
    [InlineData("\"name\": \"Capsule\"", "\"name\": \"Cap\\u0007sule\"", "control-character", 5, "fleet.types[0].name")]
    [InlineData("\"name\": \"Capsule\"", "\"name\": \"Cap\\ud800sule\"", "control-character", 5, "fleet.types[0].name")]
    [InlineData("\"name\": \"Capsule\"", "\"name\": \"Capsule\", \"name\": \"Again\"", "duplicate-field", 5, "fleet.types[0].name")]
    [InlineData("\"name\": \"V1\", ", "", "missing-field", 6, "fleet.vehicles[0].name")]
    [InlineData("\"type\": \"capsule\"", "\"type\": \"saucer\"", "unknown-reference", 6, "fleet.vehicles[0].type")]
    [InlineData("\"serves\": [\"capsule\"]", "\"serves\": [\"saucer\"]", "unknown-reference", 7, "fleet.pads[0].serves[0]")]
    [InlineData("\"serves\": [\"capsule\"]", "\"serves\": \"capsule\"", "wrong-type", 7, "fleet.pads[0].serves")]
    [InlineData("\"capacity\": 2", "\"capacity\": -2", "out-of-range", 11, "fleet.resources[0].capacity")]
    [InlineData("\"capacity\": 2", "\"capacity\": 2.5", "out-of-range", 11, "fleet.resources[0].capacity")]
    [InlineData("Europe/Paris", "Europe/Atlantis", "unknown-zone", 14, "people.organizations[0].zone")]
    [InlineData("\"organization\": \"O\"", "\"organization\": \"N\"", "unknown-reference", 15, "people.persons[0].organization")]
    [InlineData("\"latest\": \"2027-04-20T00:00:00Z\"", "\"latest\": \"2027-01-20T00:00:00Z\"", "reversed-dates", 19, "flights[0].wish.latest")]
    [InlineData("\"wish\": { \"launch\": \"2027-03-21T09:14:00Z\"", "\"wish\": { \"launch\": \"2027-02-30T09:14:00Z\"", "wrong-time", 19, "flights[0].wish.launch")]
    [InlineData("\"wish\": { \"launch\": \"2027-03-21T09:14:00Z\"", "\"wish\": { \"launch\": \"21.3.2027\"", "wrong-time", 19, "flights[0].wish.launch")]
    [InlineData("\"wish\": { \"launch\": \"2027-03-21T09:14:00Z\"", "\"wish\": { \"launch\": \"9999-12-31T23:59:59Z\"", "out-of-range", 19, "flights[0].wish.launch")]
    [InlineData("\"madeAt\": \"2026-01-01T00:00:00Z\"", "\"madeAt\": \"0001-01-01T00:00:00Z\"", "out-of-range", 23, "promises[0].madeAt")]
    [InlineData("\"person\": \"X\"", "\"person\": \"Y\"", "unknown-reference", 20, "flights[0].seats[0].person")]
    [InlineData("\"vehicle\": \"V1\"", "\"vehicle\": \"V2\"", "unknown-reference", 21, "flights[0].plan.vehicle")]
    [InlineData("\"pad\": \"P1\"", "\"pad\": \"P2\"", "unknown-reference", 21, "flights[0].plan.pad")]
    [InlineData("\"port\": \"fore\"", "\"port\": \"aft\"", "unknown-reference", 21, "flights[0].plan.stays[0].port")]
    [InlineData("\"customer\": \"O\"", "\"customer\": \"N\"", "unknown-reference", 22, "missions[0].customer")]
    [InlineData("\"rule\": \"EX-001\"", "\"rule\": \"EX-999\"", "unknown-reference", 23, "promises[0].rule")]
    [InlineData("\"weight\": 1", "\"weight\": 0.7", "weights", 23, "promises[0]")]
    [InlineData("\"weight\": 1", "\"weight\": 1.5", "out-of-range", 23, "promises[0].weight")]
    [InlineData("\"oneflight-campaign/1\"", "\"oneflight-campaign/9\"", "unknown-format", 2, "format")]
    [InlineData("\"id\": \"F1\"", "\"id\": \"\"", "wrong-id", 18, "flights[0].id")]
    public void A_planted_fault_is_found_at_its_place(string good, string faulty, string code, int line, string field)
    {
        Assert.Contains(good, Good);
        var problems = Read(Good.Replace(good, faulty)).Problems;
        var problem = Assert.Single(problems, p => p.Code == code);
        Assert.Equal(("plan.json", line, field), (problem.Where.File, problem.Where.Line, problem.Where.Field));
        Assert.NotEmpty(problem.Found);
        Assert.NotEmpty(problem.Expected);
        // An empty id is also an id that others miss.
        if (code != "wrong-id") Assert.Single(problems);
    }

    [Fact]
    public void A_repeated_id_names_the_place_where_it_first_stands()
    {
        var problem = Assert.Single(Read(Good.Replace("\"vehicles\": [", "\"vehicles\": [\n{ \"id\": \"V1\", \"name\": \"Twin\", \"type\": \"capsule\" },\n")).Problems);
        Assert.Equal(("duplicate-id", 8), (problem.Code, problem.Where.Line));
        Assert.Contains("line 7", problem.Expected);
    }

    [Fact]
    public void Broken_json_is_refused_with_its_line()
    {
        var problem = Assert.Single(Read(Good.Replace("\"capacity\": 2 }", "\"capacity\": 2")).Problems);
        Assert.Equal(("broken-json", 11), (problem.Code, problem.Where.Line));
        Assert.DoesNotContain("LineNumber", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"format\": 1 }")]
    [InlineData("not json at all")]
    public void What_is_no_campaign_is_refused(string text) => Assert.NotEmpty(Read(text).Problems);

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.Equal("broken-json", Assert.Single(Read(new string('[', 1_000_000)).Problems).Code);

    [Fact]
    public void Other_encodings_are_refused_by_name()
    {
        byte[] utf16 = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)];
        Assert.Equal(("wrong-encoding", "UTF-16"), Assert.Single(CampaignFile.Read(utf16, "a.json").Problems) is var p ? (p.Code, p.Found) : default);
        var latin = Encoding.Latin1.GetBytes(Good.Replace("\"All well\"", "\"Où\""));
        var problem = Assert.Single(CampaignFile.Read(latin, "a.json").Problems);
        Assert.Equal(("wrong-encoding", 22, "the byte 0xF9"), (problem.Code, problem.Where.Line, problem.Found));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_by_its_length_alone()
    {
        var problem = Utf8File.TooLarge("big.json", 200_000_000);
        Assert.Equal("big.json: found 200 MB, expected at most 167.8 MB; split the campaign or leave out what has flown", problem?.Message);
        Assert.Equal("too-large", Assert.Single(CampaignFile.Read(new byte[Utf8File.LargestBytes + 1], "big.json").Problems).Code);
    }

    [Fact]
    public void Ten_thousand_errors_give_the_first_thousand_and_the_number_of_the_rest_quickly()
    {
        var vehicles = string.Join(",\n", Enumerable.Range(0, 10_000).Select(i => $$"""{ "id": "W{{i}}", "name": "W", "type": "saucer" }"""));
        var text = Good.Replace("\"vehicles\": [", "\"vehicles\": [" + vehicles + ",");
        var clock = Stopwatch.StartNew();
        var problems = Read(text).Problems;
        Assert.True(clock.Elapsed.TotalSeconds < 2, $"{clock.Elapsed}");
        Assert.Equal(1_001, problems.Length);
        Assert.Equal("and 9,000 more problems", problems[^1].Found);
        Assert.Equal((15, "fleet.vehicles[9].type"), (problems[9].Where.Line, problems[9].Where.Field));
    }

    [Fact]
    public void Any_damage_to_a_file_gives_problems_and_never_an_exception()
    {
        var good = CampaignFile.Write(AnyCampaign.Make(7));
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var damaged = good.ToArray();
            for (var hits = random.Next(1, 4); hits > 0; hits--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var read = CampaignFile.Read(damaged, "damaged.json");
            Assert.All(read.Problems, p => Assert.Equal("damaged.json", p.Where.File));
        }
    }

    [Fact]
    public void A_plan_that_breaks_rules_is_well_formed()
    {
        var twice = Good.Replace("\"stays\": [", "\"stays\": [{ \"port\": \"fore\", \"from\": \"2027-09-22T09:14:00Z\", \"to\": \"2027-01-22T09:14:00Z\" },")
            .Replace("\"plan\": { \"launch\": \"2027-03-21T09:14:00Z\",", "\"plan\": { \"launch\": \"2027-03-21T09:14:00Z\", \"arrival\": \"2026-03-21T09:14:00Z\",");
        Assert.Empty(Read(twice).Problems);
    }
}
