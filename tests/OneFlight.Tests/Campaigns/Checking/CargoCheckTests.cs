using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Campaigns.Checking;

/// <summary>Faults planted into a sound manifest: each is found by its code and nothing else.</summary>
public sealed class CargoCheckTests
{
    private static readonly CargoItem Sound = new(new("I0"), "Sound", new("F00000"), null, Mass.FromKilograms(10), ACampaign.Start - Duration.FromDays(2), new("R-A3"))
    {
        Hold = Hold.Pressurized, Bag = "ctb-single", HazardClass = HazardClasses.None,
    };

    private static Campaign With(params CargoItem[] items)
    {
        var campaign = ACampaign.Of(2).WithFleet(f => f with { Types = [Limited] });
        return campaign with { Cargo = [Sound, .. items.Select((i, n) => i with { Id = new($"I{n + 1}") })], Supply = campaign.Supply with { Bags = SampleCargoTables.Bags, Segregation = SampleCargoTables.Segregation } };
    }

    private static VehicleType Limited => ACampaign.Capsule with
    {
        UpCapacity = Mass.FromKilograms(100),
        DownCapacity = Mass.FromKilograms(40),
        PressurizedVolumeM3 = 0.5,
        UnpressurizedVolumeM3 = 0.2,
        ColdLockers = 1,
    };

    private static string[] Codes(Campaign campaign)
    {
        var (report, sound) = (PlanCheck.Judge(campaign), PlanCheck.Judge(With()));
        Assert.Empty(sound.Violations);
        return [.. report.Violations.Concat(report.Findings.Except(sound.Findings, SameWords)).Select(v => v.Rule)];
    }

    private static readonly IEqualityComparer<Violation> SameWords = EqualityComparer<Violation>.Create((a, b) => a!.Rule == b!.Rule && a.Facts == b.Facts, v => v.Facts.GetHashCode(StringComparison.Ordinal));

    [Fact]
    public void A_sound_manifest_has_no_fault() => Assert.Empty(Codes(With(Sound, Sound with { Direction = Direction.Both })));

    [Fact]
    public void An_item_heavier_than_its_bag_is_found_with_both_figures()
    {
        var campaign = With(Sound with { Mass = Mass.FromKilograms(25.5) });
        Assert.Equal([Rules.Hull], Codes(campaign));
        Assert.Contains("27.3 kg", PlanCheck.Judge(campaign).Violations[0].Facts, StringComparison.Ordinal);
        Assert.Contains("27.2 kg", PlanCheck.Judge(campaign).Violations[0].Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void More_mass_than_the_vehicle_lifts_or_brings_down_is_found_each_way()
    {
        var heavy = Sound with { Bag = null, Size = new(100, 100, 100) };
        Assert.Equal([Rules.CargoMass], Codes(With(heavy with { Mass = Mass.FromKilograms(88.3) })));
        Assert.Empty(Codes(With(heavy with { Mass = Mass.FromKilograms(88.2) })));
        Assert.Equal([Rules.CargoMass], Codes(With(heavy with { Mass = Mass.FromKilograms(40.1), Direction = Direction.Down })));
        Assert.Empty(Codes(With(heavy with { Mass = Mass.FromKilograms(88.3), LeftBehind = true })));
    }

    [Fact]
    public void Too_little_room_or_too_few_cold_lockers_is_a_finding()
    {
        Assert.Equal([Rules.CargoRoom], Codes(With(Sound with { Bag = null, Size = new(1000, 900, 500) })));
        Assert.Equal([Rules.CargoRoom], Codes(With(Sound with { Bag = null, Size = new(1000, 900, 500), Hold = Hold.Unpressurized })));
        var cold = Sound with { Cold = new(-70, 1) };
        Assert.Empty(Codes(With(cold)));
        Assert.Equal([Rules.CargoRoom], Codes(With(cold, cold)));
    }

    [Fact]
    public void Two_classes_that_may_not_meet_are_found_with_the_confidence_of_the_rule()
    {
        var campaign = With(Sound with { HazardClass = "3" }, Sound with { HazardClass = "5.1" });
        Assert.Equal([Rules.Segregation], Codes(campaign));
        Assert.Contains("recalled", PlanCheck.Judge(campaign).Findings.Single(f => f.Rule == Rules.Segregation).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_load_after_its_deadline_is_found_by_the_minute()
    {
        // R-A3 is the last activity of four, from three hours before liftoff for two hours.
        CargoItem Late(int minutesBefore) => Sound with { LateLoad = true, Ready = ACampaign.Start - Duration.FromMinutes(minutesBefore) };
        Assert.Empty(Codes(With(Late(60))));
        Assert.Equal([Rules.LateLoad], Codes(With(Late(59))));
    }

    [Fact]
    public void A_sample_that_outlives_its_life_on_the_way_is_found()
    {
        // Landing is seven days after the liftoff.
        CargoItem Sample(int days) => Sound with { Life = new(ACampaign.Start, Duration.FromDays(days), LifeEnd.Back), Return = new(24, "Laboratory") };
        Assert.Empty(Codes(With(Sample(8))));
        Assert.Equal([Rules.SpoiledSample], Codes(With(Sample(7))));
        Assert.Empty(Codes(With(Sample(2) with { Life = new(ACampaign.Start, Duration.FromDays(1), LifeEnd.Used) })));
    }
}
