using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Performance;

/// <summary>Reads what the figures are counted from.</summary>
public sealed class PerformanceReading(LogbookStore logbook, PlanHistory history)
{
    private const string Mishaps = "mishap/";

    public async Task<PerformanceFacts> Read(OpenCampaign open, Instant now, CancellationToken stop)
    {
        Task<ImmutableArray<LogEntry>> All(string prefix) => logbook.ReadAll(open.Id, Compartment.Operations, prefix, stop);
        var first = open.Revision.Number == 1 ? open.Revision : await history.At(open.Id, 1, stop);
        var mishaps = (await All(Mishaps)).Where(e => e.Number == 1).Select(Intake);
        return new(open.Campaign, open.Statement, Original(first?.Plan.Flights ?? []), await All(OutcomeStreams.Verdicts), await All(OutcomeStreams.Surveys),
            await All(OutcomeStreams.Recoveries), await All(Lesson.Prefix), [.. mishaps], now);
    }

    // Of a mishap only its intake is needed here, and of that what every intake says.
    private static KnownMishap Intake(LogEntry entry)
    {
        var intake = JsonNode.Parse(entry.Document)!;
        return new(entry.Stream[Mishaps.Length..], (string?)intake["flight"], (string?)intake["title"] ?? entry.Stream, entry.At);
    }

    // The first revision's plan is the first date that was told here; a flight that came later has none and is not counted.
    private static ImmutableDictionary<FlightId, Instant> Original(ImmutableArray<Flight> flights) =>
        flights.Where(f => f.Plan is not null).ToImmutableDictionary(f => f.Id, f => f.Wish.Launch);
}
