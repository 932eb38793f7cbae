using System.Globalization;
using System.Numerics;
using NodaTime;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Durations as people write them: a number, a space and a unit, such as <c>9.5 h</c> or <c>30 d</c>.</summary>
internal static class DurationText
{
    /// <summary>Nobody plans further; keeps sums of a few durations inside the range of an instant.</summary>
    private const long LongestDays = 400_000;

    private static readonly (string Unit, long Nanoseconds)[] units =
    [
        ("d", NodaConstants.NanosecondsPerDay), ("h", NodaConstants.NanosecondsPerHour),
        ("min", NodaConstants.NanosecondsPerMinute), ("s", NodaConstants.NanosecondsPerSecond),
    ];

    public enum Refusal { None, Number, Unit, TooLong }

    public static Refusal TryParse(string text, out Duration duration)
    {
        duration = Duration.Zero;
        var space = text.IndexOf(' ');
        var number = space < 0 ? text : text[..space];
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var amount)) return Refusal.Number;
        var unit = Array.Find(units, u => space >= 0 && u.Unit == text[(space + 1)..]);
        if (unit.Unit is null) return Refusal.Unit;
        if (Math.Abs(amount) > LongestDays * 86_400m || Math.Abs(amount * unit.Nanoseconds) > LongestDays * (decimal)NodaConstants.NanosecondsPerDay) return Refusal.TooLong;
        duration = Duration.FromNanoseconds((BigInteger)decimal.Round(amount * unit.Nanoseconds));
        return Refusal.None;
    }

    /// <summary>Exact to the nanosecond: whole days, else hours or minutes with at most two decimals, else seconds.</summary>
    public static string Of(Duration duration)
    {
        var nanoseconds = (decimal)duration.ToBigIntegerNanoseconds();
        foreach (var (unit, length) in units)
        {
            var amount = nanoseconds / length;
            var readable = unit switch
            {
                "d" => decimal.Truncate(amount) == amount,
                "s" => true,
                _ => Math.Abs(amount) >= 1 && decimal.Round(amount, 2) == amount,
            };
            if (readable) return amount.ToString("0.#########", CultureInfo.InvariantCulture) + " " + unit;
        }
        throw new InvalidOperationException("Seconds always do.");
    }
}
