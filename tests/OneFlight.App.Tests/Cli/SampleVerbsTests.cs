using System.Text.Json.Nodes;

namespace OneFlight.App.Tests.Cli;

public sealed class SampleVerbsTests : IDisposable
{
    private const int Flights = 12;
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private async Task<string> Planned()
    {
        var sampled = await Ran.Program("sample", "--seed", "3", "--flights", $"{Flights}", "--out", scratch["sample.json"]);
        Assert.Equal(("", 0), (sampled.Errors, sampled.Exit));
        var planned = await Ran.Program("plan", scratch["sample.json"], "--out", scratch["planned.json"]);
        Assert.Equal(("", 0), (planned.Errors, planned.Exit));
        return scratch["planned.json"];
    }

    private static JsonArray FlightsOf(string file) => JsonNode.Parse(File.ReadAllText(file))!["flights"]!.AsArray();

    [Fact]
    public async Task The_same_seed_gives_the_same_sample()
    {
        var first = await Ran.Program("sample", "--seed", "7", "--flights", "5");
        var second = await Ran.Program("sample", "--seed", "7", "--flights", "5");
        var other = await Ran.Program("sample", "--seed", "8", "--flights", "5");
        Assert.Equal(0, first.Exit);
        Assert.Equal(first.Output, second.Output);
        Assert.NotEqual(first.Output, other.Output);
    }

    [Fact]
    public async Task A_planned_sample_has_no_hard_violation()
    {
        var file = await Planned();
        Assert.All(FlightsOf(file), f => Assert.NotNull(f!["plan"]));
        var ran = await Ran.Program("check", file, "--json");
        Assert.Equal(0, ran.Exit);
        Assert.Empty(ran.Json["violations"]!.AsArray());
    }

    [Fact]
    public async Task The_answer_of_plan_is_a_campaign_file_that_can_be_checked()
    {
        await Planned();
        var ran = await Ran.Program("plan", scratch["sample.json"], "--json");
        Assert.Equal("oneflight-plan/1", (string?)ran.Json["answer"]);
        Assert.Empty(ran.Json["clashes"]!.AsArray());
        Assert.Equal(Flights, ran.Json["flights"]!.AsArray().Count);
        Assert.Equal(0, (await Ran.Program("check", scratch.With("answer.json", ran.Output))).Exit);
    }

    [Fact]
    public async Task A_slip_is_answered_with_options_promises_and_who_must_hear()
    {
        var file = await Planned();
        var asOf = (string)JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["asOf"]!;
        var flight = FlightsOf(file).Where(f => string.CompareOrdinal((string)f!["plan"]!["launch"]!, asOf) > 0)
            .OrderBy(f => (string)f!["plan"]!["launch"]!, StringComparer.Ordinal).Skip(1).First()!;

        var ran = await Ran.Program("impact", file, "--slip", $"{flight["id"]}=+9d", "--json", "--out", scratch["after.json"]);

        Assert.Equal(("", 0), (ran.Errors, ran.Exit));
        Assert.Equal("oneflight-impact/1", (string?)ran.Json["answer"]);
        var options = ran.Json["options"]!.AsArray();
        Assert.NotEmpty(options);
        foreach (var field in new[] { "name", "why", "promisesBroken", "weightLost", "flightsMoved", "daysMoved" }) Assert.All(options, o => Assert.True(o!.AsObject().ContainsKey(field), field));
        Assert.NotEmpty(ran.Json["promises"]!.AsArray());
        Assert.All(ran.Json["promises"]!.AsArray(), p => Assert.NotEmpty(p!["path"]!.AsArray()));
        var hear = ran.Json["hear"]!.AsArray();
        Assert.NotEmpty(hear);
        foreach (var field in new[] { "wave", "person", "by", "owner", "accepted", "after", "reason" }) Assert.All(hear, h => Assert.True(h!.AsObject().ContainsKey(field), field));
        foreach (var field in new[] { "people", "resources", "toAccept" }) Assert.IsType<JsonArray>(ran.Json[field]);
        Assert.Equal(0, (await Ran.Program("check", scratch["after.json"])).Exit);
    }

    [Fact]
    public async Task The_same_slip_reads_well_without_json()
    {
        var file = await Planned();
        var last = FlightsOf(file).OrderBy(f => (string)f!["plan"]!["launch"]!, StringComparer.Ordinal).Last()!;
        var ran = await Ran.Program("impact", file, "--slip", $"{last["id"]}=+1d");
        Assert.Equal(0, ran.Exit);
        Assert.Contains("What can be done, best first", ran.Output);
        Assert.Contains("Flights that move", ran.Output);
    }

    [Fact]
    public async Task A_change_to_what_is_not_there_is_refused()
    {
        var ran = await Ran.Program("impact", await Planned(), "--slip", "NOWHERE=+9d");
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains("NOWHERE", ran.Errors);
    }
}
