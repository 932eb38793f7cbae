using System.Globalization;
using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Orbits;
using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.Tests.FlightMechanics;

/// <summary>Against the verification set of AIAA 2006-6753 and against 1,000 states of 20 objects; see data/flight-mechanics/README.md.</summary>
public sealed class Sgp4Tests(ITestOutputHelper output)
{
    private const double NearEarthKm = 1e-6;
    private const double DeepSpaceKm = 5e-6;

    private static readonly (int Number, Sgp4Model Model, (double Minutes, Vector Km, Vector KmPerSecond)[] Rows)[] Verification = ReadVerification();

    [Fact]
    public void Every_verification_row_is_met()
    {
        Assert.Equal(33, Verification.Length);
        var worst = new Worst();
        foreach (var (number, model, rows) in Verification)
            foreach (var (minutes, km, kmPerSecond) in rows)
            {
                // The set prints the state at its epoch before the run; for 33334 that is an error, see below.
                if (number == 33334) continue;
                Assert.Equal(Sgp4Error.None, model.TryPropagate(minutes, out var state));
                worst.Add(model.IsDeepSpace, state, km, kmPerSecond);
            }

        output.WriteLine(worst.ToString());
        Assert.Equal(666, worst.Count);
        worst.Check();
    }

    // The reference stops printing when a code appears: these are the first codes after the last printed row.
    [Theory]
    [InlineData(22312, 494.2028672, Sgp4Error.MeanEccentricity)]
    [InlineData(28872, 55, Sgp4Error.Decayed)]
    [InlineData(29141, 440, Sgp4Error.Decayed)]
    [InlineData(33333, 25, Sgp4Error.SemiLatusRectum)]
    [InlineData(33334, 0, Sgp4Error.PerturbedEccentricity)]
    public void A_failing_verification_case_fails_with_the_code_of_the_reference(int number, double minutes, Sgp4Error expected)
    {
        var model = Verification.First(v => v.Number == number).Model;

        Assert.Equal(expected, model.TryPropagate(minutes, out _));
    }

    [Fact]
    public void A_thousand_states_of_twenty_objects_are_met()
    {
        var sets = ReferenceData.Rows("tle-pool.csv").GroupBy(r => r["tle_key"]).ToDictionary(g => g.Key, g => g.First());
        var models = ReferenceData.Rows("sgp4-objects.csv").ToDictionary(o => o["object"], o => Model(sets[o["tle_key"]]["line1"], sets[o["tle_key"]]["line2"]));
        var worst = new Worst();
        foreach (var row in ReferenceData.Rows("sgp4-states.csv"))
        {
            var model = models[row["object"]];
            Assert.Equal((Sgp4Error)row.Number("error"), model.TryPropagate(row.Number("tsince_min"), out var state));
            worst.Add(model.IsDeepSpace, state, new(row.Number("x_km"), row.Number("y_km"), row.Number("z_km")),
                new(row.Number("vx_km_s"), row.Number("vy_km_s"), row.Number("vz_km_s")));
        }

        output.WriteLine(worst.ToString());
        Assert.Equal(1000, worst.Count);
        worst.Check();
    }

    [Fact]
    public void Propagating_allocates_nothing()
    {
        var models = Verification.Select(v => v.Model).ToArray();
        foreach (var model in models) model.TryPropagate(1000, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var model in models) model.TryPropagate(1234, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_no_number_gives_a_code(double minutes) => Assert.NotEqual(Sgp4Error.None, Verification[0].Model.TryPropagate(minutes, out _));

    [Fact]
    public void Elements_that_are_no_orbit_are_refused_with_every_reason()
    {
        var elements = Verification[0].Model.Elements with { Eccentricity = 1.2, MeanMotionRevolutionsPerDay = 0, InclinationDegrees = double.NaN };

        Assert.Equal(["mean motion", "eccentricity", "inclination"], Sgp4Model.From(elements).Problems.Select(p => p.Where.Field!.Split(", ")[1]));
    }

    internal static Sgp4Model Model(string line1, string line2) => TwoLineElements.Read($"{line1}\n{line2}", LeapSeconds.Published)
        .Then(e => Sgp4Model.From(e[0])).Value;

    private static (int, Sgp4Model, (double, Vector, Vector)[])[] ReadVerification()
    {
        var sets = TwoLineElements.Read(ReferenceData.Text("sgp4-ver.tle"), LeapSeconds.Published, "sgp4-ver.tle", ChecksumRule.Ignored).Value;
        var blocks = new List<(int Number, List<(double, Vector, Vector)> Rows)>();
        foreach (var line in ReferenceData.Text("sgp4-ver-expected.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split(' ');
            if (fields[1] == "xx") { blocks.Add((int.Parse(fields[0], CultureInfo.InvariantCulture), [])); continue; }
            var n = fields.Select(ReferenceData.Number).ToArray();
            blocks[^1].Rows.Add((n[0], new(n[1], n[2], n[3]), new(n[4], n[5], n[6])));
        }
        Assert.Equal(sets.Select(s => s.CatalogNumber), blocks.Select(b => b.Number));
        return [.. sets.Zip(blocks, (s, b) => (b.Number, Sgp4Model.From(s).Value, b.Rows.ToArray()))];
    }

    private sealed class Worst
    {
        private double nearKm, deepKm, kmPerSecond;

        public int Count { get; private set; }

        public void Add(bool deep, State<Teme> found, Vector km, Vector speed)
        {
            Count++;
            var off = (found.PositionKm - km).Length;
            if (deep) deepKm = Math.Max(deepKm, off); else nearKm = Math.Max(nearKm, off);
            kmPerSecond = Math.Max(kmPerSecond, (found.VelocityKmPerSecond - speed).Length);
        }

        public void Check() => Assert.True(nearKm <= NearEarthKm && deepKm <= DeepSpaceKm && kmPerSecond <= 2e-9, ToString());

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} rows: near {nearKm:E1} km, deep {deepKm:E1} km, {kmPerSecond:E1} km/s");
    }
}
