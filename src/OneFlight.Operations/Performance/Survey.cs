using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Performance;

/// <summary>One answer of one person on one mission; streams survey/MISSION.</summary>
/// <param name="Overall">1 to 5.</param>
/// <param name="Recommend">0 to 10.</param>
/// <param name="Words">Verbatim; null: none.</param>
public sealed record SurveyAnswered(string Person, int Overall, int Recommend, string? Words) : ILogEvent;

/// <summary>Who is asked about a mission, and what they answered.</summary>
/// <param name="Invited">Whoever flew or speaks for it; empty: nobody is named who could be asked.</param>
/// <param name="OpensAt">From the landing; null: no landing is planned.</param>
public sealed record Survey(CustomerMission Mission, ImmutableArray<PersonId> Invited, Instant? OpensAt, ImmutableArray<LogEntry> Answers)
{
    public static Survey Of(Campaign campaign, CustomerMission mission, ImmutableArray<LogEntry> entries)
    {
        var flight = campaign.Flights.FirstOrDefault(f => f.Id == mission.Flight);
        PersonId? ContactOf(OrganizationId? id) => campaign.People.Organizations.FirstOrDefault(o => o.Id == id)?.Contact;
        PersonId?[] asked = [mission.Participant, ContactOf(mission.Customer)];
        return new(mission, [.. asked.OfType<PersonId>().Distinct()], flight?.Plan?.End, [.. entries.Where(e => e.Event is SurveyAnswered)]);
    }

    /// <summary>What a person answered; null: nothing yet.</summary>
    public SurveyAnswered? AnswerOf(PersonId person) => Answers.Select(e => (SurveyAnswered)e.Event).LastOrDefault(a => a.Person == person.Value);

    /// <summary>The surveys that someone may answer or has answered, the open ones first; those of missions that have not landed are not among them.</summary>
    /// <param name="entries">All streams of surveys.</param>
    public static ImmutableArray<Survey> For(Campaign campaign, PersonId person, ImmutableArray<LogEntry> entries, Instant now)
    {
        var answers = entries.ToLookup(e => e.Stream);
        return [.. campaign.Missions.Select(m => Of(campaign, m, [.. answers[OutcomeStreams.OfSurvey(m.Id)]]))
            .Where(s => s.Invited.Contains(person) && s.OpensAt <= now).OrderBy(s => s.AnswerOf(person) is not null).ThenByDescending(s => s.OpensAt)];
    }

    /// <summary>Takes an answer.</summary>
    /// <remarks>Refused: <c>not-landed</c>, <c>not-invited</c>, <c>answered-twice</c>, <c>out-of-range</c>.</remarks>
    public Result<NewLogEntry> Answer(PersonId person, int overall, int recommend, string? words, Instant now, string who)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (OpensAt is not { } landed || now < landed) problems.Add(new("not-landed", Place.Of("survey"), "the flight has not landed", "a survey after the landing"));
        if (!Invited.Contains(person)) problems.Add(new("not-invited", Place.Of("survey"), $"'{person}'", "one of those who were asked"));
        if (AnswerOf(person) is not null)
            problems.Add(new("answered-twice", Place.Of("survey"), $"an answer of {TimeText.Day(Answers.Last(e => ((SurveyAnswered)e.Event).Person == person.Value).At)}", "one answer of each person"));
        if (overall is < 1 or > 5) problems.Add(new("out-of-range", Place.Of("overall"), $"'{overall}'", "1 to 5"));
        if (recommend is < 0 or > 10) problems.Add(new("out-of-range", Place.Of("recommend"), $"'{recommend}'", "0 to 10"));
        return problems.Count > 0 ? problems.ToImmutable()
            : NewLogEntry.Now(now, who, new SurveyAnswered(person.Value, overall, recommend, string.IsNullOrWhiteSpace(words) ? null : words.Trim()));
    }
}
