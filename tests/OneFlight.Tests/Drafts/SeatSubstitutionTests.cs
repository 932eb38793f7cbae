using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Drafts;

/// <summary>Another in the seat, over the operator's year with the story in it.</summary>
public class SeatSubstitutionTests
{
    private static readonly Campaign Year = SampleCampaigns.Year;
    private static readonly Instant Now = OperatorYear.AsOf;
    private static readonly FlightId Six = new("CYGNET-06");
    private static readonly PersonId Reserve = new("s06-reserve");

    [Fact]
    public void The_whole_difference_names_every_row_of_the_seat_with_both_sides()
    {
        var delta = SeatSubstitution.Substitute(Year, Six, 1, Reserve, Now).Value;
        Assert.Equal("Reserve commander, CYGNET-06 takes seat 1 of CYGNET-06 (Commander) from Commander, CYGNET-06", delta.Sentence);
        var demands = delta.Rows.Where(r => r.Thing.Kind == QualificationStatement.Demand).ToList();
        Assert.Equal(11, demands.Count);
        Assert.All(demands, d => Assert.EndsWith("of Reserve commander, CYGNET-06", d.Name, StringComparison.Ordinal));
        Assert.All(demands, d => Assert.True(d.Before is GateState && d.After is GateState));
        Assert.Contains(delta.Rows, r => r.Thing == new ThingId(QualificationStatement.Clearance, "CYGNET-06/1"));
        Assert.Contains(delta.Others, o => o.Thing == new ThingId(FlightKinds.Seat, "CYGNET-06/1"));
        Assert.Empty(delta.Missions);
        Assert.Empty(delta.Breaks);
    }

    [Fact]
    public void A_participant_who_leaves_takes_the_mission_with_them()
    {
        var delta = SeatSubstitution.Substitute(Year, Six, 2, Reserve, Now).Value;
        Assert.Equal(["CYGNET-06-M1"], delta.Missions.Select(m => m.Id.Value));
    }

    [Fact]
    public void Who_flies_elsewhere_at_that_time_breaks_a_rule()
    {
        // The seventh flight's commander sits in a capsule of the sixth as well: their times do not overlap, those of the fifth and the sixth do.
        var fifth = Year.Flights.Single(f => f.Id.Value == "CYGNET-05").Plan!;
        var sixth = Year.Flights.Single(f => f.Id == Six).Plan!;
        var delta = SeatSubstitution.Substitute(Year, Six, 1, new("s05-commander"), Now).Value;
        Assert.Equal(fifth.End > sixth.Launch, delta.Breaks.Any(b => b.StartsWith("person-double", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("CYGNET-06", 9, "s06-reserve", "unknown-reference")]
    [InlineData("CYGNET-99", 1, "s06-reserve", "unknown-reference")]
    [InlineData("CYGNET-06", 1, "nobody", "unknown-reference")]
    [InlineData("CYGNET-06", 1, "s06-guest", "already-seated")]
    [InlineData("CYGNET-03", 1, "s06-reserve", "already-flown")]
    public void A_seat_that_cannot_be_given_is_refused(string flight, int seat, string person, string code) =>
        Assert.Equal(code, Assert.Single(SeatSubstitution.Substitute(Year, new(flight), seat, new(person), Now).Problems).Code);

    [Fact]
    public void The_nearest_to_a_seat_comes_first_and_who_flies_elsewhere_last()
    {
        var flight = Year.Flights.Single(f => f.Id == Six);
        var candidates = SeatCandidates.For(Year, flight, flight.Seats[0], Now);
        Assert.Equal(Reserve, candidates[0].Person.Id);
        Assert.True(candidates[0].Backup);
        Assert.Equal(candidates.OrderBy(c => !c.Free).Select(c => c.Person.Id), candidates.Select(c => c.Person.Id));
        Assert.Empty(SeatCandidates.For(Year, flight, flight.Seats[1], Now));
    }

    [Fact]
    public void The_impact_room_gives_the_seat_and_every_row_has_its_path()
    {
        var option = Draft.Try(Year, [new GiveSeat(Six, 1, Reserve)], Now).Value.Options[0];
        Assert.Equal(Reserve, option.Plan.Flights.Single(f => f.Id == Six).Seats[0].Person);
        Assert.NotEmpty(option.Impact.Touched);
        Assert.All(option.Impact.Touched, t => Assert.NotEmpty(t.Path));
    }
}
