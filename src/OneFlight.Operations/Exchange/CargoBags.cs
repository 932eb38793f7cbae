using System.Collections.Immutable;
using OneFlight.Operations.Cargo;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/cargo-bags.csv</c>: the bags that cargo flies in.</summary>
public static class CargoBags
{
    public static readonly ImmutableArray<string> Headers =
        ["bag", "ctbe", "length_cm", "width_cm", "height_cm", "external_volume_m3", "loaded_mass_reference_kg", "max_loaded_mass_kg", "empty_mass_kg", "confidence", "source"];

    public static Result<ImmutableArray<CargoBag>> Read(ReadOnlyMemory<byte> utf8, string file = "cargo-bags.csv") => CsvTable.Read(utf8, file, [.. Headers]).Then(Read);

    /// <summary>Reads and lints the bags, or says every problem.</summary>
    /// <remarks>Refused besides what cannot be read: a bag twice, edges of which some are missing or none above zero, a volume that its edges contradict
    /// by a tenth, an empty bag heavier than a loaded one, an unknown confidence.</remarks>
    public static Result<ImmutableArray<CargoBag>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bags = ImmutableArray.CreateBuilder<CargoBag>();
        foreach (var row in table.Rows)
        {
            if (Bag(row, problems) is not { } bag) continue;
            if (!seen.Add(bag.Id)) problems.Add("duplicate-id", row.Where("bag"), $"{CsvProblems.Show(bag.Name)} twice", "each bag once");
            bags.Add(bag);
        }
        return problems.Any ? problems.All : bags.ToImmutable();
    }

    private static CargoBag? Bag(CsvRow row, CsvProblems problems)
    {
        var (name, source, confidence) = (row.Text("bag", problems), row.Text("source", problems), Confidences.Read(row, problems));
        var (equivalents, volume) = (Above(row, "ctbe", problems), Above(row, "external_volume_m3", problems));
        var (own, most) = (row.Number("empty_mass_kg", problems), row.Number("max_loaded_mass_kg", problems));
        var size = Size(row, problems);
        if (own < 0 || most < 0)
        {
            problems.Add("out-of-range", row.Where(own < 0 ? "empty_mass_kg" : "max_loaded_mass_kg"), "less than nothing", "0 kg or more");
            return null;
        }
        if (own >= most) problems.Add("masses-unordered", row.Where("empty_mass_kg"), FormattableString.Invariant($"{own} kg empty"), FormattableString.Invariant($"less than the {most} kg it may weigh loaded"));
        if (size is not null && volume is { } cubic && Math.Abs((size.CubicMeters / cubic) - 1) > 0.1)
            problems.Add("volume-contradicts-edges", row.Where("external_volume_m3"), FormattableString.Invariant($"{cubic} m³"), FormattableString.Invariant($"about {size.CubicMeters:0.000} m³, which its edges give"));
        if (name.Length == 0 || equivalents is null || volume is null) return null;
        return new(MissionTemplates.Slug(name).Value, name, equivalents.Value, size, volume.Value, Of(most), Of(own), confidence, source);
    }

    private static Mass? Of(double? kilograms) => kilograms is { } known ? Mass.FromKilograms(known) : null;

    private static double? Above(CsvRow row, string header, CsvProblems problems)
    {
        if (row.Text(header, problems).Length == 0 || row.Number(header, problems) is not { } value) return null;
        if (value > 0) return value;
        problems.Add("out-of-range", row.Where(header), FormattableString.Invariant($"{value}"), "more than 0");
        return null;
    }

    /// <summary>All three edges, or none.</summary>
    private static ItemSize? Size(CsvRow row, CsvProblems problems)
    {
        double?[] edges = [row.Number("length_cm", problems), row.Number("width_cm", problems), row.Number("height_cm", problems)];
        if (edges.All(e => e is null)) return null;
        if (edges.All(e => e is > 0 and < 100_000)) return new(Millimeters(edges[0]), Millimeters(edges[1]), Millimeters(edges[2]));
        problems.Add("edges-incomplete", row.Where("length_cm"), $"{edges.Count(e => e is > 0)} of three edges", "three edges above 0 cm, or none");
        return null;
    }

    private static int Millimeters(double? centimeters) => (int)Math.Round(centimeters!.Value * 10);
}
