using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OneFlight.App.Documents;
using OneFlight.App.Missions;
using OneFlight.App.Readiness;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.App.Tests.Safety;

public sealed class PaperTests(SmallHost host) : IClassFixture<SmallHost>
{
    private Press Press => host.Services.GetRequiredService<Press>();

    private static PaperDocument APaper(params PaperBlock[] blocks) => new("Title", "Subject", "Version 1", "en", SmallCampaign.Now, [.. blocks]);

    private static PaperTable ATable(int rows, string cell = "cell") => new("t", ["Head one", "Head two"], [1, 2], [.. Enumerable.Range(1, rows).Select(i => ImmutableArray.Create($"row {i}", cell))]);

    [Fact]
    public void The_same_document_is_the_same_bytes()
    {
        var paper = Dossier.Of(SmallHost.Open(), SmallCampaign.Make().Flights[0], SmallCampaign.Now);
        Assert.Equal(Press.Print(paper), Press.Print(paper));
        Assert.NotEqual(Press.Print(paper), Press.Print(paper with { Version = "another" }));
    }

    [Fact]
    public void A_table_repeats_its_head_on_every_page_and_loses_no_row()
    {
        var layout = Layout(APaper(ATable(200)));
        Assert.True(layout.Pages.Count > 2);
        Assert.All(layout.Pages, p => Assert.Single(p.Texts, t => t.Text.Text == "Head one"));
        Assert.Equal(200, layout.Pages.Sum(p => p.Texts.Count(t => t.Text.Text.StartsWith("row ", StringComparison.Ordinal))));
        Assert.All(layout.Pages, p => Assert.Contains(p.Texts, t => t.Text.Text.EndsWith($"of {layout.Pages.Count}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_leaves_the_page_and_a_heading_never_stands_alone()
    {
        var layout = Layout(APaper([.. Enumerable.Range(1, 60).SelectMany(i => new PaperBlock[] { new PaperHeading(2, $"Heading {i}"), ATable(i % 7 + 1, new string('x', 90)) })]));
        foreach (var page in layout.Pages)
        {
            Assert.All(page.Texts, t => Assert.InRange(t.Text.Y, 20, PaperLayout.PageHeight - 40));
            Assert.All(page.Texts, t => Assert.InRange(t.Text.X, 40, PaperLayout.PageWidth - 40));
            var body = page.Texts.Where(t => t.Element is not null).ToList();
            Assert.DoesNotContain("Heading", body.MinBy(t => t.Text.Y).Text.Text);
        }
    }

    [Fact]
    public void The_file_is_tagged_and_carries_title_and_language()
    {
        var file = Encoding.Latin1.GetString(Press.Print(APaper(new PaperHeading(1, "Title"), new PaperText("text"), ATable(2))));
        Assert.StartsWith("%PDF-1.7", file);
        foreach (var part in (string[])["/MarkInfo<</Marked true>>", "/Lang(en)", "/DisplayDocTitle true", "/S/H1", "/S/TH", "/S/TD", "/FontFile2"]) Assert.Contains(part, file);
    }

    [Fact]
    public async Task Text_that_is_taken_out_of_the_dossier_has_its_rows_and_no_silent_name()
    {
        var (made, flight) = (SmallCampaign.Make(), SmallCampaign.Make().Flights[0]);
        var person = flight.Seats[0].Person!.Value;
        var campaign = made with { Clearances = [new("c1", person, Fitness.FitWithLimits, SmallCampaign.Now, SmallCampaign.Launch + Duration.FromDays(90), ["limit-never-printed"])] };
        var text = await TextOf(Press.Print(Dossier.Of(SmallHost.Open(campaign), flight, SmallCampaign.Now)));
        Assert.Contains($"Readiness dossier of {flight.Name}", text);
        Assert.Contains("fit with limits", text);
        Assert.Contains("nothing: it is the first", text);
        Assert.DoesNotContain("limit-never-printed", text);
        Assert.DoesNotContain("Participant, self-paying", text);
    }

    [Fact]
    public async Task A_mission_pack_begins_with_the_customers_words_and_says_both_zones()
    {
        var open = SmallHost.Open();
        var mission = open.Campaign.Missions.First(m => m.Flight is not null && m.Participant is not null);
        var text = await TextOf(Press.Print(MissionPack.Of(open, mission.Id.Value, SmallCampaign.Now)!));
        Assert.Contains(mission.Success.Split(' ')[0], text);
        Assert.Contains("Whom to call", text);
        Assert.Contains("Your time,", text);
        Assert.Null(MissionPack.Of(open, "nothing", SmallCampaign.Now));
    }

    [Fact]
    public async Task The_files_are_served_as_pdf_and_an_unknown_flight_is_a_page()
    {
        using var client = host.CreateClient();
        foreach (var path in new[] { $"/c/small/flights/{SmallCampaign.Make().Flights[0].Id}/dossier.pdf", $"/c/small/missions/{SmallCampaign.Make().Missions[0].Id}/pack.pdf" })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((200, "application/pdf"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
        using var none = await client.GetAsync("/c/small/flights/NONE/dossier.pdf", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)none.StatusCode);
    }

    private PaperLayout Layout(PaperDocument document)
    {
        var files = host.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        TrueTypeFont Font(string name)
        {
            using var bytes = new MemoryStream();
            using var file = files.GetFileInfo($"built/print/{name}.ttf").CreateReadStream();
            file.CopyTo(bytes);
            return new(bytes.ToArray());
        }
        return PaperLayout.Of(document, Font("regular"), Font("bold"));
    }

    /// <summary>The text as another program reads it; where it is not installed, the test is skipped.</summary>
    private static async Task<string> TextOf(byte[] pdf)
    {
        const string reader = "/usr/bin/pdftotext";
        Assert.SkipUnless(File.Exists(reader), "pdftotext is not installed.");
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(path, pdf, TestContext.Current.CancellationToken);
            using var process = Process.Start(new ProcessStartInfo(reader, ["-layout", path, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return text;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
