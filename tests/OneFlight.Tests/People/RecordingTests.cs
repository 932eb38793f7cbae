using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Tests.People;

public class RecordingTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32);
    private static readonly PersonId Ada = new("ada");
    private static readonly PeopleBook People = new([], [new(Ada, "Ada", null, "UTC", null, [], []) { Born = new(1990, 5, 6) }]);
    private static readonly QualificationBook Book = new(
        [new("R1", "medical", "Medical certificate", RuleKind.CalendarMonths, 12), new("R2", "fit", "Suit fit"), new("R3", "all", "All", RuleKind.AllOf, Of: ["medical"])], [], [], []);

    private static Result<QualificationBook> Record(LocalDate? earned = null, string type = "medical", string person = "ada", string? flight = null, LocalDate? until = null, string evidence = "sheet 1", double? grade = null) =>
        Recording.Record(Book, People, new HashSet<string> { "F-1" }, new("q1", new(person), type, earned ?? new(2027, 2, 1), Now, evidence, flight, grade, until), Now);

    [Fact]
    public void What_was_earned_is_added_at_the_end() => Assert.Equal("q1", Assert.Single(Record().Value.Records).Id);

    [Fact]
    public void A_certificate_from_before_the_person_was_born_is_refused_without_telling_the_day_of_birth()
    {
        var problem = Assert.Single(Record(earned: new(1990, 5, 5)).Problems);
        Assert.Equal("certificate-before-birth", problem.Code);
        Assert.DoesNotContain("1990-05-06", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certificate-in-the-future", 2027, 2, 20, "medical", "ada", null)]
    [InlineData("unknown-type", 2027, 2, 1, "juggling", "ada", null)]
    [InlineData("unknown-type", 2027, 2, 1, "all", "ada", null)]
    [InlineData("unknown-person", 2027, 2, 1, "medical", "nobody", null)]
    [InlineData("unknown-flight", 2027, 2, 1, "fit", "ada", "F-9")]
    [InlineData("no-flight", 2027, 2, 1, "fit", "ada", null)]
    public void What_cannot_be_is_refused(string code, int year, int month, int day, string type, string person, string? flight) =>
        Assert.Equal(code, Assert.Single(Record(new(year, month, day), type, person, flight).Problems).Code);

    [Fact]
    public void Every_reason_is_told_at_once() =>
        Assert.Equal(["ends-before-earned", "no-evidence", "wrong-grade"], Record(until: new(2026, 1, 1), evidence: " ", grade: 3).Problems.Select(p => p.Code));

    [Fact]
    public void The_same_is_not_recorded_twice()
    {
        var twice = Recording.Record(Record().Value, People, new HashSet<string>(), new("q2", Ada, "medical", new(2027, 2, 1), Now, "sheet 1"), Now);
        Assert.Equal("already-recorded", Assert.Single(twice.Problems).Code);
    }

    private static Result<QualificationBook> Select(QualificationBook? book = null, string decision = "chosen", string reason = "knows the vehicle", int seat = 1, string step = "board") =>
        Recording.Select(book ?? Book, People, new HashSet<int> { 1, 2 }, new("s1", Ada, "F-1", seat, step, decision, reason, "training lead", Now));

    [Fact]
    public void A_step_of_choosing_needs_a_reason_a_seat_and_words_of_the_list()
    {
        Assert.Single(Select().Value.Selections);
        Assert.Equal("no-reason", Assert.Single(Select(reason: " ").Problems).Code);
        Assert.Equal("unknown-seat", Assert.Single(Select(seat: 7).Problems).Code);
        Assert.Equal(["unknown-step", "unknown-decision"], Select(step: "coffee", decision: "perhaps").Problems.Select(p => p.Code));
        Assert.Equal("decided", Assert.Single(Select(Select().Value).Problems).Code);
    }
}
