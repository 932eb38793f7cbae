using System.Diagnostics;
using System.Text.Json.Nodes;

namespace OneFlight.App.Tests.Cli;

public sealed class DatabaseVerbsTests(PostgresFixture postgres) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private static async Task<Ran> Program(string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "oneflight-cli.dll"), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ONEFLIGHT_DATABASE"] = database;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, errors);
    }

    [Fact]
    public async Task What_is_imported_is_exported_the_same_and_a_second_import_is_the_next_revision()
    {
        var database = await postgres.NewDatabase();
        await Ran.Program("sample", "--flights", "4", "--planned", "--out", scratch["in.json"]);

        var first = await Program(database, "import", scratch["in.json"], "--json");
        Assert.Equal(("", 0), (first.Errors, first.Exit));
        Assert.Equal(("oneflight-import/1", 1), ((string?)first.Json["answer"], (int)first.Json["revision"]!));

        var exported = await Program(database, "export", "operator-year", "--out", scratch["out.json"]);
        Assert.Equal(("", 0), (exported.Errors, exported.Exit));
        Assert.Equal(await File.ReadAllTextAsync(scratch["in.json"], TestContext.Current.CancellationToken), await File.ReadAllTextAsync(scratch["out.json"], TestContext.Current.CancellationToken));

        var renamed = JsonNode.Parse(await File.ReadAllTextAsync(scratch["in.json"], TestContext.Current.CancellationToken))!;
        renamed["name"] = "Renamed";
        var second = await Program(database, "import", scratch.With("second.json", renamed.ToJsonString()), "--why", "a new name", "--json");
        Assert.Equal(2, (int)second.Json["revision"]!);
        Assert.Contains("\"name\": \"Operator year 2027\"", (await Program(database, "export", "operator-year", "--revision", "1")).Output);
        Assert.Contains("\"name\": \"Renamed\"", (await Program(database, "export", "operator-year")).Output);
    }

    [Fact]
    public async Task A_broken_file_and_an_unknown_campaign_are_refused_and_nothing_is_kept()
    {
        var database = await postgres.NewDatabase();
        Assert.Equal(2, (await Program(database, "import", scratch.With("broken.json", "{ \"format\": "))).Exit);
        var ran = await Program(database, "export", "operator-year");
        Assert.Equal(2, ran.Exit);
        Assert.Contains("operator-year: found no such campaign, expected a campaign, of which there is none yet", ran.Errors);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_so_in_one_line()
    {
        var ran = await Program("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2", "export", "operator-year");
        Assert.Equal(2, ran.Exit);
        Assert.Contains("a PostgreSQL database that answers", ran.Errors);
        Assert.DoesNotContain("   at ", ran.Errors);
    }
}
