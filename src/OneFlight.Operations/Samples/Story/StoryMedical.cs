using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Medical;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>Files of the surgeon, and the clearances that everyone else sees of them.</summary>
internal static class StoryMedical
{
    private const string Who = "Flight surgeon";

    public static Campaign Add(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables) =>
        campaign with { Clearances = [.. campaign.Clearances, .. story.SelectMany(s => Cases(campaign, s)).Select(c => c.Clearance).OfType<Clearance>()] };

    public static IEnumerable<StoryEvent> Log(Campaign campaign, ImmutableArray<StoryFlight> story) => story.SelectMany(s => Cases(campaign, s)).SelectMany(Entries);

    /// <param name="Finding">What was found; null: nothing.</param>
    private sealed record Case(PersonId Person, Instant Examined, Clearance? Clearance, string? Finding = null, string? Disposition = null, bool Withdrawn = false);

    private static IEnumerable<Case> Cases(Campaign campaign, StoryFlight s)
    {
        if (!s.Reached(StoryStage.Selection) || StoryPeople.Through(campaign, s) is not { } last || campaign.Flights.First(f => f.Id == s.Flight).Plan is not { } plan) yield break;
        var through = last.AtMidnight().InUtc().ToInstant();
        var examined = Instant.Min(plan.Launch - Duration.FromDays(200), OperatorYear.AsOf - Duration.FromDays(25));
        var issued = Instant.Min(plan.Launch - Duration.FromDays(20), OperatorYear.AsOf - Duration.FromDays(9));
        Clearance Token(PersonId person, Fitness fitness, int daysPast = 30, params string[] limits) => new(
            $"clearance-{person}-1", person, fitness, issued, fitness is Fitness.Fit or Fitness.FitWithLimits ? through + Duration.FromDays(daysPast) : null, [.. limits]);

        foreach (var (person, index) in new[] { s.Commander, s.Guest, s.Astronaut, s.Performer, StoryPeople.Reserve(s) }.Select((p, i) => (p, i)))
        {
            if (!s.Reached(StoryStage.Training))
            {
                if (index is 0 or 1) yield return new(person, examined, null);
                continue;
            }
            yield return (s.Number, index) switch
            {
                (5, 1) => new(person, examined, Token(person, Fitness.Fit, 6), "Sleeps lightly away from home; asked for a quiet bunk.", "cleared"),
                (6, 2) => new(person, examined, Token(person, Fitness.FitWithLimits, 40, "no spacewalk", "protected sleep"), "Balance came back slowly after the second centrifuge run.", "mitigated"),
                (7, 3) => new(person, examined, Token(person, Fitness.Unknown), Withdrawn: true),
                (8, 0) => new(person, examined, Token(person, Fitness.NotFit), "A shoulder strained in water training; to be seen again in six weeks."),
                (_, 4) when s.Number % 2 != 0 => new(person, examined, null),
                _ => new(person, examined, Token(person, Fitness.Fit, 40)),
            };
        }
    }

    private static IEnumerable<StoryEvent> Entries(Case file)
    {
        StoryEvent Entry(Instant at, ILogEvent what) => new(Compartment.Medical, MedicalWords.StreamOf(file.Person), NewLogEntry.Now(at, Who, what));
        var at = file.Examined;
        yield return Entry(at, new MedicalAuthorizationGiven("Signed on paper: the operator may know the duty status."));
        yield return Entry(at, new MedicalExamination("M01", "cleared", "Questionnaire gone through together."));
        yield return Entry(at + Duration.FromHours(2), new MedicalExamination("M03", file.Finding is null ? "cleared" : "deferred", file.Finding is null ? "Nothing of note." : "See the finding."));
        if (file.Finding is { } finding) yield return Entry(at + Duration.FromHours(3), new MedicalFinding("f1", finding));
        if (file.Disposition is { } outcome) yield return Entry(at + Duration.FromDays(4), new MedicalDisposition("f1", outcome, "Spoken through with the person; no reason against the flight."));
        if (file.Withdrawn) yield return Entry(file.Clearance!.IssuedAt, new MedicalAuthorizationWithdrawn("By letter. Nothing may be told until it is given anew."));
        if (file.Clearance is { } token) yield return Entry(token.IssuedAt, new MedicalClearanceIssued(token.Id, token.Fitness, token.Until, token.Limits));
    }
}
