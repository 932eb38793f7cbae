using NodaTime;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using static OneFlight.Tests.FlightControl.AControl;

namespace OneFlight.Tests.FlightControl;

public sealed class PollTests
{
    private static readonly Instant Asked = T0 - Duration.FromMinutes(45);
    private static Instant After(int seconds) => Asked + Duration.FromSeconds(seconds);

    private static NewLogEntry[] BothGo(double wind = 18, int valueAge = 0) =>
        [Started(), Seen(After(-valueAge), wind), Opened(Asked), Voted(After(1), "director", Director), Voted(After(2), "weather", Weather)];

    private static PollState Poll(IEnumerable<NewLogEntry> entries, Instant now, ControlBook? book = null, QualificationBook? records = null) =>
        State(entries, now, book, records).Polls.Single();

    [Fact]
    public void Every_seat_GO_on_fresh_values_within_limits_is_GO() => Assert.True(Poll(BothGo(), After(10)).Go);

    [Fact]
    public void A_vote_GO_on_a_value_70_s_old_with_a_limit_of_60_s_is_withdrawn_and_the_director_sees_why()
    {
        var poll = Poll(BothGo(valueAge: 70), After(3));

        var seat = poll.Seats.Single(s => s.Seat.Seat.Id == "weather");
        Assert.Equal(VoteStanding.Withdrawn, seat.Standing);
        Assert.Contains("72 s old, at most 60 s", seat.Why);
        Assert.False(poll.Go);
        Assert.Contains(seat.Why, poll.Words);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_value_may_be_exactly_as_old_as_its_recheck_time(int seconds, bool go) => Assert.Equal(go, Poll(BothGo(), After(seconds)).Go);

    [Fact]
    public void A_withdrawn_vote_does_not_come_back_with_the_next_value()
    {
        var poll = Poll([.. BothGo(), Seen(After(90), 18)], After(91));

        Assert.Equal(VoteStanding.Withdrawn, poll.Seats.Single(s => s.Seat.Seat.Id == "weather").Standing);
        Assert.True(Poll([.. BothGo(), Seen(After(90), 18), Voted(After(92), "weather", Weather)], After(93)).Go);
    }

    [Fact]
    public void A_poll_with_an_empty_seat_is_not_GO_whatever_the_others_say()
    {
        var book = Book(holders: [SeatHolder.Of(Flight, "director", Director)]);

        var poll = Poll([Started(), Seen(Asked, 18), Opened(Asked), Voted(After(1), "director", Director)], After(2), book);

        Assert.False(poll.Go);
        Assert.Equal(VoteStanding.EmptySeat, poll.Seats.Single(s => s.Seat.Seat.Id == "weather").Standing);
    }

    [Fact]
    public void A_poll_in_which_one_seat_has_not_answered_is_not_GO() =>
        Assert.False(Poll([Started(), Seen(Asked, 18), Opened(Asked), Voted(After(1), "director", Director)], After(2)).Go);

    [Fact]
    public void A_vote_of_a_holder_whose_qualification_has_ended_does_not_count()
    {
        var poll = Poll(BothGo(), After(10), records: Records(new LocalDate(2026, 2, 1)));

        Assert.All(poll.Seats, s => Assert.Equal(VoteStanding.NotQualified, s.Standing));
        Assert.False(poll.Go);
    }

    [Fact]
    public void A_NO_GO_is_not_GO_and_an_exception_is_with_its_comment()
    {
        Assert.False(Poll([.. BothGo(), Voted(After(3), "weather", Weather, VoteAnswer.NoGo, "gusts")], After(4)).Go);
        Assert.True(Poll([.. BothGo(), Voted(After(3), "weather", Weather, VoteAnswer.GoWithException, "one mast is out")], After(4)).Go);
    }

    [Fact]
    public void A_flicker_does_not_withdraw_a_vote_but_two_values_beyond_the_limit_do()
    {
        Assert.True(Poll([.. BothGo(), Seen(After(20), 31)], After(25)).Go);
        Assert.True(Poll([.. BothGo(), Seen(After(20), 31), Seen(After(25), 29)], After(60)).Go);
        Assert.False(Poll([.. BothGo(), Seen(After(20), 31), Seen(After(25), 31)], After(26)).Go);
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void One_value_beyond_the_limit_that_stands_for_half_the_recheck_time_withdraws(int seconds, bool go) =>
        Assert.Equal(go, Poll([.. BothGo(), Seen(After(20), 31)], After(seconds)).Go);

    [Fact]
    public void A_vote_cast_while_a_criterion_clears_does_not_count_until_it_is_clear_for_long_enough()
    {
        NewLogEntry[] clearing = [Started(), Seen(After(-60), 40), Seen(After(-20), 25), Opened(Asked), Voted(After(1), "director", Director)];

        Assert.False(Poll([.. clearing, Seen(After(5), 25), Voted(After(6), "weather", Weather)], After(7)).Go);
        Assert.True(Poll([.. clearing, Seen(After(10), 25), Voted(After(11), "weather", Weather)], After(12)).Go);
    }

    [Fact]
    public void A_closed_poll_stands_as_it_stood_when_it_was_closed() =>
        Assert.True(Poll([.. BothGo(), NewLogEntry.Now(After(10), "Director", new PollClosed("P1", true, "GO"))], After(900)).Go);

    [Theory]
    [InlineData("weather", "director", "not-the-holder")]
    [InlineData("ghost", "weather", "unknown-seat")]
    public void A_vote_of_somebody_who_does_not_sit_there_is_refused(string seat, string by, string code)
    {
        var refused = ControlRules.Vote(State([Started(), Seen(Asked, 18), Opened(Asked)], After(5)), new(new(by), by, false), "P1", seat, VoteAnswer.Go, null);

        Assert.Equal(code, Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public void A_vote_from_an_empty_seat_is_refused()
    {
        var state = State([Started(), Seen(Asked, 18), Opened(Asked)], After(5), Book(holders: [SeatHolder.Of(Flight, "director", Director)]));

        Assert.Equal("empty-seat", Assert.Single(ControlRules.Vote(state, WeatherActs, "P1", "weather", VoteAnswer.Go, null).Problems).Code);
    }

    [Fact]
    public void A_vote_of_a_holder_who_is_not_qualified_is_refused()
    {
        var state = State([Started(), Opened(Asked)], After(5), records: QualificationBook.Empty);

        Assert.Equal("not-qualified", Assert.Single(ControlRules.Vote(state, WeatherActs, "P1", "weather", VoteAnswer.Go, null).Problems).Code);
    }

    [Fact]
    public void A_vote_on_a_closed_poll_and_the_same_vote_twice_are_refused_but_a_withdrawn_one_may_be_cast_again()
    {
        Assert.Equal("vote-unchanged", Assert.Single(ControlRules.Vote(State(BothGo(), After(5)), WeatherActs, "P1", "weather", VoteAnswer.Go, null).Problems).Code);
        Assert.True(ControlRules.Vote(State(BothGo(), After(100)), WeatherActs, "P1", "weather", VoteAnswer.Go, null).Succeeded);
        var closed = State([.. BothGo(), NewLogEntry.Now(After(10), "Director", new PollClosed("P1", true, "GO"))], After(20));
        Assert.Equal("poll-closed", Assert.Single(ControlRules.Vote(closed, WeatherActs, "P1", "weather", VoteAnswer.NoGo, "late").Problems).Code);
    }

    [Fact]
    public void A_NO_GO_without_a_word_why_is_refused() =>
        Assert.Equal("missing-value", Assert.Single(ControlRules.Vote(State([Started(), Opened(Asked)], After(5)), WeatherActs, "P1", "weather", VoteAnswer.NoGo, " ").Problems).Code);

    [Fact]
    public void A_second_poll_while_one_is_open_is_refused() =>
        Assert.Equal("poll-open", Assert.Single(ControlRules.OpenPoll(State(BothGo(), After(5)), DirectorActs, "P2", "And now?", null, []).Problems).Code);
}
