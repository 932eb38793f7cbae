using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Orbits;
using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;
using OneFlight.FlightMechanics.Visibility;
using OneFlight.Primitives;

namespace OneFlight.Tests.FlightMechanics;

/// <summary>Small published examples, to their printed precision; see data/flight-mechanics/README.md.</summary>
public sealed class PublishedExampleTests
{
    private static readonly LeapSeconds Leaps = LeapSeconds.Published;
    private static readonly EarthOrientation Simple = EarthOrientation.Given(0, 0, 0, Leaps);

    [Fact]
    public void The_Sun_of_a_planetary_ephemeris_is_met_to_a_thousandth_of_a_degree()
    {
        foreach (var row in ReferenceData.Rows("sun-position.csv"))
        {
            var (found, told) = (Sun.PositionGcrsKm(Utc(row["time_utc"])), new Vector(row.Number("x_au"), row.Number("y_au"), row.Number("z_au")));
            Assert.Equal(0, Math.Atan2(found.Cross(told).Length, found.Dot(told)) * 180 / Math.PI, 0.001);
            Assert.Equal(told.Length, found.Length / Sun.AstronomicalUnitKm, 1e-4);
        }
    }

    [Fact]
    public void Two_lighting_states_of_another_program_are_met()
    {
        foreach (var row in ReferenceData.Rows("shadow-state.csv"))
        {
            var state = new State<Itrf>(Utc(row["time_utc"]), new(row.Number("x_km"), row.Number("y_km"), row.Number("z_km")), default);
            Assert.Equal(row["state"], Shadow.At(state.ToTeme(Simple)).ToString(), ignoreCase: true);
        }
    }

    // That program rounds the Earth and the sidereal time more coarsely than we do.
    [Fact]
    public void A_sub_point_of_another_program_is_met()
    {
        var row = ReferenceData.Rows("sub-point.csv").Single();
        var model = Read(row);
        Assert.Equal(Sgp4Error.None, model.TryPropagate(Utc(row["time_utc"]), out var state));
        var itrf = state.ToItrf(Simple);
        var (below, look) = (GeodeticPlace.Below(itrf), new GroundSite("observer", new(row.Number("observer_lat_deg"), row.Number("observer_lon_deg"), 0)).LookAt(itrf));

        Assert.Equal(row.Number("lat_deg"), below.LatitudeDegrees, 0.005);
        Assert.Equal(row.Number("lon_deg"), below.LongitudeDegrees, 0.005);
        Assert.Equal(row.Number("alt_km"), below.HeightKm, 0.1);
        Assert.Equal(row.Number("observer_az_deg"), look.AzimuthDegrees, 0.05);
        Assert.Equal(row.Number("observer_el_deg"), look.ElevationDegrees, 0.05);
    }

    [Fact]
    public void Two_printed_passes_are_met_with_their_lighting()
    {
        var rows = ReferenceData.Rows("bluffton-passes.csv").ToArray();
        var site = new GroundSite("Bluffton", new(rows[0].Number("lat_deg"), rows[0].Number("lon_deg"), 0));
        var start = Utc("2014-01-23T00:00:00Z");
        var model = Read(rows[0]);
        var passes = PassFinder.Find(model, site, HorizonMask.Above(rows[0].Number("altitude_threshold_deg")), Simple, start, start.AddSeconds(86_400)).Passes;

        Assert.Equal(2, passes.Length);
        foreach (var (row, found) in rows.Zip(passes.SelectMany(p => new[] { p.Span.Start, p.Span.Peak, p.Span.End })))
        {
            Assert.Equal(0, found.SecondsSince(Utc(row["event_utc"])), row.Number("tolerance_s"));
            model.TryPropagate(found, out var state);
            Assert.Equal(row["sunlit"] == "yes", Shadow.At(state) == Lighting.Sunlit);
        }
    }

    private static Sgp4Model Read(Row row) => TwoLineElements.Read($"{row["tle_line1"]}\n{row["tle_line2"]}", Leaps, null, ChecksumRule.Ignored)
        .Then(e => Sgp4Model.From(e[0])).Value;

    private static Epoch Utc(string text) => IsoTime.ReadUtc(text, Leaps, default(Place)).Value;
}
