using OneFlight.Operations.Exchange;
using OneFlight.Primitives;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Cargo;

public sealed class CargoTablesTests
{
    [Fact]
    public void Every_bag_is_read_with_its_figures_and_confidence()
    {
        Assert.Equal(9, SampleCargoTables.Bags.Length);
        var single = SampleCargoTables.Bags.Single(b => b.Id == "ctb-single");
        Assert.Equal((502, 425, 248), (single.External!.LengthMm, single.External.WidthMm, single.External.HeightMm));
        Assert.Equal((27.2, 1.8, "high"), (single.MaximumLoaded!.Value.Kilograms, single.Own!.Value.Kilograms, single.Confidence));
        Assert.All(SampleCargoTables.Bags, b => Assert.NotEmpty(b.Source));
    }

    [Fact]
    public void Faults_of_bags_are_told_at_their_lines_and_fields() => Assert.Equal(
        [(2, "max_loaded_mass_kg", "not-a-number"), (3, "length_cm", "edges-incomplete"), (4, "external_volume_m3", "volume-contradicts-edges"), (5, "empty_mass_kg", "masses-unordered"), (6, "confidence", "unknown-value"), (7, "ctbe", "out-of-range"), (8, "bag", "duplicate-id")],
        Faults(CargoBags.Read(Bytes("bag,ctbe,length_cm,width_cm,height_cm,external_volume_m3,loaded_mass_reference_kg,max_loaded_mass_kg,empty_mass_kg,confidence,source",
            "a,1,50,40,25,0.05,15,27 kg,1,high,s", "b,1,50,,25,0.05,15,27,1,high,s", "c,1,50,40,25,0.5,15,27,1,high,s", "d,1,50,40,25,0.05,15,27,28,high,s",
            "e,1,50,40,25,0.05,15,27,1,sure,s", "f,0,50,40,25,0.05,15,27,1,high,s", "b,1,50,40,25,0.05,15,27,1,high,s")).Problems));

    [Fact]
    public void Every_row_of_the_consumables_is_read_and_one_family_makes_the_stock()
    {
        Assert.Equal(38, SampleCargoTables.Consumables.Length);
        var family = Consumables.Of(SampleCargoTables.Consumables);
        Assert.Equal(["clothing-worn-and-discarded", "hygiene-water-iss-like", "iss-packaged-food", "oxygen"], family.Select(c => c.Id).Order());
        var food = family.Single(c => c.Id == "iss-packaged-food");
        Assert.Equal((1.83, 1.5, 2.4, "medium"), (food.KilogramsPerCrewDay, food.Low!.Value, food.High!.Value, food.Confidence));
    }

    [Fact]
    public void Faults_of_consumables_are_told_at_their_lines_and_fields() => Assert.Equal(
        [(2, "unit", "unknown-unit"), (3, "value", "outside-range"), (4, "range_low", "range-reversed"), (5, "direction", "unknown-value"), (6, "value", "out-of-range"), (7, "value", "missing-value")],
        Faults(Consumables.Read(Bytes("item,direction,value,unit,range_low,range_high,basis,confidence,source",
            "a,in,1,lb/day,,,,high,s", "b,in,3,kg/crew-day,1,2,,high,s", "c,in,3,kg/crew-day,4,2,,high,s", "d,up,3,kg/crew-day,,,,high,s", "e,rate,1.2,fraction,,,,high,s", "f,in,,kg/crew-day,,,,high,s")).Problems));

    [Fact]
    public void Every_segregation_row_says_that_it_is_recalled_and_from_where()
    {
        Assert.Equal(16, SampleCargoTables.Segregation.Length);
        Assert.All(SampleCargoTables.Segregation, r => Assert.Equal(("recalled", true), (r.Confidence, r.Source.Length > 20)));
    }

    [Fact]
    public void Faults_of_the_segregation_are_told_at_their_lines_and_fields() => Assert.Equal(
        [(2, "class", "unknown-hazard-class"), (4, "other", "duplicate-id"), (5, "confidence", "missing-value")],
        Faults(HazardSegregations.Read(Bytes("class,other,except,rule,confidence,source", "12,3,,apart,high,s", "3,8,,apart,high,s", "8,3,,apart,high,s", "3,9,,apart,,s")).Problems));

    [Fact]
    public void A_temperature_log_is_read_and_its_faults_are_told_by_line()
    {
        Assert.Equal(-78.5, TemperatureLog.Read("at,celsius\n2027-02-18T14:00:00Z,-78.5\n2027-02-18T15:00:00Z,-78").Value[0].Celsius);
        Assert.Equal([(3, "at", "out-of-order"), (4, "at", "not-an-instant"), (5, "celsius", "not-a-number"), (6, "celsius", "missing-value")],
            Faults(TemperatureLog.Read("at,celsius\n2027-02-18T14:00:00Z,-78.5\n2027-02-18T14:00:00Z,-78\nnoon,-78\n2027-02-18T16:00:00Z,cold\n2027-02-18T17:00:00Z,").Problems));
        Assert.Equal("no-readings", Assert.Single(TemperatureLog.Read("at,celsius\n").Problems).Code);
        Assert.Equal("missing-column", TemperatureLog.Read("time;temp\n1;2").Problems[0].Code);
    }

    private static byte[] Bytes(params string[] lines) => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static IEnumerable<(int, string, string)> Faults(System.Collections.Immutable.ImmutableArray<Problem> problems) =>
        problems.Select(p => (p.Where.Line!.Value, p.Where.Field!, p.Code));
}
