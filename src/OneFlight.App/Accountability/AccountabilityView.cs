using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Accountability;

/// <summary>Who answers for each step: one flight as a grid of steps and missions, and the coverage of all.</summary>
/// <param name="Flight">The flight in the grid; null: no mission's journeys are laid out.</param>
/// <param name="All">False: only steps with a finding.</param>
public sealed record AccountabilityView(
    OpenCampaign Open, Query Query, ImmutableArray<FlightCoverage> Flights, FlightCoverage? Flight, bool All, ImmutableArray<JourneyGroup> Groups, bool MayWrite)
{
    public int Cells => Flights.Sum(f => f.Missions.Sum(m => m.Coverage.Cells.Length));
    public int Covered => Flights.Sum(f => f.Missions.Sum(m => m.Coverage.Covered));

    public static AccountabilityView From(OpenCampaign open, Query query, Viewer viewer)
    {
        var flights = open.View("coverage", () => AllOf(open));
        var chosen = flights.FirstOrDefault(f => f.Id == query["flight"]) ?? flights.FirstOrDefault(f => f.Open > 0) ?? flights.FirstOrDefault();
        var all = query["all"] == "yes";
        return new(open, query, flights, chosen, all, chosen is null ? [] : Grid(open, chosen, all), viewer.May(Policies.CommercialWrite));
    }

    private static ImmutableArray<FlightCoverage> AllOf(OpenCampaign open)
    {
        var brokers = open.Campaign.People.Organizations.Where(o => o.Kind == OrganizationKind.Broker).Select(o => o.Id).ToHashSet();
        var steps = open.Campaign.Care.Steps;
        return
        [
            .. open.Campaign.Care.Accountability.Where(a => open.Index.Missions.ContainsKey(a.Mission))
                .Select(a => new MissionCoverage(open.Index.Missions[a.Mission], Coverage.Of(a, steps, brokers)))
                .GroupBy(m => m.Mission.Flight).Select(g => new FlightCoverage(g.Key?.Value ?? "", g.Key is { } id ? open.Index.NameOf(id) : "Waiting for a flight", [.. g]))
                .OrderBy(f => f.Name, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<JourneyGroup> Grid(OpenCampaign open, FlightCoverage flight, bool all)
    {
        var cells = flight.Missions.Select(m => m.Coverage.Cells.ToDictionary(c => c.Step.Id)).ToList();
        return
        [
            .. open.Campaign.Care.Steps.Where(s => cells.Any(c => c.ContainsKey(s.Id)))
                .Select(s => new StepRow(s, [.. cells.Select(c => c.GetValueOrDefault(s.Id))]))
                .Where(r => all || r.Cells.Any(c => c is { Finding: not CoverageFinding.Covered }))
                .GroupBy(r => r.Step.Template).Select(g => new JourneyGroup(g.Key.Replace('-', ' '), [.. g])),
        ];
    }
}

public sealed record MissionCoverage(CustomerMission Mission, Coverage Coverage);

public sealed record FlightCoverage(string Id, string Name, ImmutableArray<MissionCoverage> Missions)
{
    public int Open => Missions.Sum(m => m.Coverage.Cells.Length - m.Coverage.Covered);
}

public sealed record JourneyGroup(string Name, ImmutableArray<StepRow> Rows);

/// <param name="Cells">One for each mission of the flight; null where the step does not apply.</param>
public sealed record StepRow(JourneyStep Step, ImmutableArray<CoverageCell?> Cells);
