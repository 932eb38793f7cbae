using OneFlight.FlightMechanics.Orbits;
using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.Tests.FlightMechanics;

public sealed class ElementReadingTests
{
    private const string Line1 = "1 25544U 98067A   23001.26991367  .00015968  00000-0  28903-3 0  9993";
    private const string Line2 = "2 25544  51.6448  75.3411 0005204 209.5406 257.0907 15.49811030375904";

    private static readonly LeapSeconds Leaps = LeapSeconds.Published;

    [Fact]
    public void A_set_is_read_with_its_name()
    {
        var set = Assert.Single(TwoLineElements.Read($"ISS (ZARYA)\r\n{Line1}\r\n{Line2}\r\n", Leaps).Value);

        Assert.Equal(("ISS (ZARYA)", 25544, "98067A", 'U'), (set.Name, set.CatalogNumber, set.Designator, set.Classification));
        Assert.Equal((0.0005204, 0.00028903, 15.4981103), (set.Eccentricity, set.BStarPerEarthRadius, set.MeanMotionRevolutionsPerDay));
        Assert.Equal((37590, 999), (set.RevolutionAtEpoch, set.ElementSetNumber));
        Assert.Equal("2023-01-01T06:28:40.541088Z", IsoTime.WriteUtc(set.Epoch, Leaps, 6));
    }

    [Theory]
    [InlineData("A0000", 100000)]
    [InlineData("H9999", 179999)]
    [InlineData("J0000", 180000)]
    [InlineData("P0000", 230000)]
    [InlineData("Z9999", 339999)]
    public void Alpha_5_numbers_are_read(string written, int number) => Assert.Equal(number, Set(written).Value[0].CatalogNumber);

    [Theory]
    [InlineData("I0000")]
    [InlineData("O0000")]
    [InlineData("a0000")]
    [InlineData("A00-0")]
    public void What_is_not_Alpha_5_is_refused(string written)
    {
        var problem = Set(written).Problems.First();

        Assert.Equal("bad-number", problem.Code);
        Assert.Equal($"iss.tle line 1, columns 3-7, catalog number: found '{written}', expected digits, or Alpha-5 such as B1234 for 111234", problem.Message);
    }

    [Fact]
    public void A_wrong_digit_is_refused_by_the_checksum_with_line_and_column()
    {
        var read = TwoLineElements.Read($"{Line1}\n{Line2.Replace("51.6448", "51.6449")}", Leaps, "iss.tle");

        Assert.Equal("iss.tle line 2, column 69, checksum: found '4', expected 5, the sum of the digits before it", Assert.Single(read.Problems).Message);
    }

    [Fact]
    public void Every_bad_column_is_named_at_once()
    {
        var bad = Line2.Replace(" 75.3411", "x75.3411").Replace("257.0907", "457.0907");
        var read = TwoLineElements.Read($"{Line1.Replace("28903-3", "28903_3")}\n{bad}", Leaps, "iss.tle", ChecksumRule.Ignored);

        Assert.Equal(["line 1, columns 54-61, drag term", "line 2, columns 18-25, ascending node", "line 2, columns 44-51, mean anomaly"],
            read.Problems.Select(p => p.Where.ToString()["iss.tle ".Length..]));
    }

    [Fact]
    public void Lines_that_do_not_belong_together_are_refused()
    {
        Assert.Equal("missing-line", Assert.Single(TwoLineElements.Read(Line1, Leaps).Problems).Code);
        Assert.Equal("missing-line", Assert.Single(TwoLineElements.Read(Line2, Leaps).Problems).Code);
        Assert.Equal("no-elements", Assert.Single(TwoLineElements.Read("", Leaps).Problems).Code);
        Assert.Equal("other-object", Assert.Single(TwoLineElements.Read($"{Line1}\n{Line2.Replace("25544", "25543")}", Leaps, null, ChecksumRule.Ignored).Problems).Code);
    }

    [Theory]
    [InlineData("iss-omm.kvn")]
    [InlineData("iss-omm.json")]
    public void Messages_hold_the_same_elements_as_the_two_lines(string file)
    {
        var message = Assert.Single(OrbitMeanElementsMessage.Read(ReferenceData.Text(file), Leaps, file).Value);

        var lines = TwoLineElements.Read($"ISS (ZARYA)\n{Line1}\n{Line2}", Leaps).Value[0];
        Assert.Equal(lines with { Designator = "1998-067A" }, message);
    }

    [Theory]
    [InlineData("omm-example1.kvn", 23581, 2007, 63)]
    [InlineData("omm-example2-covariance-user.kvn", 23581, 2007, 63)]
    [InlineData("omm-example2.xml", 23581, 2007, 63)]
    [InlineData("omm-with-units.xml", 23581, 2007, 63)]
    [InlineData("omm-real-44850.kvn", 44850, 2026, 198)]
    public void Messages_of_the_standard_and_of_catalogs_are_read(string file, int number, int year, int daysIntoYear)
    {
        var set = Assert.Single(OrbitMeanElementsMessage.Read(ReferenceData.Text(file), Leaps, file).Value);

        Assert.Equal(number, set.CatalogNumber);
        Assert.Equal(NodaTime.Period.DaysBetween(new(2000, 1, 1), new NodaTime.LocalDate(year, 1, 1).PlusDays(daysIntoYear)), set.EpochUtc.Day);
    }

    [Fact]
    public void Nine_digits_and_quoted_names_are_read_from_a_table()
    {
        const string Table = "OBJECT_NAME,NORAD_CAT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,BSTAR\n"
            + "\"PART, OF \"\"X\"\"\",999999999,2026-07-01T00:00:00,15.5,.001,51.6,1,2,3,1e-4\nB,1000000000,2026-07-01T00:00:00,15.5,1.5,51.6,1,2,3,1e-4\n";
        var first = OrbitMeanElementsMessage.Read(Table[..Table.IndexOf("B,1", StringComparison.Ordinal)], Leaps).Value[0];
        var all = OrbitMeanElementsMessage.Read(Table, Leaps, "gp.csv");

        Assert.Equal((999_999_999, "PART, OF \"X\""), (first.CatalogNumber, first.Name));
        Assert.Equal(["gp.csv line 3, NORAD_CAT_ID: found '1000000000', expected a whole number from 0 to 999999999",
            "gp.csv line 3, ECCENTRICITY: found '1.5', expected an eccentricity from 0 to 1"], all.Problems.Select(p => p.Message));
    }

    [Fact]
    public void A_message_of_another_theory_is_refused_by_name()
    {
        var problems = OrbitMeanElementsMessage.Read(ReferenceData.Text("omm-example3-units.kvn"), Leaps, "other.kvn").Problems;

        Assert.Contains(problems, p => p is { Code: "not-sgp4", Where.Field: "MEAN_ELEMENT_THEORY", Where.Line: not null });
        Assert.Contains(problems, p => p is { Code: "not-sgp4", Where.Field: "TIME_SYSTEM" });
        Assert.Contains(problems, p => p is { Code: "missing-keyword", Where.Field: "MEAN_MOTION" });
    }

    [Theory]
    [InlineData("<omm><body>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><omm>&e;</omm>")]
    [InlineData("{\"EPOCH\": ")]
    [InlineData("[1, 2]")]
    [InlineData("no equals sign here")]
    [InlineData("")]
    public void Broken_messages_are_refused_and_not_thrown(string text) => Assert.NotEmpty(OrbitMeanElementsMessage.Read(text, Leaps).Problems);

    [Fact]
    public void A_damaged_set_is_refused_or_gives_finite_states_and_never_throws()
    {
        var random = new Random(3);
        for (var i = 0; i < 5000; i++)
        {
            var text = $"{Line1}\n{Line2}".ToCharArray();
            for (var n = random.Next(1, 4); n > 0; n--) text[random.Next(text.Length)] = (char)random.Next(32, 127);
            var read = TwoLineElements.Read(new string(text), Leaps, "damaged.tle", ChecksumRule.Ignored).Then(e => Sgp4Model.From(e[0]));
            if (!read.Succeeded) { Assert.All(read.Problems, p => Assert.NotEmpty(p.Message)); continue; }
            foreach (var minutes in new[] { -1e4, 0, 90, 1e5 })
                if (read.Value.TryPropagate(minutes, out var state) == Sgp4Error.None)
                    Assert.True(double.IsFinite(state.PositionKm.Length) && double.IsFinite(state.VelocityKmPerSecond.Length));
        }
    }

    private static OneFlight.Primitives.Result<System.Collections.Immutable.ImmutableArray<MeanElements>> Set(string number) =>
        TwoLineElements.Read($"{Line1.Replace("25544", number)}\n{Line2.Replace("25544", number)}", Leaps, "iss.tle", ChecksumRule.Ignored);
}
