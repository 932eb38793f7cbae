using System.Collections.Immutable;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>Whether the last digit of a line must be the sum of the others.</summary>
public enum ChecksumRule { Required, Ignored }

/// <summary>Reads two-line element sets, with or without a name line, one or many in a text.</summary>
/// <remarks>Catalog numbers above 99999 are read in the Alpha-5 form (A0000 is 100000, I and O are not used), which ends at 339999.</remarks>
public static class TwoLineElements
{
    /// <summary>Every set in the text, or every problem with its line and columns. Lines that start with # are comments.</summary>
    public static Result<ImmutableArray<MeanElements>> Read(string text, LeapSeconds leapSeconds, string? file = null, ChecksumRule checksum = ChecksumRule.Required)
    {
        var sets = ImmutableArray.CreateBuilder<MeanElements>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var lines = text.Split('\n');
        var name = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r', ' ');
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("1 ", StringComparison.Ordinal) && line.Length >= 60)
            {
                var second = i + 1 < lines.Length ? lines[i + 1].TrimEnd('\r', ' ') : "";
                if (!second.StartsWith("2 ", StringComparison.Ordinal))
                    problems.Add(new("missing-line", new(file, i + 2), second.Length == 0 ? "nothing" : $"'{Short(second)}'", "the second line of the set, starting with '2 '"));
                else
                {
                    var one = ReadSet(name, (line, i + 1), (second, i + 2), leapSeconds, file, checksum);
                    if (one.Succeeded) sets.Add(one.Value); else problems.AddRange(one.Problems);
                    i++;
                }
                name = "";
            }
            else if (line.StartsWith("2 ", StringComparison.Ordinal) && line.Length >= 60)
                problems.Add(new("missing-line", new(file, i + 1), $"'{Short(line)}'", "the first line of the set before it, starting with '1 '"));
            else name = line.StartsWith("0 ", StringComparison.Ordinal) ? line[2..].Trim() : line.Trim();
        }
        if (sets.Count == 0 && problems.Count == 0) problems.Add(new("no-elements", new(file), "no element set", "pairs of lines starting with '1 ' and '2 '"));
        return problems.Count > 0 ? problems.ToImmutable() : sets.ToImmutable();
    }

    private static Result<MeanElements> ReadSet(
        string name, (string Text, int Number) first, (string Text, int Number) second, LeapSeconds leapSeconds, string? file, ChecksumRule checksum)
    {
        var one = new ColumnReader(first.Text, file, first.Number);
        var two = new ColumnReader(second.Text, file, second.Number);
        if (checksum == ChecksumRule.Required) { one.CheckSum(); two.CheckSum(); }
        var number = one.CatalogNumber();
        if (two.CatalogNumber() is var other && other != number && other >= 0 && number >= 0)
            two.Refuse("other-object", 3, 7, "catalog number", $"the number of the first line, {number}");
        var epochUtc = one.Epoch();
        var elements = new MeanElements
        {
            CatalogNumber = number,
            Name = name,
            Designator = one.Text(10, 17),
            Classification = one.Text(8, 8) is { Length: 1 } c ? c[0] : 'U',
            EpochUtc = epochUtc,
            Epoch = epochUtc.ToEpoch(leapSeconds),
            MeanMotionDot = one.Number(34, 43, "first derivative of the mean motion", "a number such as -.00002182"),
            MeanMotionDoubleDot = one.PowerNumber(45, 52, "second derivative of the mean motion"),
            BStarPerEarthRadius = one.PowerNumber(54, 61, "drag term"),
            EphemerisType = one.Count(63, 63, "ephemeris type"),
            ElementSetNumber = one.Count(65, 68, "element set number"),
            InclinationDegrees = two.Degrees(9, 16, "inclination", 180),
            AscendingNodeDegrees = two.Degrees(18, 25, "ascending node", 360),
            Eccentricity = two.Fraction(27, 33, "eccentricity"),
            ArgumentOfPerigeeDegrees = two.Degrees(35, 42, "argument of perigee", 360),
            MeanAnomalyDegrees = two.Degrees(44, 51, "mean anomaly", 360),
            MeanMotionRevolutionsPerDay = two.Number(53, 63, "mean motion", "revolutions per day such as 15.49815350"),
            RevolutionAtEpoch = two.Count(64, 68, "revolution number"),
        };
        var problems = one.Problems.AddRange(two.Problems);
        return problems.IsEmpty ? elements : problems;
    }

    private static string Short(string text) => text.Length > 24 ? text[..24] + "…" : text;
}
