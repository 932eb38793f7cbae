using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Performance;

/// <summary>One answer on one mission; streams survey/MISSION.</summary>
/// <param name="By">Who answered: a person or an organization, as <c>kind:id</c>.</param>
/// <param name="Overall">1 to 5.</param>
/// <param name="Recommend">0 to 10.</param>
/// <param name="Words">Verbatim; null: none.</param>
public sealed record SurveyAnswered(ThingId By, int Overall, int Recommend, string? Words) : ILogEvent;

/// <summary>Who is asked about a mission, and what they answered.</summary>
/// <param name="Invited">Whoever flew, and the organization that contracted; empty: nobody is named who could be asked.</param>
/// <param name="OpensAt">From the landing; null: no landing is planned.</param>
public sealed record Survey(CustomerMission Mission, ImmutableArray<ThingId> Invited, Instant? OpensAt, ImmutableArray<LogEntry> Answers)
{
    public static Survey Of(Campaign campaign, CustomerMission mission, ImmutableArray<LogEntry> entries)
    {
        var flight = campaign.Flights.FirstOrDefault(f => f.Id == mission.Flight);
        ThingId?[] asked = [mission.Participant?.Thing, mission.Customer?.Thing];
        return new(mission, [.. asked.OfType<ThingId>()], flight?.Plan?.End, [.. entries.Where(e => e.Event is SurveyAnswered)]);
    }

    /// <summary>What someone answered; null: nothing yet.</summary>
    public LogEntry? AnswerOf(ThingId who) => Answers.LastOrDefault(e => ((SurveyAnswered)e.Event).By == who);

    /// <summary>The surveys that someone may answer or has answered, the open ones first; those of missions that have not landed are not among them.</summary>
    /// <param name="entries">All streams of surveys.</param>
    public static ImmutableArray<Survey> For(Campaign campaign, ThingId who, ImmutableArray<LogEntry> entries, Instant now)
    {
        var answers = entries.ToLookup(e => e.Stream);
        return [.. campaign.Missions.Select(m => Of(campaign, m, [.. answers[OutcomeStreams.OfSurvey(m.Id)]]))
            .Where(s => s.Invited.Contains(who) && s.OpensAt <= now).OrderBy(s => s.AnswerOf(who) is not null).ThenByDescending(s => s.OpensAt)];
    }

    /// <summary>Takes an answer.</summary>
    /// <remarks>Refused: <c>not-landed</c>, <c>not-invited</c>, <c>answered-twice</c>, <c>out-of-range</c>.</remarks>
    public Result<NewLogEntry> Answer(ThingId by, int overall, int recommend, string? words, Instant now, string who)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (OpensAt is not { } landed || now < landed) problems.Add(new("not-landed", Place.Of("survey"), "the flight has not landed", "a survey after the landing"));
        if (!Invited.Contains(by)) problems.Add(new("not-invited", Place.Of("survey"), $"'{by}'", "one of those who were asked"));
        if (AnswerOf(by) is { } before) problems.Add(new("answered-twice", Place.Of("survey"), $"an answer of {TimeText.Day(before.At)}", "one answer of each who is asked"));
        if (overall is < 1 or > 5) problems.Add(new("out-of-range", Place.Of("overall"), $"'{overall}'", "1 to 5"));
        if (recommend is < 0 or > 10) problems.Add(new("out-of-range", Place.Of("recommend"), $"'{recommend}'", "0 to 10"));
        return problems.Count > 0 ? problems.ToImmutable()
            : NewLogEntry.Now(now, who, new SurveyAnswered(by, overall, recommend, string.IsNullOrWhiteSpace(words) ? null : words.Trim()));
    }
}
