using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Tests.Cargo;

public sealed class ManifestTests
{
    [Fact]
    public void Sums_count_the_bag_and_only_what_goes_that_way()
    {
        var manifest = Any.Manifest(Any.Item("I1", 10, bag: "ctb-single"), Any.Item("I2", 20, Direction.Both), Any.Item("I3", 30, Direction.Down), Any.Item("I4", 40) with { LeftBehind = true });
        Assert.Equal((31.8, 50d), (manifest.MassUp.Amount, manifest.MassDown.Amount));
        Assert.Equal(0.053 + 0.006, manifest.VolumeUp.Amount, 9);
        Assert.True(manifest.MassUp.Fits);
        Assert.True(manifest.MassDown.Fits);
    }

    [Fact]
    public void A_gram_over_the_capacity_does_not_fit()
    {
        Assert.True(Any.Manifest(Any.Item(kilograms: 100)).MassUp.Fits);
        Assert.False(Any.Manifest(Any.Item(kilograms: 100.001)).MassUp.Fits);
        Assert.False(Any.Manifest(Any.Item("I1", 30, Direction.Down), Any.Item("I2", 20.001, Direction.Both)).MassDown.Fits);
    }

    [Fact]
    public void An_unknown_size_is_not_known_and_never_fits()
    {
        var manifest = Any.Manifest(Any.Item() with { Size = null });
        Assert.Null(manifest.VolumeUp.Fits);
        Assert.Equal(1, manifest.VolumeUp.Unknown);
    }

    [Fact]
    public void Classes_that_may_not_meet_are_found_whichever_comes_first_and_not_across_holds()
    {
        Assert.Equal("3/5.1", Assert.Single(Any.Manifest(Any.Item("I1", hazard: "5.1"), Any.Item("I2", hazard: "3")).Conflicts).Rule.Id);
        Assert.Empty(Any.Manifest(Any.Item("I1", hazard: "5.1"), Any.Item("I2", hazard: "3") with { Hold = Hold.Unpressurized }).Conflicts);
        Assert.Empty(Any.Manifest(Any.Item("I1", hazard: "5.1"), Any.Item("I2", 1, Direction.Down, hazard: "3")).Conflicts);
        Assert.Empty(Any.Manifest(Any.Item("I1", hazard: "3"), Any.Item("I2", hazard: "3")).Conflicts);
    }

    [Fact]
    public void An_unknown_hold_may_be_the_same_hold() =>
        Assert.Single(Any.Manifest(Any.Item("I1", hazard: "5.1"), Any.Item("I2", hazard: "3") with { Hold = null }).Conflicts);

    [Fact]
    public void Class_one_means_all_its_divisions_but_the_one_excepted()
    {
        Assert.Single(Any.Manifest(Any.Item("I1", hazard: "1"), Any.Item("I2", hazard: "2.1")).Conflicts);
        Assert.Empty(Any.Manifest(Any.Item("I1", hazard: "1.4S"), Any.Item("I2", hazard: "2.1")).Conflicts);
        Assert.Single(Any.Manifest(Any.Item("I1", hazard: "9A"), Any.Item("I2", hazard: "3")).Conflicts);
        Assert.Empty(Any.Manifest(Any.Item("I1", hazard: "9"), Any.Item("I2", hazard: "3")).Conflicts);
    }

    [Fact]
    public void A_cold_item_needs_power_when_its_box_does_not_hold_from_loading_to_the_station()
    {
        // Loading begins 36 h before liftoff, arrival is 24 h after it: 60 h.
        Assert.Equal(0, Any.Manifest(Any.Item() with { Cold = new(-70, 60) }).ColdUp.Amount);
        Assert.Equal(1, Any.Manifest(Any.Item() with { Cold = new(-70, 59.9) }).ColdUp.Amount);
        Assert.False(Any.Manifest(Any.Item("I1") with { Cold = new(-70, 6) }, Any.Item("I2") with { Cold = new(-70, 6) }).ColdUp.Fits);
        Assert.Null(Manifest.NeedsPower(Any.Item() with { Cold = new(-70, 6) }, null, Direction.Up));
    }

    [Fact]
    public void Late_load_is_late_only_after_its_activity_has_ended()
    {
        CargoItem Ready(int hoursBeforeLaunch) => Any.Item() with { LateLoad = true, Ready = Any.Launch - Duration.FromHours(hoursBeforeLaunch) };
        Assert.Empty(Any.Manifest(Ready(26)).Late);
        Assert.Single(Any.Manifest(Ready(25)).Late);
    }

    [Fact]
    public void A_sample_heavier_than_its_hull_is_refused_with_both_figures()
    {
        var problem = Assert.Single(Problems(Any.Item(kilograms: 25.5, bag: "ctb-single")));
        Assert.Equal("heavier-than-hull", problem.Code);
        Assert.Contains("27.3 kg", problem.Found, StringComparison.Ordinal);
        Assert.Contains("27.2 kg", problem.Expected, StringComparison.Ordinal);
        Assert.Empty(Problems(Any.Item(kilograms: 25.4, bag: "ctb-single")));
    }

    [Fact]
    public void An_item_fits_its_bag_in_whatever_turn_and_not_when_one_edge_is_too_long()
    {
        Assert.Empty(Problems(Any.Item(bag: "ctb-single", size: new(248, 502, 425))));
        Assert.Equal("larger-than-hull", Assert.Single(Problems(Any.Item(bag: "ctb-single", size: new(503, 10, 10)))).Code);
    }

    [Fact]
    public void Every_fault_of_a_new_item_is_told_at_once()
    {
        var faults = Problems(Any.Item(kilograms: 0, bag: "no-bag", size: new(0, 1, 1), hazard: "12") with { Name = " " });
        Assert.Equal(["no-name", "not-positive", "not-positive", "unknown-hazard-class", "unknown-reference"], faults.Select(p => p.Code));
        Assert.Equal("duplicate-id", Assert.Single(System.Collections.Immutable.ImmutableArray.Create(Any.Item()).Add(Any.Item(), [Any.Bag]).Problems).Code);
    }

    [Fact]
    public void An_item_kept_before_it_had_details_is_read_with_safe_defaults()
    {
        var item = new CargoItem(new("I"), "Old", new("F1"), null, Mass.FromKilograms(1), Any.Launch, Any.Late);
        Assert.Equal((Direction.Up, (Hold?)null, (string?)null, false), (item.Direction, item.Hold, item.HazardClass, item.LateLoad));
        var gate = Gate(Any.Manifest(item));
        Assert.Equal(GateLight.Unknown, gate.Light);
    }

    private static GateState Gate(Manifest manifest)
    {
        var statement = new StatementBuilder();
        CargoStatement.State(manifest.Items, [manifest.Flight], new([Any.Capsule], [new(new("V1"), "V1", Any.Capsule.Id, [])], [], [], []), [Any.Bag], Samples.SampleCargoTables.Segregation, statement);
        return (GateState)statement.Build().Find(new(CargoKinds.Gate, "F1/manifest"))!.Value;
    }

    [Fact]
    public void The_gate_of_a_manifest_is_green_when_all_is_known_and_red_with_the_figures_when_not()
    {
        Assert.Equal(GateLight.Green, Gate(Any.Manifest(Any.Item(bag: "ctb-single"))).Light);
        var heavy = Gate(Any.Manifest(Any.Item(kilograms: 120)));
        Assert.Equal((GateLight.Red, "mass up 120 of 100 kg"), (heavy.Light, heavy.Words));
        Assert.Equal(GateLight.Unknown, Gate(Any.Manifest(Any.Item(hazard: null))).Light);
        Assert.Contains("recalled", Gate(Any.Manifest(Any.Item("I1", hazard: "5.1"), Any.Item("I2", hazard: "3"))).Words, StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableArray<Problem> Problems(CargoItem item) =>
        System.Collections.Immutable.ImmutableArray<CargoItem>.Empty.Add(item, [Any.Bag]).Problems;
}
