using System.Globalization;

namespace OneFlight.Operations.Promises;

/// <summary>Measured values in words. A unit that names a side, such as "days outside", names the other side where the value is negative.</summary>
public static class MeasureWords
{
    private static readonly (string Side, string Other)[] sides =
        [("outside", "inside"), ("late", "early"), ("past", "before"), ("over", "under"), ("after", "before"), ("before", "after")];

    /// <summary>"3.9 days outside", "4.1 days inside".</summary>
    public static string Of(double value, string unit)
    {
        var (number, side) = Split(value, unit);
        return $"{number} {side}";
    }

    /// <summary>"3 → 4 days outside"; both sides are named where they differ: "3 days inside → 4 days outside".</summary>
    /// <param name="before">Null: there was no value.</param>
    /// <param name="after">Null: there is none any more.</param>
    public static string Change(double? before, double? after, string unit)
    {
        if (before is not { } was) return after is { } only ? Of(only, unit) : "";
        if (after is not { } now) return $"was {Of(was, unit)}";
        var (first, second) = (Split(was, unit), Split(now, unit));
        return first.Side == second.Side ? $"{first.Number} → {second.Number} {first.Side}" : $"{Of(was, unit)} → {Of(now, unit)}";
    }

    private static (string Number, string Side) Split(double value, string unit)
    {
        var words = unit.Split(' ');
        var at = value < 0 ? Array.FindIndex(words, w => sides.Any(s => s.Side == w)) : -1;
        if (at < 0) return (Number(value), unit);
        words[at] = sides.First(s => s.Side == words[at]).Other;
        return (Number(-value), string.Join(' ', words));
    }

    // Small values keep a second decimal, so that they do not read as nothing.
    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1 ? "#,0.#" : "0.##", CultureInfo.InvariantCulture).Replace('-', '−');
}
