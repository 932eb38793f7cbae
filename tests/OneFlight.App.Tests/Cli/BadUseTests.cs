using System.Diagnostics;

namespace OneFlight.App.Tests.Cli;

public sealed class BadUseTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("dance", "dance")]
    [InlineData("check", "FILE")]
    [InlineData("check nowhere.json", "nowhere.json")]
    [InlineData("check a b", "'b'")]
    [InlineData("check a --force", "--force")]
    [InlineData("check a --json=yes", "'yes'")]
    [InlineData("convert", "convert iss-traffic")]
    [InlineData("convert iss-traffic nowhere", "--out")]
    [InlineData("convert iss-traffic nowhere --out x", "no such folder")]
    [InlineData("sample --flights many", "'many'")]
    [InlineData("sample --flights 0", "whole number")]
    [InlineData("sample --flights", "N")]
    [InlineData("sample --seed 1 --seed 2", "once")]
    [InlineData("replay a --arrival-ports some", "free or flown")]
    [InlineData("impact a", "no such file")]
    public async Task Bad_use_ends_in_status_2_and_says_what_was_expected(string line, string said)
    {
        var ran = await Ran.Program(line.Split(' '));
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains(said, ran.Errors);
    }

    [Fact]
    public async Task Without_a_verb_it_says_how_it_is_used()
    {
        var ran = await Ran.Program();
        Assert.Equal(2, ran.Exit);
        Assert.Contains("impact FILE", ran.Output);
        Assert.Equal(0, (await Ran.Program("help")).Exit);
        Assert.Contains("--slip FLIGHT=+9d|DATE", (await Ran.Program("impact", "--help")).Output);
    }

    [Fact]
    public async Task Problems_of_a_file_come_with_line_and_field_as_text_and_as_json()
    {
        var file = scratch.With("bad.json", "{ \"format\": \"oneflight-campaign/1\",\n \"id\": \"c\", \"name\": \"n\",\n \"people\": { \"persons\": [{ \"id\": \"p\", \"shownAs\": \"s\", \"zone\": \"Mars/Base\" }] } }");
        var ran = await Ran.Program("check", file, "--json");
        Assert.Equal(2, ran.Exit);
        Assert.Contains("bad.json line 3, people.persons[0].zone: found 'Mars/Base', expected a time zone", ran.Errors);
        Assert.Equal("oneflight-problems/1", (string?)ran.Json["answer"]);
        var problem = Assert.Single(ran.Json["problems"]!.AsArray())!;
        Assert.Equal(("unknown-zone", 3, "people.persons[0].zone"), ((string?)problem["code"], (int?)problem["line"], (string?)problem["field"]));
    }

    [Fact]
    public async Task A_file_of_200_megabytes_is_refused_at_once()
    {
        await using (var file = File.Create(scratch["big.json"])) file.SetLength(200_000_000);
        var clock = Stopwatch.StartNew();
        var ran = await Ran.Program("check", scratch["big.json"]);
        Assert.True(clock.Elapsed.TotalSeconds < 1, $"{clock.Elapsed}");
        Assert.Equal(2, ran.Exit);
        Assert.Contains("found 200 MB, expected at most 167.8 MB", ran.Errors);
    }

    [Fact]
    public async Task The_program_itself_starts_and_passes_its_exit_status_on()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "oneflight-cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "check", scratch["missing.json"]]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("found no such file, expected a file", errors);
    }
}
