namespace OneFlight.App.Tests.Browser;

/// <summary>One flight whole, from the contract to a month after landing, each role doing its part in the browser.</summary>
/// <remarks>The sample holds one flight frozen at each stage, so the walk goes from flight to flight. It keeps revisions,
/// therefore it has an application and a database of its own.</remarks>
public sealed partial class StoryWalkTests(PostgresFixture postgres, Chromium chromium)
{
    private const string Year = Walk.Year;

    [Fact]
    public async Task One_flight_is_carried_from_the_contract_to_a_month_after_landing_by_all_who_have_a_part_in_it()
    {
        await using var host = new SampleHost();
        var walk = new Walk(await chromium.Page(await host.Address(postgres)));
        walk.Page.SetDefaultTimeout(12_000);
        List<string> faults = [];
        // Each chapter is about another flight, so that one that fails does not hide the next.
        foreach (var chapter in (Func<Walk, Task>[])[Contract, People, Cargo, Ready, Slip, LaunchDay, Flight, After])
        {
            try
            {
                await chapter(walk);
            }
            catch (Exception fault)
            {
                faults.Add($"{chapter.Method.Name}, at {walk.Page.Url}: {fault.Message}{Environment.NewLine}{fault.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("StoryWalkTests.", StringComparison.Ordinal))}");
            }
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static string FlightPath(int number) => $"{Year}/flights/{Id(number)}";

    private static string Id(int number) => $"CYGNET-{number:00}";
}
