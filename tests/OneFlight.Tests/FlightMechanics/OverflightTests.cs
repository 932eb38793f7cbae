using System.Globalization;
using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Time;
using OneFlight.FlightMechanics.Visibility;
using OneFlight.Primitives;

namespace OneFlight.Tests.FlightMechanics;

/// <summary>Against 109 events over ten cities; see data/flight-mechanics/README.md.</summary>
public sealed class OverflightTests(ITestOutputHelper output)
{
    private static readonly LeapSeconds Leaps = LeapSeconds.Published;
    private static readonly EarthOrientation Simple = EarthOrientation.Given(0, 0, 0, Leaps);

    [Fact]
    public void Every_overflight_of_ten_days_is_found_to_five_hundredths_of_a_second()
    {
        var set = ReferenceData.Rows("tle-pool.csv").First(r => r["tle_key"] == "25544@23001.26991367");
        var station = Sgp4Tests.Model(set["line1"], set["line2"]);
        var start = IsoTime.ReadUtc("2023-01-02T00:00:00Z", Leaps, default(Place)).Value;
        var rows = ReferenceData.Rows("overflight.csv").ToLookup(r => r["city"]);
        double time = 0, distance = 0, sun = 0;
        foreach (var city in ReferenceData.Rows("cities.csv"))
        {
            var site = new GroundSite(city["city"], new(city.Number("lat_deg"), city.Number("lon_deg"), 0));
            var found = OverflightFinder.Find(station, site, 300, Simple, start, start.AddSeconds(10 * 86_400)).Overflights;
            Assert.Equal(rows[city["city"]].Count(), found.Length);
            foreach (var (row, flight) in rows[city["city"]].Zip(found))
            {
                time = Math.Max(time, Math.Abs(flight.Span.Peak.SecondsSince(start) - row.Number("closest_sec")));
                time = Math.Max(time, Math.Abs(flight.Span.Start.SecondsSince(start) - row.Number("enter300_sec")));
                time = Math.Max(time, Math.Abs(flight.Span.End.SecondsSince(start) - row.Number("leave300_sec")));
                distance = Math.Max(distance, Math.Abs(flight.DistanceKm - row.Number("geodesic_km")));
                sun = Math.Max(sun, Math.Abs(flight.SunElevationDegrees - row.Number("sun_elevation_deg")));
                Assert.Equal(row["daylight"] == "1", flight.InDaylight);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overflights {time:F4} s, {distance:F4} km, Sun {sun:E1} deg"));
        Assert.True(time <= 0.05 && distance <= 0.01 && sun <= 0.003, $"{time} {distance} {sun}");
    }

    // Flying east along the equator the north lies to the left.
    [Theory]
    [InlineData(2, WindowSide.Left)]
    [InlineData(-2, WindowSide.Right)]
    public void The_window_side_is_that_of_the_ground_track(double latitude, WindowSide side)
    {
        var set = ReferenceData.Rows("tle-pool.csv").First(r => r["tle_key"] == "25544@23001.26991367");
        var elements = Sgp4Tests.Model(set["line1"], set["line2"]).Elements;
        var equatorial = OneFlight.FlightMechanics.Propagation.Sgp4Model.From(elements with { InclinationDegrees = 0.001 }).Value;
        var site = new GroundSite("near the equator", new(latitude, 20, 0));

        var flights = OverflightFinder.Find(equatorial, site, 300, Simple, elements.Epoch, elements.Epoch.AddSeconds(86_400)).Overflights;

        Assert.True(flights.Length > 10);
        Assert.All(flights, f => Assert.Equal((side, true), (f.Side, f.NadirDegrees is > 20 and < 35)));
    }

    // Vincenty (1975), as printed for Flinders Peak to Buninyong on the GRS-80 ellipsoid: 54972.271 m.
    [Fact]
    public void The_distance_of_a_published_pair_is_met_to_a_millimeter()
    {
        var flindersPeak = new GeodeticPlace(-(37 + (57 / 60.0) + (3.72030 / 3600)), 144 + (25 / 60.0) + (29.52440 / 3600), 0);
        var buninyong = new GeodeticPlace(-(37 + (39 / 60.0) + (10.15610 / 3600)), 143 + (55 / 60.0) + (35.38390 / 3600), 0);

        Assert.Equal(54.972271, Geodesic.DistanceKm(flindersPeak, buninyong), 1e-6);
        Assert.Equal(20_003.93, Geodesic.DistanceKm(new(90, 0, 0), new(-90, 0, 0)), 30.0);
        Assert.Equal(0, Geodesic.DistanceKm(buninyong, buninyong));
    }
}
