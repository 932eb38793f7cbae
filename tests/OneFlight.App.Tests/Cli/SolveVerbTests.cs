namespace OneFlight.App.Tests.Cli;

public sealed class SolveVerbTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_benchmark_file_is_solved_the_same_way_twice_and_told_in_its_own_numbering()
    {
        var file = Scratch.Repository("data/psplib/j60/j609_3.sm");
        var ran = await Ran.Program("solve", file, "--schedules", "2000", "--seed", "4", "--json");
        var again = await Ran.Program("solve", file, "--schedules", "2000", "--seed", "4", "--json");

        Assert.Equal(0, ran.Exit);
        Assert.Equal(("oneflight-solve/1", "j609_3", "feasible"), ((string?)ran.Json["answer"], (string?)ran.Json["instance"], (string?)ran.Json["status"]));
        Assert.Equal((62, 62), (ran.Json["starts"]!.AsArray().Count, ran.Json["modes"]!.AsArray().Count));
        var makespan = (int)ran.Json["makespan"]!;
        Assert.InRange(makespan, 100, 106);
        Assert.Equal(makespan, (int)ran.Json["starts"]![61]!);
        Assert.Equal((0, 1, makespan - 65, 65), ((int)ran.Json["starts"]![0]!, (int)ran.Json["modes"]![0]!, (int)ran.Json["delay"]!, (int)ran.Json["bound"]!));
        Assert.Equal(makespan, (int)ran.Json["improvements"]!.AsArray()[^1]!["makespan"]!);
        Assert.Equal((2_000, 4), ((int)ran.Json["schedules"]!, (int)ran.Json["seed"]!));
        Assert.Equal(ran.Json["starts"]!.ToJsonString(), again.Json["starts"]!.ToJsonString());
    }

    [Fact]
    public async Task A_schedule_at_the_bound_is_called_optimal()
    {
        var ran = await Ran.Program("solve", Scratch.Repository("data/psplib/j60/j601_1.sm"));
        Assert.Equal(0, ran.Exit);
        Assert.Contains("j601_1: makespan 77, optimal", ran.Output);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused_with_its_line()
    {
        var text = await File.ReadAllTextAsync(Scratch.Repository("data/psplib/j60/j601_1.sm"), TestContext.Current.CancellationToken);
        var file = scratch.With("cut.sm", text[..(text.Length / 2)]);
        var ran = await Ran.Program("solve", file, "--json");
        Assert.Equal(2, ran.Exit);
        Assert.Equal("not-psplib", (string?)ran.Json["problems"]![0]!["code"]);
        Assert.NotNull((int?)ran.Json["problems"]![0]!["line"]);
    }

    [Theory]
    [InlineData("--schedules", "0", "whole number")]
    [InlineData("--seconds", "many", "whole number")]
    [InlineData("--seed", "-1", "whole number")]
    public async Task Wrong_options_are_refused(string option, string value, string said)
    {
        var ran = await Ran.Program("solve", "a.sm", option, value);
        Assert.Equal(2, ran.Exit);
        Assert.Contains(said, ran.Errors);
    }
}
