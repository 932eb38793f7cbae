using System.Globalization;
using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;
using OneFlight.FlightMechanics.Visibility;
using OneFlight.Primitives;

namespace OneFlight.Tests.FlightMechanics;

/// <summary>Against the tables of data/flight-mechanics; its README names model and accuracy of each.</summary>
public sealed class VisibilityTests(ITestOutputHelper output)
{
    private static readonly LeapSeconds Leaps = LeapSeconds.Published;
    private static readonly EarthOrientation Simple = EarthOrientation.Given(0, 0, 0, Leaps);
    private static readonly Epoch Start = Utc("2023-01-02T00:00:00Z");
    private static readonly Sgp4Model Station = Read("25544@23001.26991367");

    [Fact]
    public void The_Sun_and_the_beta_angle_agree_to_a_thousandth_of_a_degree()
    {
        double teme = 0, gcrs = 0, beta = 0, distance = 0;
        foreach (var row in ReferenceData.Rows("sun-beta.csv"))
        {
            var epoch = Utc(row["utc"]);
            teme = Math.Max(teme, Apart(Sun.PositionTemeKm(epoch), new(row.Number("sun_teme_x"), row.Number("sun_teme_y"), row.Number("sun_teme_z"))));
            gcrs = Math.Max(gcrs, Apart(Sun.PositionGcrsKm(epoch), new(row.Number("sun_gcrs_x"), row.Number("sun_gcrs_y"), row.Number("sun_gcrs_z"))));
            distance = Math.Max(distance, Math.Abs(Sun.PositionGcrsKm(epoch).Length - row.Number("sun_dist_km")));
            Assert.Equal(Sgp4Error.None, Station.TryPropagate(epoch, out var state));
            beta = Math.Max(beta, Math.Abs(Sun.BetaDegrees(state) - row.Number("iss_beta_deg")));
        }

        output.WriteLine(Text($"Sun TEME {teme:E1} deg, GCRS {gcrs:E1} deg, distance {distance:F0} km, beta {beta:E1} deg"));
        Assert.True(teme <= 0.001 && gcrs <= 0.001 && beta <= 0.0011 && distance < 5000, Text($"{teme} {gcrs} {beta} {distance}"));
    }

    [Fact]
    public void Every_eclipse_of_sixty_days_is_found_to_a_tenth_of_a_second()
    {
        var rows = ReferenceData.Rows("eclipse.csv").ToLookup(r => r["event"], r => r.Number("sec_since_start"));
        var end = Start.AddSeconds(60 * 86_400);
        double worst = 0;
        foreach (var (kind, spans) in new[] { ("umbra", EclipseFinder.Umbra(Station, Start, end)), ("penumbra", EclipseFinder.Penumbra(Station, Start, end)) })
        {
            var entries = spans.Spans.Where(s => !s.StartIsOpen).Select(s => s.Start.SecondsSince(Start)).ToArray();
            var exits = spans.Spans.Where(s => !s.EndIsOpen).Select(s => s.End.SecondsSince(Start)).ToArray();
            Assert.Equal((rows[$"{kind}_entry"].Count(), rows[$"{kind}_exit"].Count()), (entries.Length, exits.Length));
            worst = Math.Max(worst, rows[$"{kind}_entry"].Zip(entries, (a, b) => Math.Abs(a - b)).Max());
            worst = Math.Max(worst, rows[$"{kind}_exit"].Zip(exits, (a, b) => Math.Abs(a - b)).Max());
        }

        output.WriteLine(Text($"eclipses {worst:F4} s"));
        Assert.True(worst <= 0.1, Text($"{worst}"));
    }

    [Fact]
    public void Every_pass_of_seven_days_over_six_sites_is_found_to_a_hundredth_of_a_second()
    {
        var rows = ReferenceData.Rows("passes.csv").ToLookup(r => r["site"]);
        double time = 0, highest = 0, angle = 0;
        foreach (var site in ReferenceData.Rows("sites.csv"))
        {
            var passes = Passes(site, 7).Passes;
            Assert.Equal(rows[site["site"]].Count(), passes.Length);
            foreach (var (row, pass) in rows[site["site"]].Zip(passes))
            {
                Assert.False(pass.Span.StartIsOpen || pass.Span.EndIsOpen);
                time = Math.Max(time, Math.Abs(pass.Span.Start.SecondsSince(Start) - row.Number("aos_sec")));
                time = Math.Max(time, Math.Abs(pass.Span.End.SecondsSince(Start) - row.Number("los_sec")));
                highest = Math.Max(highest, Math.Abs(pass.Span.Peak.SecondsSince(Start) - row.Number("max_sec")));
                angle = Math.Max(angle, Math.Abs(pass.Highest.ElevationDegrees - row.Number("max_el_deg")));
                angle = Math.Max(angle, Math.Abs(pass.Rise.AzimuthDegrees - row.Number("aos_az_deg")));
                angle = Math.Max(angle, Math.Abs(pass.Set.AzimuthDegrees - row.Number("los_az_deg")));
                Assert.Equal(row.Number("max_range_km"), pass.Highest.RangeKm, 0.05);
            }
        }

        output.WriteLine(Text($"passes: rise and set {time:F5} s, highest {highest:F4} s, angles {angle:E1} deg"));
        Assert.True(time <= 0.01 && highest <= 0.01 && angle <= 0.001, Text($"{time} {highest} {angle}"));
    }

    [Fact]
    public void Half_the_grid_finds_the_same_passes()
    {
        foreach (var site in ReferenceData.Rows("sites.csv"))
        {
            var (coarse, fine) = (Passes(site, 7).Passes, Passes(site, 7, 300).Passes);
            Assert.Equal(coarse.Length, fine.Length);
            Assert.All(coarse.Zip(fine), p => Assert.Equal(0, p.First.Span.Start.SecondsSince(p.Second.Span.Start), 1e-4));
        }
    }

    [Fact]
    public void A_pass_that_the_search_cuts_is_kept_and_said_to_be_open()
    {
        var site = ReferenceData.Rows("sites.csv").First();
        var whole = Passes(site, 1).Passes[1].Span;
        var middle = whole.Start.AddSeconds(60);

        var later = Find(site, middle, middle.AddSeconds(3600)).Passes[0].Span;
        var earlier = Find(site, Start, middle).Passes[^1].Span;

        Assert.True(later.StartIsOpen && !later.EndIsOpen && later.Start == middle);
        Assert.True(!earlier.StartIsOpen && earlier.EndIsOpen && earlier.End == middle);
    }

    [Fact]
    public void A_geostationary_object_never_sets_and_a_site_at_the_pole_never_sees_it()
    {
        var galaxy = Read("29236@23009.56506648");
        galaxy.TryPropagate(0, out var state);
        var below = GeodeticPlace.Below(state.ToItrf(Simple));
        var epoch = galaxy.Elements.Epoch;

        var seen = Assert.Single(PassFinder.Find(galaxy, new("below", below with { HeightKm = 0 }), HorizonMask.Above(10), Simple, epoch, epoch.AddSeconds(3 * 86_400)).Passes);
        Assert.True(seen.Span is { StartIsOpen: true, EndIsOpen: true });
        Assert.Empty(PassFinder.Find(galaxy, new("pole", new(90, 0, 0)), HorizonMask.Above(0), Simple, epoch, epoch.AddSeconds(3 * 86_400)).Passes);
    }

    [Fact]
    public void An_object_that_decays_in_the_search_is_told()
    {
        var set = ReferenceData.Text("sgp4-ver.tle").Split('\n').Where(l => l.Length > 6 && l[2..7] == "28872").ToArray();
        var model = Sgp4Tests.Model(set[0], set[1]);

        var search = EclipseFinder.Umbra(model, model.Elements.Epoch, model.Elements.Epoch.AddSeconds(7200));

        Assert.InRange(search.UnknownFrom!.Value.SecondsSince(model.Elements.Epoch), 45 * 60, 75 * 60);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(45, 7.5)]
    [InlineData(315, 12.5)]
    [InlineData(359.999999, 5)]
    public void A_mask_is_linear_between_its_directions(double azimuth, double elevation) =>
        Assert.Equal(elevation, HorizonMask.Around([(0, 5), (90, 10), (270, 20)]).ElevationAt(azimuth), 1e-5);

    private static PassSearch Passes(Row site, int days, double? feature = null) => Find(site, Start, Start.AddSeconds(days * 86_400), feature);

    private static PassSearch Find(Row site, Epoch from, Epoch to, double? feature = null) => PassFinder.Find(
        Station, new(site["site"], new(site.Number("lat_deg"), site.Number("lon_deg"), site.Number("alt_km"))), HorizonMask.Above(10), Simple, from, to, feature);

    private static Sgp4Model Read(string key)
    {
        var row = ReferenceData.Rows("tle-pool.csv").First(r => r["tle_key"] == key);
        return Sgp4Tests.Model(row["line1"], row["line2"]);
    }

    private static double Apart(Vector one, Vector other) => Math.Atan2(one.Cross(other).Length, one.Dot(other)) * 180 / Math.PI;

    private static Epoch Utc(string text) => IsoTime.ReadUtc(text, Leaps, default(Place)).Value;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
