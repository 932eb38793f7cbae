using System.Collections.Immutable;
using System.Globalization;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>The keywords of one message with the lines they stand on; turns them into elements.</summary>
internal sealed class OmmFields(string? file)
{
    private readonly Dictionary<string, (string Text, int? Line)> fields = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    /// <summary>Keeps a field; of a keyword that comes twice the first stands and the second is a problem.</summary>
    public void Add(string keyword, string text, int? line)
    {
        if (!fields.TryAdd(keyword, (text.Trim(), line)))
            problems.Add(new("duplicate-keyword", new(file, line, keyword), $"'{text.Trim()}'", $"the keyword once, it stands on line {fields[keyword].Line} too"));
    }

    public Result<MeanElements> ToElements(LeapSeconds leapSeconds)
    {
        OneOf("MEAN_ELEMENT_THEORY", "SGP4", "SGP/SGP4", "SGP");
        OneOf("REF_FRAME", "TEME", "TEMEOFDATE");
        OneOf("TIME_SYSTEM", "UTC");
        OneOf("CENTER_NAME", "EARTH");
        var epoch = Epoch(leapSeconds);
        var catalogNumber = Whole("NORAD_CAT_ID", 999_999_999, required: true);
        var elements = new MeanElements
        {
            CatalogNumber = catalogNumber,
            Name = Text("OBJECT_NAME"),
            Designator = Text("OBJECT_ID"),
            Classification = Text("CLASSIFICATION_TYPE") is { Length: 1 } c ? c[0] : 'U',
            Epoch = epoch,
            EpochUtc = UtcTime.From(epoch, leapSeconds),
            MeanMotionRevolutionsPerDay = Number("MEAN_MOTION", 0, 20, "revolutions per day"),
            Eccentricity = Number("ECCENTRICITY", 0, 1, "an eccentricity"),
            InclinationDegrees = Number("INCLINATION", 0, 180, "degrees"),
            AscendingNodeDegrees = Number("RA_OF_ASC_NODE", -360, 360, "degrees"),
            ArgumentOfPerigeeDegrees = Number("ARG_OF_PERICENTER", -360, 360, "degrees"),
            MeanAnomalyDegrees = Number("MEAN_ANOMALY", -360, 360, "degrees"),
            BStarPerEarthRadius = Number("BSTAR", double.MinValue, double.MaxValue, "a drag term"),
            MeanMotionDot = Number("MEAN_MOTION_DOT", double.MinValue, double.MaxValue, "a number", required: false),
            MeanMotionDoubleDot = Number("MEAN_MOTION_DDOT", double.MinValue, double.MaxValue, "a number", required: false),
            EphemerisType = Whole("EPHEMERIS_TYPE", 9, required: false),
            ElementSetNumber = Whole("ELEMENT_SET_NO", 999_999_999, required: false),
            RevolutionAtEpoch = Whole("REV_AT_EPOCH", 999_999_999, required: false),
        };
        return problems.Count == 0 ? elements : problems.ToImmutableArray();
    }

    private string Text(string keyword) => fields.TryGetValue(keyword, out var field) ? field.Text : "";

    /// <summary>Public catalogs leave out what they always write the same way; what is there must fit.</summary>
    private void OneOf(string keyword, params ReadOnlySpan<string> accepted)
    {
        var text = Text(keyword);
        if (text.Length > 0 && !accepted.Contains(text.ToUpperInvariant())) Refuse("not-sgp4", keyword, $"{accepted[0]}: only SGP4 elements of the Earth are read");
    }

    private Epoch Epoch(LeapSeconds leapSeconds)
    {
        if (Text("EPOCH").Length == 0) { Refuse("missing-keyword", "EPOCH", "a UTC time such as 2023-01-02T03:04:05.678"); return default; }
        var read = IsoTime.ReadUtc(Text("EPOCH"), leapSeconds, Where("EPOCH"));
        problems.AddRange(read.Problems);
        return read.Succeeded ? read.Value : default;
    }

    private double Number(string keyword, double least, double largest, string what, bool required = true)
    {
        // A unit in brackets may follow the number in the key-value form.
        var text = Text(keyword).Split('[')[0].Trim();
        if (text.Length == 0 && !required) return 0;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= least && value <= largest) return value;
        var range = largest < 1000 ? string.Create(CultureInfo.InvariantCulture, $" from {least} to {largest}") : "";
        Refuse(text.Length == 0 ? "missing-keyword" : "bad-number", keyword, what + range);
        return 0;
    }

    private int Whole(string keyword, int largest, bool required)
    {
        var text = Text(keyword);
        if (text.Length == 0 && !required) return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= largest) return value;
        Refuse(text.Length == 0 ? "missing-keyword" : "bad-number", keyword, string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {largest}"));
        return 0;
    }

    private Place Where(string keyword) => new(file, fields.TryGetValue(keyword, out var field) ? field.Line : null, keyword);

    private void Refuse(string code, string keyword, string expected) =>
        problems.Add(new(code, Where(keyword), Text(keyword) is { Length: > 0 } text ? $"'{text}'" : "nothing", expected));
}
