using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OneFlight.App.Access;
using OneFlight.App.Feeds;
using OneFlight.App.Tests.Screens;
using OneFlight.App.Training;

namespace OneFlight.App.Tests.Training;

public sealed class InstructorFeedTests
{
    private static FeedClaim AClaim(string subject = "teacher", Role role = Role.Training) => new("op", "small", InstructorFeed.Kind, subject, role, "P-3", null, 0);

    private const string Reading = """
        import ICAL from 'ical.js';
        let text = '';
        for await (const part of process.stdin) text += part;
        const calendar = new ICAL.Component(ICAL.parse(text));
        const events = calendar.getAllSubcomponents('vevent').map(e => new ICAL.Event(e));
        console.log(JSON.stringify(events.map(e => ({ uid: e.uid, start: e.startDate.toJSDate().toISOString(), hours: e.duration.toSeconds() / 3600, summary: e.summary, place: e.location }))));
        """;

    /// <summary>Reads the feed with ical.js, which calendar programs are built on.</summary>
    [Fact]
    public async Task A_real_parser_reads_the_feed_of_an_instructor()
    {
        var feed = InstructorFeed.Of(SmallHost.Open(SmallTraining.With(SmallCampaign.Make(), assigned: true)), AClaim())!;
        var read = JsonDocument.Parse(await Node(Calendar.Write(feed.Name, feed.Events))).RootElement.EnumerateArray().ToList();
        Assert.Equal(["session:HALCYON-07/M-1.1@oneflight", "session:HALCYON-07/M-2.1@oneflight"], read.Select(e => e.GetProperty("uid").GetString()!));
        Assert.Equal("2027-02-17T09:14:00.000Z", read[0].GetProperty("start").GetString());
        Assert.Equal(6, read[0].GetProperty("hours").GetDouble());
        Assert.Equal("M-1 Lesson M-1, <b>safe</b>, HALCYON-07", read[0].GetProperty("summary").GetString());
        Assert.Equal("Class room", read[0].GetProperty("place").GetString());
    }

    [Fact]
    public void Nobody_without_a_part_in_training_and_no_unknown_instructor_has_a_feed()
    {
        var open = SmallHost.Open(SmallTraining.With(SmallCampaign.Make(), assigned: true));
        Assert.Null(InstructorFeed.Of(open, AClaim(role: Role.Guest)));
        Assert.Null(InstructorFeed.Of(open, AClaim("nobody")));
    }

    private static async Task<string> Node(string input)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", Reading])
        {
            WorkingDirectory = Elements(), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.StandardInput.WriteAsync(input.AsMemory(), stop);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static string Elements([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/OneFlight.App/elements"));
}
