using System.Text.Json.Nodes;

namespace OneFlight.App.Tests.Cli;

public sealed class RecordVerbsTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private async Task<string> Record(string name = "record.json", string? folder = null)
    {
        var ran = await Ran.Program("convert", "iss-traffic", folder ?? Scratch.Repository("data/iss-traffic"), "--out", scratch[name]);
        Assert.Equal(("", 0), (ran.Errors, ran.Exit));
        return scratch[name];
    }

    [Fact]
    public async Task The_record_has_no_hard_violation()
    {
        var ran = await Ran.Program("check", await Record(), "--json");
        Assert.Equal(0, ran.Exit);
        Assert.Equal("oneflight-check/1", (string?)ran.Json["answer"]);
        Assert.Empty(ran.Json["violations"]!.AsArray());
        Assert.NotEmpty(ran.Json["findings"]!.AsArray());
        Assert.All(ran.Json["findings"]!.AsArray(), f => Assert.NotEmpty(f!["subjects"]!.AsArray()));
    }

    [Fact]
    public async Task A_port_held_twice_is_kept_by_convert_found_by_check_and_ends_in_status_1()
    {
        var campaign = JsonNode.Parse(await File.ReadAllTextAsync(await Record(), TestContext.Current.CancellationToken))!;
        var flights = campaign["flights"]!.AsArray();
        var first = flights.First(f => (string)f!["id"]! == "CYG-NG11")!;
        var twin = first.DeepClone();
        twin["id"] = "TWIN";
        twin["plan"]!["vehicle"] = "TWIN-1";
        foreach (var time in new[] { "launch", "arrival", "departure", "end" })
            if ((string?)twin["plan"]![time] is { } at) twin["plan"]![time] = Later(at);
        foreach (var stay in twin["plan"]!["stays"]!.AsArray()) (stay!["from"], stay["to"]) = (Later((string)stay["from"]!), Later((string)stay["to"]!));
        twin["plan"]!.AsObject().Remove("flown");
        twin["plan"]!.AsObject().Remove("activities");
        twin["seats"] = new JsonArray();
        flights.Add(twin);
        campaign["fleet"]!["vehicles"]!.AsArray().Add(new JsonObject { ["id"] = "TWIN-1", ["name"] = "Twin", ["type"] = "Cygnus Enhanced" });

        var ran = await Ran.Program("check", scratch.With("twice.json", campaign.ToJsonString()), "--json");

        Assert.Equal(1, ran.Exit);
        var doubles = ran.Json["violations"]!.AsArray().Where(v => (string)v!["rule"]! == "port-double").ToArray();
        Assert.Contains("TWIN", Assert.Single(doubles)!["subjects"]!.ToJsonString());
    }

    private static string Later(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).AddDays(3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("flown", 7)]
    [InlineData("free", 0)]
    public async Task Replay_places_every_vehicle_with_the_proven_fewest_moves(string ports, int moves)
    {
        var ran = await Ran.Program("replay", await Record(), "--arrival-ports", ports, "--ignore-port-wishes", "--json");
        Assert.Equal(0, ran.Exit);
        Assert.Equal("oneflight-replay/1", (string?)ran.Json["answer"]);
        Assert.Equal(moves, ran.Json["moves"]!.AsArray().Count);
        Assert.Equal(moves, (int)ran.Json["fewestMoves"]!);
        Assert.All(ran.Json["moves"]!.AsArray(), m => Assert.NotEmpty((string)m!["reason"]!));
        Assert.True(ran.Json["stays"]!.AsArray().Count >= 70);
    }

    [Fact]
    public async Task Tables_of_the_record_merge_back_into_the_same_file()
    {
        var file = await Record();
        Assert.Equal(0, (await Ran.Program("convert", "campaign", file, "--out", scratch["tables"])).Exit);
        Assert.Equal(0, (await Ran.Program("convert", "tables", scratch["tables"], "--base", file, "--out", scratch["again.json"])).Exit);
        Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(scratch["again.json"], TestContext.Current.CancellationToken));
    }
}
