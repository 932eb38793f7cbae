using System.Collections.Immutable;
using OneFlight.Operations.Supply;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>One row of the table as read.</summary>
/// <param name="Direction"><c>in</c>: used by people; <c>out</c>: given off; <c>rate</c>: a share; <c>policy</c>: a number of days.</param>
public sealed record ConsumableRow(string Item, string Direction, double Value, string Unit, double? Low, double? High, string Basis, string Confidence, string Source);

/// <summary>Reads <c>data/consumables.csv</c>: what people use in a day, as several studies found it.</summary>
/// <remarks>Several families of figures stand side by side and do not mix: each has its own balance of food and water. A stock is kept by one of them.</remarks>
public static class Consumables
{
    public static readonly ImmutableArray<string> Headers = ["item", "direction", "value", "unit", "range_low", "range_high", "basis", "confidence", "source"];

    /// <summary>The family that stocks are kept by: figures of an ISS crew as shipped, with packaging.</summary>
    public const string Family = "NASA/TP-2015-218570";

    private static readonly ImmutableSortedDictionary<string, string> units = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [new KeyValuePair<string, string>("in", "kg/crew-day"), new("out", "kg/crew-day"), new("rate", "fraction"), new("policy", "days")]);

    public static Result<ImmutableArray<ConsumableRow>> Read(ReadOnlyMemory<byte> utf8, string file = "consumables.csv") => CsvTable.Read(utf8, file, [.. Headers]).Then(Read);

    /// <summary>Reads and lints all rows, or says every problem.</summary>
    /// <remarks>Refused besides what cannot be read: an item twice from one source, a unit that the direction does not have, a value that is not
    /// positive or lies outside its own range, a range turned around, a share above one, an unknown confidence.</remarks>
    public static Result<ImmutableArray<ConsumableRow>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<(string, string)>();
        var rows = ImmutableArray.CreateBuilder<ConsumableRow>();
        foreach (var row in table.Rows)
        {
            if (Row(row, problems) is not { } read) continue;
            if (!seen.Add((read.Item, read.Source))) problems.Add("duplicate-id", row.Where("item"), $"{CsvProblems.Show(read.Item)} twice from one source", "each item once from a source");
            rows.Add(read);
        }
        return problems.Any ? problems.All : rows.ToImmutable();
    }

    /// <summary>What people use, by the figures of one family.</summary>
    public static ImmutableArray<Consumable> Of(ImmutableArray<ConsumableRow> rows, string family = Family) =>
        [.. rows.Where(r => r.Direction == "in" && r.Source.StartsWith(family, StringComparison.Ordinal))
            .Select(r => new Consumable(MissionTemplates.Slug(r.Item).Value, r.Item, r.Value, r.Low, r.High, r.Basis, r.Confidence, r.Source))];

    private static ConsumableRow? Row(CsvRow row, CsvProblems problems)
    {
        var (item, direction, unit, source) = (row.Text("item", problems), row.Text("direction", problems), row.Text("unit", problems), row.Text("source", problems));
        var value = row.Text("value", problems).Length == 0 ? null : row.Number("value", problems);
        var (low, high) = (row.Number("range_low", problems), row.Number("range_high", problems));
        var confidence = Confidences.Read(row, problems);
        if (!units.TryGetValue(direction, out var wanted)) problems.Add("unknown-value", row.Where("direction"), CsvProblems.Show(direction), $"one of {string.Join(", ", units.Keys)}");
        else if (unit != wanted) problems.Add("unknown-unit", row.Where("unit"), CsvProblems.Show(unit), $"{wanted}, the unit of the direction {direction}");
        if (value is { } figure && (figure <= 0 || (direction == "rate" && figure > 1)))
            problems.Add("out-of-range", row.Where("value"), FormattableString.Invariant($"{figure}"), direction == "rate" ? "a share above 0 and up to 1" : "more than 0");
        if (low > high) problems.Add("range-reversed", row.Where("range_low"), FormattableString.Invariant($"{low} to {high}"), "a range from low to high");
        else if (value < low || value > high) problems.Add("outside-range", row.Where("value"), FormattableString.Invariant($"{value}"), FormattableString.Invariant($"a value from {low} to {high}, its own range"));
        return item.Length == 0 || value is null ? null : new(item, direction, value.Value, unit, low, high, row["basis"], confidence, source);
    }
}
