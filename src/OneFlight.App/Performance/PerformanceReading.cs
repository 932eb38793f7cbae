using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.FlightControl.Mishaps;
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
    public async Task<PerformanceFacts> Read(OpenCampaign open, Instant now, CancellationToken stop)
    {
        Task<ImmutableArray<LogEntry>> All(string prefix) => logbook.ReadAll(open.Id, Compartment.Operations, prefix, stop);
        var first = open.Revision.Number == 1 ? open.Revision : await history.At(open.Id, 1, stop);
        var mishaps = (await All(MishapState.Streams)).Where(e => e.Event is MishapReported)
            .Select(e => (MishapReported)e.Event is var told ? new KnownMishap(e.Stream[MishapState.Streams.Length..], told.Flight, told.Title, e.At) : null!);
        return new(open.Campaign, open.Statement, Original(first?.Plan.Flights ?? []), await All(OutcomeStreams.Verdicts), await All(OutcomeStreams.Surveys),
            await All(OutcomeStreams.Recoveries), await All(Lesson.Prefix), [.. mishaps], now);
    }

    // The first revision's plan is the first date that was told here; a flight that came later has none and is not counted.
    private static ImmutableDictionary<FlightId, Instant> Original(ImmutableArray<Flight> flights) =>
        flights.Where(f => f.Plan is not null).ToImmutableDictionary(f => f.Id, f => f.Wish.Launch);
}
