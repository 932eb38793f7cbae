using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Safety;

namespace OneFlight.Operations.Performance;

/// <summary>A mishap as far as its intake says.</summary>
/// <param name="Flight">Null: on no flight.</param>
public sealed record KnownMishap(string Id, string? Flight, string Title, Instant At);

/// <summary>All that the figures are counted from, read once.</summary>
/// <param name="Statement">How everything stands in the plan.</param>
/// <param name="Original">The liftoff that was first planned for each flight.</param>
/// <param name="Verdicts">All streams outcome/.</param>
/// <param name="Surveys">All streams survey/.</param>
/// <param name="Recoveries">All streams recovery/.</param>
public sealed record PerformanceFacts(
    Campaign Campaign, Statement Statement, ImmutableDictionary<FlightId, Instant> Original, ImmutableArray<LogEntry> Verdicts, ImmutableArray<LogEntry> Surveys,
    ImmutableArray<LogEntry> Recoveries, ImmutableArray<LogEntry> Lessons, ImmutableArray<KnownMishap> Mishaps, Instant Now)
{
    private readonly Lazy<ImmutableArray<Flight>> landed = new(() => [.. Campaign.Flights.Where(f => f.Cancelled is null && f.Plan?.End <= Now).OrderByDescending(f => f.Plan!.End)]);
    private readonly Lazy<ImmutableArray<CustomerMission>> flown = new(() =>
    {
        var ended = Campaign.Flights.Where(f => f.Cancelled is null && f.Plan?.End <= Now).ToDictionary(f => f.Id, f => f.Plan!.End!.Value);
        return [.. Campaign.Missions.Where(m => m.Flight is { } flight && ended.ContainsKey(flight)).OrderByDescending(m => ended[m.Flight!.Value]).ThenBy(m => m.Id.Value, StringComparer.Ordinal)];
    });

    private readonly Lazy<Dictionary<MissionId, Flight>> flights = new(() =>
    {
        var byId = Campaign.Flights.ToDictionary(f => f.Id);
        return Campaign.Missions.Where(m => m.Flight is { } id && byId.ContainsKey(id)).ToDictionary(m => m.Id, m => byId[m.Flight!.Value]);
    });

    /// <summary>What safety is judged by.</summary>
    public SafetyFacts Safety => CampaignSafety.Facts(Campaign, Now);

    /// <summary>Flights that have ended, the latest first.</summary>
    public ImmutableArray<Flight> Landed => landed.Value;

    /// <summary>Missions whose flight has ended, the latest first.</summary>
    public ImmutableArray<CustomerMission> Flown => flown.Value;

    /// <summary>How each flown mission went.</summary>
    public ImmutableArray<Outcome> Outcomes
    {
        get
        {
            var streams = Verdicts.ToLookup(e => e.Stream);
            return [.. Flown.Select(m => Outcome.Of(m, [.. streams[OutcomeStreams.OfVerdicts(m.Id)]]))];
        }
    }

    /// <summary>Who was asked about each flown mission, and what they answered.</summary>
    public ImmutableArray<Survey> Asked
    {
        get
        {
            var streams = Surveys.ToLookup(e => e.Stream);
            return [.. Flown.Select(m => Survey.Of(Campaign, m, [.. streams[OutcomeStreams.OfSurvey(m.Id)]]))];
        }
    }

    public ImmutableArray<RecoveryCase> Cases
    {
        get
        {
            var customers = Campaign.Missions.ToDictionary(m => m.Id.Value, m => m.Customer?.Value ?? m.Participant?.Value ?? m.Id.Value);
            return RecoveryCase.All(Recoveries, mission => customers.GetValueOrDefault(mission, mission));
        }
    }

    public ImmutableArray<Lesson> AllLessons => Lesson.All(Lessons);

    /// <summary>Null: the mission waits for a flight.</summary>
    public Flight? FlightOf(MissionId mission) => flights.Value.GetValueOrDefault(mission);
}
