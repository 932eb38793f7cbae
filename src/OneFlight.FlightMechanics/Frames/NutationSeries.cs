using System.Collections.Immutable;
using System.Globalization;

namespace OneFlight.FlightMechanics.Frames;

/// <summary>The nutation of the Earth's axis as a series of 1,365 terms; a table carried as a value.</summary>
/// <remarks>Source: IAU 2000A, Mathews, Herring and Buffett (2002), as tabulated in the IERS Conventions; fundamental arguments of the
/// IERS Conventions (2003), adjusted to the precession of 2006 after Wallace and Capitaine (2006).</remarks>
public sealed class NutationSeries
{
    private const double TenthMicroarcsecond = 1e-7 * Angles.Arcsecond;

    private readonly ImmutableArray<sbyte> multiples;
    private readonly ImmutableArray<double> amplitudes;

    private NutationSeries(ImmutableArray<sbyte> multiples, ImmutableArray<double> amplitudes) => (this.multiples, this.amplitudes) = (multiples, amplitudes);

    /// <summary>The table that comes with the library.</summary>
    public static NutationSeries Iau2000A { get; } = ReadTable();

    /// <summary>The largest terms alone, good to a few milliarcseconds: enough for the Sun.</summary>
    internal static NutationSeries Leading { get; } = new(Iau2000A.multiples[..(40 * 14)], Iau2000A.amplitudes[..(40 * 6)]);

    /// <summary>Nutation in longitude and obliquity, radians.</summary>
    /// <param name="centuries">Julian centuries of Terrestrial Time since J2000.0.</param>
    public (double Longitude, double Obliquity) At(double centuries)
    {
        Span<double> arguments = stackalloc double[14];
        Angles.Fundamental(centuries, arguments);
        double longitude = 0, obliquity = 0;
        // From the smallest term to the largest, which keeps the sum exact.
        for (var term = (amplitudes.Length / 6) - 1; term >= 0; term--)
        {
            var of = multiples.AsSpan(term * 14, 14);
            var angle = 0.0;
            for (var i = 0; i < 14; i++) angle += of[i] * arguments[i];
            var (sin, cos) = Math.SinCos(angle);
            var by = amplitudes.AsSpan(term * 6, 6);
            longitude += ((by[0] + (by[1] * centuries)) * sin) + (by[2] * cos);
            obliquity += ((by[3] + (by[4] * centuries)) * cos) + (by[5] * sin);
        }
        var oblateness = -2.7774e-6 * centuries;
        return (longitude * TenthMicroarcsecond * (1 + 0.4697e-6 + oblateness), obliquity * TenthMicroarcsecond * (1 + oblateness));
    }

    private static NutationSeries ReadTable()
    {
        using var stream = typeof(NutationSeries).Assembly.GetManifestResourceStream("nutation-iau2000a.csv")!;
        using var reader = new StreamReader(stream);
        var multiples = ImmutableArray.CreateBuilder<sbyte>();
        var amplitudes = ImmutableArray.CreateBuilder<double>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            multiples.AddRange(cells[..14].Select(c => sbyte.Parse(c, CultureInfo.InvariantCulture)));
            amplitudes.AddRange(cells[14..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)));
        }
        return new(multiples.ToImmutable(), amplitudes.ToImmutable());
    }
}
