using System.Collections.Immutable;
using OneFlight.Operations.Cargo;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads what a temperature logger wrote: lines of an instant in UTC and degrees Celsius, under the header <c>at,celsius</c>.</summary>
public static class TemperatureLog
{
    /// <summary>A logger that writes each minute for a year has half a million lines; more is no logger's text.</summary>
    public const int MostReadings = 600_000;

    /// <summary>The readings in time order, or every problem with its line: not an instant, not a number, out of order.</summary>
    public static Result<ImmutableArray<TemperatureReading>> Read(string text, string file = "temperatures")
    {
        var table = CsvTable.Read(text, file, "at", "celsius");
        if (!table.Succeeded) return table.Problems;
        var problems = new CsvProblems();
        var readings = ImmutableArray.CreateBuilder<TemperatureReading>();
        if (table.Value.Rows.Length > MostReadings) problems.Add("too-long", new(file), $"{table.Value.Rows.Length} lines", $"at most {MostReadings}");
        foreach (var row in table.Value.Rows)
        {
            if (problems.Full) break;
            row.Text("at", problems);
            row.Text("celsius", problems);
            if (row.Instant("at", problems) is not { } at || row.Number("celsius", problems) is not { } celsius) continue;
            if (readings.Count > 0 && at <= readings[^1].At)
                problems.Add("out-of-order", row.Where("at"), CsvProblems.Show(row["at"]), $"a time after {TimeText.Instant(readings[^1].At)}");
            readings.Add(new(at, celsius));
        }
        if (!problems.Any && readings.Count == 0) problems.Add("no-readings", new(file), "no line", "at least one line such as 2027-02-18T14:00:00Z,-78.5");
        return problems.Any ? problems.All : readings.ToImmutable();
    }
}
