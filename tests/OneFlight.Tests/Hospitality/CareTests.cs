using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Hospitality;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Tests.Hospitality;

public class CareTests
{
    private static readonly Instant landing = Instant.FromUtc(2027, 3, 20, 12, 0);
    private static readonly PersonId ada = new("ada");

    private static Flight AFlight(Instant? end, Legs legs = Legs.Both) => new(
        new("F"), "F", FlightKind.PrivateMission, null, new(landing, null, null, null, default, default, null, [], [], [], []),
        [new(1, "guest", ada, legs)], end is null ? null : new(landing - Duration.FromDays(10), null, null, end, new("V"), null, [], [], []));

    private static CareState State(int hoursAfter, params ILogEvent[] events)
    {
        var entries = events.Select((e, i) => new LogEntry(Compartment.Care, "care/ada", i + 1, landing + Duration.FromHours(30), landing + Duration.FromHours(30), "steward", e, "", "")).ToImmutableArray();
        return CareState.Of(CarePlan.Of(AFlight(landing), []), entries, landing + Duration.FromHours(hoursAfter));
    }

    [Fact]
    public void Contacts_exist_as_soon_as_a_landing_is_planned_and_move_with_it()
    {
        Assert.Empty(CarePlan.Of(AFlight(null), []));
        Assert.Equal([1, 7, 30], CarePlan.Of(AFlight(landing), []).Select(c => (int)(c.Due - landing).TotalDays));
        var slip = Duration.FromDays(9);
        Assert.Equal(CarePlan.Of(AFlight(landing), []).Select(c => c.Due + slip), CarePlan.Of(AFlight(landing + slip), []).Select(c => c.Due));
    }

    [Fact]
    public void Who_does_not_come_down_on_the_flight_is_not_called_for_it() => Assert.Empty(CarePlan.Of(AFlight(landing, Legs.Up), []));

    [Fact]
    public void A_contact_is_ahead_then_due_then_late() =>
        Assert.Equal([CareStanding.Ahead, CareStanding.Due, CareStanding.Late], new[] { 23, 24, 48 }.Select(hours => State(hours).Lines[0].Standing));

    [Fact]
    public void Not_being_reached_leaves_the_contact_owed()
    {
        var state = State(40, new CareNotReached("F", 1, "telephone"));
        Assert.Equal((CareStanding.Due, 1), (state.Lines[0].Standing, state.Lines[0].Attempts));
        Assert.Equal(CareStanding.Done, State(40, new CareNotReached("F", 1, "telephone"), new CareContactMade("F", 1, "telephone")).Lines[0].Standing);
    }

    [Fact]
    public void Opting_out_ends_all_further_contacts_and_no_call_is_taken_after_it()
    {
        var state = State(200, new CareContactMade("F", 1, "telephone"), new CareOptedOut("F"));
        Assert.Equal([CareStanding.Done, CareStanding.OptedOut, CareStanding.OptedOut], state.Lines.Select(l => l.Standing));
        Assert.Null(state.Next);
        Assert.Equal("opted-out", CareRules.Called(state, 7, true, "telephone", landing + Duration.FromDays(8), "s").Problems.Single().Code);
        Assert.Equal("opted-out", CareRules.OptOut(state, landing + Duration.FromDays(8), "s").Problems.Single().Code);
    }

    [Fact]
    public void Nobody_is_called_before_they_have_landed_nor_twice_for_one_contact()
    {
        Assert.Equal("not-landed", CareRules.Called(State(-5), 1, true, "telephone", landing - Duration.FromHours(5), "s").Problems.Single().Code);
        Assert.Equal("already-done", CareRules.Called(State(40, new CareContactMade("F", 1, "telephone")), 1, true, "telephone", landing + Duration.FromHours(40), "s").Problems.Single().Code);
        Assert.Equal("unknown-contact", CareRules.Called(State(40), 3, true, "telephone", landing + Duration.FromHours(40), "s").Problems.Single().Code);
    }

    [Fact]
    public void A_flag_asks_the_surgeon_once_until_the_surgeon_has_called()
    {
        var raised = State(40, new CareFlagRaised("F"));
        Assert.NotNull(raised.FlagSince);
        Assert.Equal("flag-raised", CareRules.RaiseFlag(raised, landing + Duration.FromHours(40), "s").Problems.Single().Code);
        Assert.Null(State(40, new CareFlagRaised("F"), new CareFlagAnswered("F")).FlagSince);
        Assert.Equal("no-flag", CareRules.AnswerFlag(State(40), landing + Duration.FromHours(40), "s").Problems.Single().Code);
    }

    [Fact]
    public void No_event_of_care_has_a_field_for_what_was_said() =>
        Assert.Equal(["Day", "Flight", "Means"], typeof(CareContactMade).Assembly.GetTypes().Where(t => t.Name.StartsWith("Care", StringComparison.Ordinal) && typeof(ILogEvent).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties()).Where(p => p.Name != "EqualityContract").Select(p => p.Name).Distinct().Order());

    [Fact]
    public void Silence_is_counted_from_the_landing_until_someone_hears_them()
    {
        Assert.Equal(Duration.FromHours(50), State(50).Silence(landing + Duration.FromHours(50)));
        Assert.Equal(Duration.FromHours(20), State(50, new CareContactMade("F", 1, "telephone")).Silence(landing + Duration.FromHours(50)));
    }
}
