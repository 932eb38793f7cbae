using System.Collections.Immutable;
using System.Globalization;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>Reads the fixed columns of one line of an element set, counted from one, and keeps every problem.</summary>
internal sealed class ColumnReader(string line, string? file, int lineNumber)
{
    private const string AlphaFive = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public ImmutableArray<Problem> Problems { get; private set; } = [];

    public string Text(int from, int to) => from > line.Length ? "" : line[(from - 1)..Math.Min(to, line.Length)].Trim();

    public void CheckSum()
    {
        var sum = line.Take(68).Sum(c => char.IsAsciiDigit(c) ? c - '0' : c == '-' ? 1 : 0) % 10;
        if (Text(69, 69) != sum.ToString(CultureInfo.InvariantCulture)) Refuse("bad-checksum", 69, 69, "checksum", $"{sum}, the sum of the digits before it");
    }

    public int CatalogNumber()
    {
        var text = Text(3, 7);
        var hundredThousands = text.Length == 5 ? AlphaFive.IndexOf(text[0]) + 10 : 0;
        if (hundredThousands >= 10 && Digits(text[1..], out var rest)) return (hundredThousands * 10_000) + rest;
        if (Digits(text, out var number)) return number;
        Refuse("bad-number", 3, 7, "catalog number", "digits, or Alpha-5 such as B1234 for 111234");
        return -1;
    }

    /// <summary>Two digits of the year (57 to 99 are of the last century), the day of the year and its fraction.</summary>
    public UtcTime Epoch()
    {
        var text = Text(19, 32);
        var point = text.IndexOf('.');
        if (point < 3 || !Digits(text[..2], out var year) || !Digits(text[2..point].Trim(), out var day)
            || day is < 1 or > 366 || text[(point + 1)..] is not { Length: > 0 and <= 12 } digits || !digits.All(char.IsAsciiDigit))
        {
            Refuse("bad-time", 19, 32, "epoch", "year and day such as 23001.26991367");
            return default;
        }
        // The fraction of a day is a whole count of 10^-12 days, which is 86.4 ns: exact in attoseconds.
        var parts = long.Parse(digits.PadRight(12, '0'), CultureInfo.InvariantCulture) * 86_400;
        return new(Time.Calendar.Day(year < 57 ? 2000 + year : 1900 + year, 1, 1) + day - 1, (int)(parts / 1_000_000_000_000), parts % 1_000_000_000_000 * 1_000_000);
    }

    public double Number(int from, int to, string field, string expected)
    {
        if (double.TryParse(Text(from, to), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return value;
        Refuse("bad-number", from, to, field, expected);
        return 0;
    }

    public double Degrees(int from, int to, string field, double largest)
    {
        var value = Number(from, to, field, "degrees such as 51.6448");
        if (value < 0 || value > largest) Refuse("out-of-range", from, to, field, $"degrees from 0 to {largest.ToString(CultureInfo.InvariantCulture)}");
        return value;
    }

    /// <summary>Digits after an unwritten decimal point.</summary>
    public double Fraction(int from, int to, string field)
    {
        var text = Text(from, to);
        if (text.Length == to - from + 1 && text.All(char.IsAsciiDigit)) return double.Parse("0." + text, CultureInfo.InvariantCulture);
        Refuse("bad-number", from, to, field, $"{to - from + 1} digits after an unwritten decimal point");
        return 0;
    }

    /// <summary>Sign, digits after an unwritten decimal point, and a power of ten: <c>-11606-4</c> is -0.11606e-4; blank is zero.</summary>
    public double PowerNumber(int from, int to, string field)
    {
        var text = Text(from, to);
        if (text.Length == 0) return 0;
        var sign = text[0] == '-' ? "-" : "";
        var bare = text.TrimStart('+', '-', '.');
        var power = bare.LastIndexOfAny(['+', '-']);
        if (power > 0 && Digits(bare[..power], out _) && Digits(bare[(power + 1)..], out _))
            return double.Parse($"{sign}0.{bare[..power]}e{bare[power..]}", CultureInfo.InvariantCulture);
        Refuse("bad-number", from, to, field, "digits and a power of ten such as 28903-3 for 0.28903e-3");
        return 0;
    }

    /// <summary>A whole number; blank is zero, because many writers leave these out.</summary>
    public int Count(int from, int to, string field)
    {
        var text = Text(from, to);
        if (text.Length == 0) return 0;
        if (Digits(text.Replace(" ", "", StringComparison.Ordinal), out var value)) return value;
        Refuse("bad-number", from, to, field, "digits");
        return 0;
    }

    public void Refuse(string code, int from, int to, string field, string expected)
    {
        var columns = from == to ? $"column {from}" : $"columns {from}-{to}";
        Problems = Problems.Add(new(code, new(file, lineNumber, $"{columns}, {field}"), $"'{Text(from, to)}'", expected));
    }

    private static bool Digits(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
