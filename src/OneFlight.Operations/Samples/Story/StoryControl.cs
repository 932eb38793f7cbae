using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>Launch day and flight in the story: the tables, the consoles, and what must be true before a count.</summary>
internal static class StoryControl
{
    /// <summary>The mishap that the story has.</summary>
    public const string Mishap = "2027-02-recovery-davit";

    private static readonly LocalDate earned = new(2026, 9, 14);

    /// <summary>Tables, consoles and procedures; who sits where on the flights that are near enough.</summary>
    public static Campaign Consoles(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var released = OperatorYear.AsOf - Duration.FromDays(120);
        ImmutableArray<StoryFlight> near = [.. story.Where(s => s.Reached(StoryStage.Readiness))];
        return campaign with
        {
            Control = campaign.Control with
            {
                Phases = FlightPhases.Read(tables["flight-phases.csv"]).Value,
                Criteria = CommitCriteria.Read(tables["commit-criteria.csv"]).Value,
                Contingencies = Contingencies.Read(tables["contingencies.csv"]).Value,
                Procedures = StoryConsoles.Procedures(released),
                Seats = StoryConsoles.Seats,
                Holders = [.. near.SelectMany(s => StoryConsoles.Holders.Select(h => SeatHolder.Of(s.Flight, h.Seat, h.Person)))],
                Plans = [.. near.Select(s => new ControlPlan(s.Flight, StoryConsoles.Runs, StoryConsoles.Protected, null))],
            },
            Qualifications = campaign.Qualifications with
            {
                Rules =
                [
                    .. campaign.Qualifications.Rules,
                    .. StoryConsoles.Seats.Select(s => new QualificationRule($"console-{s.Id}", s.Qualification, $"Console certificate, {s.Name}", RuleKind.MonthsToTheDay, 12)),
                ],
                Records =
                [
                    .. campaign.Qualifications.Records,
                    .. StoryConsoles.Holders.Select(h => new QualificationRecord(
                        $"console-{h.Seat}", h.Person, $"console:{h.Seat}", earned, Midnight(earned.PlusDays(1)), $"console certification board, {h.Seat}")),
                ],
            },
        };
    }

    /// <summary>What hangs on the planned times: checks of rest, and the flight that waits for its mishap.</summary>
    public static Campaign Checks(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var planned = campaign.Flights.Where(f => f.Plan is not null).ToDictionary(f => f.Id, f => f.Plan!);
        RestCheck? Rest(FlightId flight) => planned.TryGetValue(flight, out var plan) && plan.Launch - Duration.FromHours(21) is var at && at < OperatorYear.AsOf
            ? new(at, "Chief executive", plan.Launch) : null;
        var landed = story.Where(s => s.Stage == StoryStage.Landed && planned.ContainsKey(s.Flight));
        return campaign with
        {
            Control = campaign.Control with
            {
                Plans = [.. campaign.Control.Plans.Select(p => p with { Rest = Rest(p.Flight) })],
                Blocks = [.. landed.Where(s => planned[s.Flight].End is not null)
                    .Select(s => new FlightBlock($"{Mishap}/{s.Flight}", s.Flight, Mishap, "Recovery boat's davit damaged", planned[s.Flight].End!.Value + Duration.FromHours(2)))],
            },
        };
    }

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
