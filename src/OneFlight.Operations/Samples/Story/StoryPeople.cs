using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>What the story's people earned by the sample's "now": most holds well past landing, some ends inside the margin, some is not
/// known, and some would not carry a slip of nine days.</summary>
internal static class StoryPeople
{
    private static readonly LocalDate today = OperatorYear.AsOf.InUtc().Date;

    /// <summary>Days before launch by which a thing is usually earned; several days for what is done again and again.</summary>
    private static readonly ImmutableArray<(string Type, string Evidence, bool PerFlight, int[] DaysBefore)> usual =
    [
        ("emergency-drill", "drill sheet", false, [105, 75, 40, 12]), ("fire-drill", "simulator log", false, [100]), ("depressurization-drill", "simulator log", false, [99]),
        ("toxic-air-drill", "simulator log", false, [98]), ("water-egress", "pool sheet", false, [90]), ("suit-run", "suit laboratory record", false, [110]),
        ("suit-fit", "fit record", true, [150]), ("station-board", "board minute", true, [60]), ("late-training", "dry-dress report", true, [4]),
    ];

    public static Campaign Add(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var records = story.SelectMany(s => Of(campaign, s)).OrderBy(r => r.KnownAt).ThenBy(r => r.Id, StringComparer.Ordinal);
        var born = story.SelectMany(Births).ToDictionary(b => b.Person, b => b.Born);
        return campaign with
        {
            People = campaign.People with { Persons = [.. campaign.People.Persons.Select(p => born.TryGetValue(p.Id, out var date) ? p with { Born = date } : p)] },
            Qualifications = campaign.Qualifications with
            {
                Rules = [.. campaign.Qualifications.Rules, .. StoryRules.Rules],
                Demands = [.. campaign.Qualifications.Demands, .. StoryRules.Demands],
                Records = [.. campaign.Qualifications.Records, .. records],
                Selections = [.. campaign.Qualifications.Selections, .. StorySelections.Of(story)],
                Reserves = [.. campaign.Qualifications.Reserves, .. StoryRules.Reserves],
                Measures = [.. campaign.Qualifications.Measures, .. Exchange.MedicalMeasures.Read(tables["medical-measures.csv"]).Value],
            },
        };
    }

    /// <summary>The commander who stands by.</summary>
    public static PersonId Reserve(StoryFlight s) => new(s.Commander.Value.Replace("commander", "reserve", StringComparison.Ordinal));

    /// <summary>Landing plus reserve of the story's flight; null: it is not planned.</summary>
    public static LocalDate? Through(Campaign campaign, StoryFlight s) =>
        campaign.Flights.First(f => f.Id == s.Flight).Plan?.End is { } end ? (end + Duration.FromDays(StoryRules.Reserves[0].Days)).InUtc().Date : null;

    private static IEnumerable<QualificationRecord> Of(Campaign campaign, StoryFlight s)
    {
        if (campaign.Flights.First(f => f.Id == s.Flight).Plan is not { } plan || Through(campaign, s) is not { } through) yield break;
        var launch = plan.Launch.InUtc().Date;
        foreach (var (person, index) in new[] { s.Commander, s.Guest, s.Astronaut, s.Performer, Reserve(s) }.Select((p, i) => (p, i)))
        {
            var number = 0;
            QualificationRecord Earned(string type, LocalDate earned, string evidence, bool perFlight = false, LocalDate? until = null) => new(
                string.Create(CultureInfo.InvariantCulture, $"{person}-{++number:00}"), person, type, earned, KnownAt(earned),
                string.Create(CultureInfo.InvariantCulture, $"{evidence} {(s.Number * 100) + (index * 20) + number}"), perFlight ? s.Flight.Value : null, null, until);

            var all = new List<QualificationRecord>();
            foreach (var (type, evidence, perFlight, days) in usual)
                if (!Skips(s, index, type)) all.AddRange(days.Select(d => Earned(type, When(s, index, type, launch, through, d + (index == 4 ? 2 : 0)), evidence, perFlight)));
            all.Add(index is 0 or 2 or 4 ? Earned("altitude-chamber", launch.PlusDays(-150), "chamber log") : Earned("reduced-oxygen-breathing", launch.PlusDays(-140), "instructor note"));
            if (s is { Number: 6 } && index == 3) all.RemoveAt(all.Count - 1);
            if (index is 0 or 4)
            {
                // The month of the fifth flight's certificate ends a few days after its landing and reserve.
                all.Add(Earned("medical-certificate", s.Number == 5 && index == 0 ? through.PlusMonths(-12).With(DateAdjusters.StartOfMonth).PlusDays(19) : launch.PlusMonths(-4), "certificate"));
                all.Add(Earned("pilot-certificate", launch.PlusDays(-400), "copy of the license", until: s.Number == 7 ? null : through.PlusDays(260)));
                all.AddRange(Enumerable.Range(0, 6).Select(i => Earned("instrument-approaches", launch.PlusDays(-120 + (i * 15)), "flight log")));
            }
            else if (s.Reached(StoryStage.Selection))
                all.Add(Earned("health-review", launch.PlusMonths(-6) is var usualDay && usualDay < today ? usualDay : today.PlusDays(-20), "review sheet"));

            foreach (var record in all.Where(r => r.Earned <= today && s.Reached(StoryStage.Selection))) yield return record;
        }
    }

    private static bool Skips(StoryFlight s, int person, string type) => (s.Number, person, type) switch
    {
        // Two of three drills: the composite is not current.
        (7, 1, "toxic-air-drill") => true,
        // A reserve commander who is not named as anyone's backup is not fitted for the flight.
        (_, 4, "suit-fit") => s.Number % 2 != 0,
        (_, 4, "late-training") => true,
        _ => false,
    };

    private static LocalDate When(StoryFlight s, int person, string type, LocalDate launch, LocalDate through, int daysBefore) => (s.Number, person, type) switch
    {
        // Ends five days after landing and reserve.
        (6, 2, "suit-run") => through.PlusDays(5 - 180),
        _ => launch.PlusDays(-daysBefore),
    };

    private static Instant KnownAt(LocalDate earned) => Instant.Min(earned.PlusDays(1).AtMidnight().InUtc().ToInstant() + Duration.FromHours(9), OperatorYear.AsOf);

    private static IEnumerable<(PersonId Person, LocalDate Born)> Births(StoryFlight s) =>
        new[] { s.Commander, s.Guest, s.Astronaut, s.Performer, Reserve(s) }.Select((p, i) => (p, new LocalDate(1966 + (((s.Number * 7) + (i * 5)) % 24), 1 + ((s.Number + (i * 3)) % 12), 1 + ((s.Number * 3) + i) % 28)));
}
