using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Medical;
using OneFlight.Operations.People;
using OneFlight.Operations.Samples;

namespace OneFlight.Tests.Samples;

/// <summary>What the story shows of people: something true at every stage.</summary>
public class StoryPeopleTests
{
    private static readonly Campaign Year = SampleCampaigns.Year;
    private static readonly Statement Stated = CampaignStatement.Of(Year, OperatorYear.AsOf);

    private static List<(StatedThing Thing, GateState Row)> Rows(string flight) =>
        [.. Stated.Things.Where(t => t.Id.Kind is QualificationStatement.Demand or QualificationStatement.Clearance).Select(t => (t, (GateState)t.Value)).Where(r => r.Item2.Flight.Id == flight)];

    [Theory]
    [InlineData("CYGNET-01")]
    [InlineData("CYGNET-02")]
    [InlineData("CYGNET-03")]
    [InlineData("CYGNET-04")]
    public void Whoever_has_flown_or_flies_today_was_green(string flight)
    {
        var rows = Rows(flight);
        Assert.Equal((3 + 8) + (3 * (1 + 8)) + 4, rows.Count);
        Assert.All(rows, r => Assert.True(r.Row.Light == GateLight.Green, $"{r.Thing.Name}: {r.Row.Text}"));
    }

    [Fact]
    public void Every_light_is_shown_somewhere_ahead() =>
        Assert.Equal([GateLight.Green, GateLight.Amber, GateLight.Red, GateLight.Unknown],
            Enumerable.Range(5, 6).SelectMany(n => Rows($"CYGNET-{n:00}")).Select(r => r.Row.Light).Distinct().OrderBy(l => l));

    [Theory]
    [InlineData("CYGNET-05", "demand:CYGNET-05/1/QD-01", "clearance:CYGNET-05/2")]
    [InlineData("CYGNET-06", "demand:CYGNET-06/3/QD-12", null)]
    public void Nine_days_more_turn_what_ends_soon_after_landing_and_reserve(string flight, string first, string? second)
    {
        var option = Draft.Try(Year, [new Slip(new(flight), Duration.FromDays(9), null)], OperatorYear.AsOf).Value.Options[0];
        foreach (var thing in new[] { first, second }.OfType<string>())
        {
            var touched = Assert.Single(option.Impact.Touched, t => t.Thing.ToString() == thing);
            Assert.Equal((GateLight.Amber, GateLight.Red), (((GateState)touched.Before!).Light, ((GateState)touched.After!).Light));
            Assert.NotEmpty(touched.Path);
        }
    }

    [Fact]
    public void A_slip_turns_nothing_that_holds_much_longer() =>
        Assert.DoesNotContain(Draft.Try(Year, [new Slip(new("CYGNET-05"), Duration.FromDays(9), null)], OperatorYear.AsOf).Value.Options[0].Impact.Touched,
            t => t.Thing.ToString() == "demand:CYGNET-05/1/QD-02");

    [Fact]
    public void Each_clearance_is_what_its_file_issued_and_each_stream_is_one_person_s()
    {
        var log = Story.Log(Year).Where(e => e.Compartment == Compartment.Medical).ToList();
        Assert.NotEmpty(log);
        var persons = Year.People.Persons.Select(p => MedicalWords.StreamOf(p.Id)).ToHashSet();
        Assert.All(log, e => Assert.Contains(e.Stream, persons));
        var issued = log.Select(e => (e.Stream, Event: e.Entry.Event as MedicalClearanceIssued)).Where(e => e.Event is not null).ToDictionary(e => e.Stream, e => e.Event!);
        Assert.All(Year.Clearances, c =>
        {
            var noted = issued[MedicalWords.StreamOf(c.Person)];
            Assert.Equal((c.Id, c.Fitness, c.Until), (noted.Clearance, noted.Fitness, noted.Until));
            Assert.All(c.Limits, l => Assert.Contains(l, MedicalWords.Limits));
        });
        Assert.All(log, e => Assert.True(e.Entry.At <= OperatorYear.AsOf && e.Entry.KnownAt >= e.Entry.At));
    }

    [Fact]
    public void No_record_is_from_the_future_or_from_before_a_birth_and_each_has_its_own_id()
    {
        var records = Year.Qualifications.Records;
        Assert.Equal(records.Length, records.Select(r => r.Id).Distinct().Count());
        Assert.Equal(Year.Clearances.Length, Year.Clearances.Select(c => c.Person).Distinct().Count());
        var born = Year.People.Persons.ToDictionary(p => p.Id, p => p.Born);
        Assert.All(records, r => Assert.True(r.Earned <= OperatorYear.AsOf.InUtc().Date && r.KnownAt <= OperatorYear.AsOf && (born[r.Person] is not { } day || r.Earned > day)));
    }

    [Fact]
    public void The_flight_at_selection_has_steps_with_reasons_and_the_one_at_contract_has_none()
    {
        Assert.True(Year.Qualifications.Selections.Count(s => s.Flight == "CYGNET-09") >= 8);
        Assert.DoesNotContain(Year.Qualifications.Selections, s => s.Flight == "CYGNET-10");
        Assert.All(Year.Qualifications.Selections, s => Assert.True(s.Reason.Length > 10 && Recording.Steps.Contains(s.Step) && Recording.Decisions.Contains(s.Decision)));
    }
}
