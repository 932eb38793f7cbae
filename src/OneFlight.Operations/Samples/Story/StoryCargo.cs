using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>What the story's customers send up and down, and what the year's other items are packed in.</summary>
internal static class StoryCargo
{
    /// <summary>How long before liftoff payload safety has seen every item.</summary>
    private static readonly Duration Assessed = Duration.FromDays(90);

    /// <summary>Typical density of packed cargo, kg/m³; source: the bags of the table at their reference loads.</summary>
    private const double Density = 290;

    public static CargoItemId Sample(StoryFlight story) => new($"{story.Flight}-S1");

    public static Campaign Join(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var bags = CargoBags.Read(tables["cargo-bags.csv"]).Value;
        var flights = campaign.Flights.ToDictionary(f => f.Id);
        return campaign with
        {
            Supply = campaign.Supply with { Bags = bags, Segregation = HazardSegregations.Read(tables["hazard-segregation.csv"]).Value },
            Cargo = [.. campaign.Cargo.Select(i => Packed(i, flights[i.Flight], bags)), .. story.Where(s => s.Reached(StoryStage.Training)).SelectMany(s => Of(s, flights[s.Flight], campaign))],
        };
    }

    private static IEnumerable<CargoItem> Of(StoryFlight s, Flight flight, Campaign campaign)
    {
        if (flight.Plan is not { } plan) yield break;
        var known = s.Reached(StoryStage.Cargo);
        var baseline = s.Reached(StoryStage.Consent);
        CargoItem Item(string id, string name, MissionId? mission, double kilograms, string stem, double daysBefore, string bag, ItemSize size, string hazard) =>
            new(new($"{s.Flight}-{id}"), name, s.Flight, mission, Mass.FromKilograms(kilograms), Loading(plan, stem) - Duration.FromDays(daysBefore), new($"P-{stem}"))
            {
                Direction = Direction.Both, Hold = Hold.Pressurized, Bag = baseline ? bag : null, Size = baseline ? size : null, HazardClass = known ? hazard : null,
            };

        var laboratory = campaign.People.Organizations.Single(o => o.Id == s.Laboratory).Name;
        yield return Item("S1", "Protein crystal trays, cold", s.ColdSample, 9.5, "LATE", 0.25, "ctb-half", new(410, 235, 225), HazardClasses.None) with
        {
            Priority = CargoPriority.Critical,
            LateLoad = true,
            Cold = new(-70, 6, 10),
            Life = baseline ? new(Whole(plan.Launch - Duration.FromDays(4)), Duration.FromDays(26), LifeEnd.Back) : null,
            Return = new(48, laboratory),
        };
        yield return Item("A1", "University experiments, nine in a locker", s.AgencyMission, 42, "STDLOAD", 6, "ctb-double", new(480, 410, 470), HazardClasses.None) with { Priority = CargoPriority.High };
        // At the stage of cargo one pair is found that may not stand together; later it has been solved by leaving the solvent out.
        if (s.Stage == StoryStage.Cargo)
            yield return Item("A2", "Ethanol wipes of the experiments", s.AgencyMission, 1.2, "STDLOAD", 6, "ctb-half", new(200, 150, 100), "3") with { Direction = Direction.Up };
        yield return Item("P1", "Instrument of the performance", s.CultureMission, 7.4, "STDLOAD", 3, "ctb-single", new(490, 410, 230), HazardClasses.None) with { Priority = CargoPriority.High };
        yield return Item("P2", "Camera batteries of the performance", s.CultureMission, 3.1, "STDLOAD", 3, "ctb-half", new(300, 200, 120), s.Stage == StoryStage.Cargo ? "9A" : "9");
        yield return Item("G1", "Personal things of the guest", s.GuestMission, 1.5, "STDLOAD", 2, "ctb-half", new(300, 200, 150), HazardClasses.None);
    }

    private static Instant Loading(FlightPlan plan, string stem) => plan.Activities.FirstOrDefault(a => a.Id.Stem == stem)?.Start ?? plan.Launch - Duration.FromDays(2);

    private static Instant Whole(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 3600 * 3600);

    /// <summary>An item of the year in the smallest bag that bears it, or as a box of its own.</summary>
    private static CargoItem Packed(CargoItem item, Flight flight, ImmutableArray<CargoBag> bags)
    {
        var bag = bags.Where(b => b.External is not null && b.MaximumLoaded is not null && b.Confidence != "low").OrderBy(b => b.VolumeM3)
            .FirstOrDefault(b => b.Refuse(item) is null);
        var edge = (int)Math.Round(Math.Cbrt(item.Mass.Kilograms / Density) * 1000);
        // A flown flight took its late load in time.
        var loading = flight.Plan?.Activities.FirstOrDefault(a => a.Id == item.NeededBy)?.Start;
        return item with
        {
            Ready = item.NeededBy.Stem == "LATE" && loading < item.Ready ? loading.Value - Duration.FromHours(2) : item.Ready,
            Hold = Hold.Pressurized,
            Bag = bag?.Id,
            Size = bag is null ? new(edge, edge, edge) : null,
            LateLoad = item.NeededBy.Stem == "LATE",
            HazardClass = (flight.Plan?.Launch ?? flight.Wish.Launch) < OperatorYear.AsOf + Assessed ? HazardClasses.None : null,
        };
    }
}
