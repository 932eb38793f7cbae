using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.Tests.FlightMechanics;

/// <summary>Against 40 epochs with given orientation; see data/flight-mechanics/README.md.</summary>
public sealed class FrameTests(ITestOutputHelper output)
{
    private const double Millimeter = 1e-6;

    private static readonly LeapSeconds Leaps = LeapSeconds.Published;

    [Fact]
    public void Positions_agree_with_the_reference_to_a_millimeter()
    {
        double itrf = 0, simple = 0, gcrs = 0, ground = 0;
        foreach (var row in ReferenceData.Rows("frames.csv"))
        {
            var given = EarthOrientation.Given(row.Number("dut1_s"), row.Number("xp_arcsec"), row.Number("yp_arcsec"), Leaps);
            var state = new State<Teme>(IsoTime.ReadUtc(row["utc"], Leaps, default(Place)).Value, At(row, "teme"), default);

            itrf = Math.Max(itrf, (state.ToItrf(given).PositionKm - At(row, "itrf")).Length);
            simple = Math.Max(simple, (state.ToItrf(EarthOrientation.Given(0, 0, 0, Leaps)).PositionKm - At(row, "itrf_simple")).Length);
            gcrs = Math.Max(gcrs, (state.ToGcrs(given).PositionKm - At(row, "gcrs06a")).Length);
            var place = new GeodeticPlace(row.Number("lat_deg"), row.Number("lon_deg"), row.Number("alt_km"));
            var below = GeodeticPlace.Below(state.ToItrf(given));
            ground = Math.Max(ground, Math.Max(Math.Abs(place.LatitudeDegrees - below.LatitudeDegrees), Math.Abs(place.LongitudeDegrees - below.LongitudeDegrees)));
            Assert.Equal(place.HeightKm, below.HeightKm, 1.5e-6);
        }

        output.WriteLine($"ITRF {itrf:E1} km, simple {simple:E1} km, GCRS {gcrs:E1} km, sub-point {ground:E1} deg");
        Assert.True(itrf <= Millimeter && simple <= Millimeter && gcrs <= Millimeter && ground <= 1e-8, $"{itrf} {simple} {gcrs} {ground}");

        static Vector At(Row row, string frame) => new(row.Number($"{frame}_x_km"), row.Number($"{frame}_y_km"), row.Number($"{frame}_z_km"));
    }

    // Vallado, Fundamentals of Astrodynamics, example 3-15 (2004-04-06): the printed value used a Julian date in one double,
    // hence 10 mm; its velocity takes the length of that day into the Earth's rate, hence 2e-8 km/s.
    [Fact]
    public void The_published_example_of_2004_is_met()
    {
        var given = EarthOrientation.Given(-0.4399619, -0.140682, 0.333309, Leaps);
        var teme = new State<Teme>(IsoTime.ReadUtc("2004-04-06T07:51:28.386009Z", Leaps, default(Place)).Value,
            new(5094.18016210, 6127.64465950, 6380.34453270), new(-4.7461314870, 0.7858180410, 5.5319312880));
        var itrf = teme.ToItrf(given);

        Assert.Equal(0, (itrf.PositionKm - new Vector(-1033.4793830, 7901.2952754, 6380.3565958)).Length, 1e-5);
        Assert.Equal(0, (itrf.VelocityKmPerSecond - new Vector(-3.225636520, -2.872451450, 5.531924446)).Length, 2e-8);
    }

    [Fact]
    public void Every_conversion_comes_back_to_where_it_started()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var given = EarthOrientation.Given(Between(-0.9, 0.9), Between(-0.5, 0.5), Between(-0.5, 0.5), Leaps);
            var teme = new State<Teme>(Epoch.FromTai((long)Between(-8e8, 1.5e9), 0), new(Between(-4e4, 4e4), Between(-4e4, 4e4), Between(-4e4, 4e4)), new(1, -2, 3));
            foreach (var back in new[] { teme.ToItrf(given).ToTeme(given), teme.ToPef(given).ToTeme(given), teme.ToGcrs(given).ToTeme(given) })
            {
                Assert.True((back.PositionKm - teme.PositionKm).Length < 1e-9);
                Assert.True((back.VelocityKmPerSecond - teme.VelocityKmPerSecond).Length < 1e-12);
            }
            var place = new GeodeticPlace(Between(-90, 90), Between(-180, 180), Between(-5, 4e4));
            var again = GeodeticPlace.Below(new(teme.Epoch, place.ToItrfKm(), default));
            Assert.Equal(place.LatitudeDegrees, again.LatitudeDegrees, 1e-11);
            Assert.Equal(place.LongitudeDegrees, again.LongitudeDegrees, 1e-11);
            Assert.Equal(place.HeightKm, again.HeightKm, 1e-9);
        }

        double Between(double low, double high) => low + (random.NextDouble() * (high - low));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void A_pole_is_a_place(double latitude)
    {
        var below = GeodeticPlace.Below(new(default, new GeodeticPlace(latitude, 0, 400).ToItrfKm(), default));

        Assert.Equal((latitude, 400.0), (Math.Round(below.LatitudeDegrees, 9), Math.Round(below.HeightKm, 9)));
    }
}
