using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Tests.People;

public class CurrencyTests
{
    private static readonly PersonId Ada = new("ada");

    private static Instant At(int year, int month, int day) => Instant.FromUtc(year, month, day, 12, 0);

    private static QualificationRule ARule(string type, RuleKind kind, int length = 12, int events = 1, int early = 0, int late = 0, string[]? of = null, string? role = null, string? vehicle = null) =>
        new($"R-{type}-{role}-{vehicle}", type, type, kind, length, events, early, late, [.. of ?? []], role, null, vehicle);

    private static QualificationRecord ARecord(string type, LocalDate earned, string? flight = null, LocalDate? until = null, Instant? known = null, PersonId? person = null) =>
        new($"{type}-{earned}-{flight}-{person}", person ?? Ada, type, earned, known ?? earned.PlusDays(1).AtMidnight().InUtc().ToInstant(), "sheet 1", flight, null, until);

    private static QualificationBook ABook(QualificationRule[] rules, params QualificationRecord[] records) => new([.. rules], [], [.. records], []);

    private static Occasion AnOccasion(Instant at, Instant? asOf = null, Instant? due = null, Instant? knownBy = null, int marginDays = 0, string flight = "F-1", string role = "Commander", string vehicle = "capsule") =>
        new(flight, "PrivateMission", vehicle, role, at, Duration.FromDays(marginDays), asOf ?? At(2027, 1, 1), due ?? At(2027, 3, 1), knownBy);

    private static GateLight Light(QualificationBook book, string type, Occasion occasion) => Currency.Of(book, Ada, type, occasion).Light;

    private static readonly QualificationBook Medical = ABook([ARule("medical", RuleKind.CalendarMonths)], ARecord("medical", new(2026, 3, 31)));

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(31)]
    public void A_medical_certificate_of_31_March_is_good_all_through_the_next_March(int day) =>
        Assert.Equal(GateLight.Green, Light(Medical, "medical", AnOccasion(At(2027, 3, day))));

    [Fact]
    public void A_landing_on_1_April_is_thirteen_months_after_it_and_red()
    {
        var standing = Currency.Of(Medical, Ada, "medical", AnOccasion(At(2027, 4, 1)));
        Assert.Equal(GateLight.Red, standing.Light);
        Assert.Equal("good through 31 Mar 2027, too short", standing.Words);
        Assert.Equal(new LocalDate(2027, 3, 31), standing.GoodThrough);
    }

    [Fact]
    public void A_stay_of_181_days_needs_a_certificate_issued_in_the_month_of_reentry_a_year_before()
    {
        var landing = Instant.FromUtc(2027, 1, 10, 0, 0) + Duration.FromDays(181);
        Assert.Equal(new LocalDate(2027, 7, 10), landing.InUtc().Date);
        Assert.Equal(GateLight.Red, Light(ABook([ARule("medical", RuleKind.CalendarMonths)], ARecord("medical", new(2026, 6, 30))), "medical", AnOccasion(landing)));
        Assert.Equal(GateLight.Green, Light(ABook([ARule("medical", RuleKind.CalendarMonths)], ARecord("medical", new(2026, 7, 1))), "medical", AnOccasion(landing)));
    }

    [Theory]
    [InlineData(2027, 5, 3, "2028-06-30")]
    [InlineData(2027, 6, 30, "2028-06-30")]
    [InlineData(2027, 3, 30, "2028-03-31")]
    [InlineData(2027, 8, 1, "2028-08-31")]
    public void A_renewal_in_early_grace_keeps_the_base_month_and_one_before_it_does_not(int year, int month, int day, string due)
    {
        var book = ABook([ARule("check", RuleKind.CalendarMonths, early: 1)], ARecord("check", new(2026, 6, 14)), ARecord("check", new(year, month, day)));
        var standing = Currency.Of(book, Ada, "check", AnOccasion(At(2027, 9, 1)));
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value, standing.GoodThrough);
    }

    [Fact]
    public void The_29_February_and_twelve_months_is_the_28_February()
    {
        var book = ABook([ARule("breathing", RuleKind.MonthsToTheDay)], ARecord("breathing", new(2028, 2, 29)));
        Assert.Equal(new LocalDate(2029, 2, 28), Currency.Of(book, Ada, "breathing", AnOccasion(At(2028, 6, 1))).GoodThrough);
        Assert.Equal(GateLight.Green, Light(book, "breathing", AnOccasion(At(2029, 2, 28))));
        Assert.Equal(GateLight.Red, Light(book, "breathing", AnOccasion(At(2029, 3, 1))));
    }

    private static QualificationBook Drills(params QualificationRecord[] records) => ABook(
        [ARule("emergencies", RuleKind.AllOf, of: ["fire", "leak", "smoke"]), ARule("fire", RuleKind.RollingDays, 90), ARule("leak", RuleKind.RollingDays, 90), ARule("smoke", RuleKind.RollingDays, 90)], records);

    [Fact]
    public void A_composite_of_three_with_two_renewed_is_not_current()
    {
        var book = Drills(ARecord("fire", new(2026, 9, 1)), ARecord("leak", new(2026, 9, 1)), ARecord("smoke", new(2026, 9, 1)), ARecord("fire", new(2027, 2, 1)), ARecord("leak", new(2027, 2, 1)));
        var standing = Currency.Of(book, Ada, "emergencies", AnOccasion(At(2027, 3, 20)));
        Assert.Equal(GateLight.Red, standing.Light);
        Assert.StartsWith("smoke: ", standing.Words, StringComparison.Ordinal);
        Assert.Equal([GateLight.Green, GateLight.Green, GateLight.Red], standing.Parts.Select(p => p.Light));
    }

    [Fact]
    public void A_composite_turns_with_the_first_of_its_parts()
    {
        var book = Drills(ARecord("fire", new(2027, 2, 1)), ARecord("leak", new(2027, 2, 5)), ARecord("smoke", new(2027, 2, 9)));
        var standing = Currency.Of(book, Ada, "emergencies", AnOccasion(At(2027, 3, 20)));
        Assert.Equal(GateLight.Green, standing.Light);
        Assert.Equal(new LocalDate(2027, 5, 2), standing.GoodThrough);
        Assert.Equal(Instant.FromUtc(2027, 5, 3, 0, 0), standing.TurnsAt);
    }

    [Fact]
    public void One_of_several_alternatives_is_enough()
    {
        var book = ABook([ARule("altitude", RuleKind.AnyOf, of: ["chamber", "mask"]), ARule("chamber", RuleKind.CalendarMonths, 60), ARule("mask", RuleKind.CalendarMonths, 24)], ARecord("mask", new(2026, 8, 1)));
        Assert.Equal(GateLight.Green, Light(book, "altitude", AnOccasion(At(2027, 3, 20))));
        Assert.Equal(GateLight.Unknown, Light(book with { Records = [] }, "altitude", AnOccasion(At(2027, 3, 20))));
    }

    [Fact]
    public void Events_count_within_the_days_before_the_point_and_it_turns_when_the_oldest_falls_out()
    {
        var book = ABook([ARule("approaches", RuleKind.EventsInDays, 90, events: 3)], ARecord("approaches", new(2027, 1, 1)), ARecord("approaches", new(2027, 1, 20)), ARecord("approaches", new(2027, 2, 10)));
        var standing = Currency.Of(book, Ada, "approaches", AnOccasion(At(2027, 3, 20)));
        Assert.Equal(GateLight.Green, standing.Light);
        Assert.Equal(new LocalDate(2027, 4, 1), standing.GoodThrough);
        Assert.Equal(GateLight.Red, Light(book, "approaches", AnOccasion(At(2027, 4, 2))));
        Assert.Equal("2 of 3 on record", Currency.Of(book with { Records = book.Records.RemoveAt(0) }, Ada, "approaches", AnOccasion(At(2027, 3, 20))).Words);
    }

    [Fact]
    public void What_is_earned_per_flight_counts_for_no_other()
    {
        var book = ABook([ARule("fit", RuleKind.PerFlight)], ARecord("fit", new(2027, 1, 5), "F-1"));
        Assert.Equal(GateLight.Green, Light(book, "fit", AnOccasion(At(2027, 3, 20))));
        Assert.Equal(GateLight.Unknown, Light(book, "fit", AnOccasion(At(2027, 3, 20), flight: "F-2")));
    }

    [Fact]
    public void Nothing_on_record_is_unknown_until_it_is_due_and_red_after_and_never_green()
    {
        var book = ABook([ARule("fit", RuleKind.PerFlight)]);
        var early = Currency.Of(book, Ada, "fit", AnOccasion(At(2027, 3, 20), due: At(2027, 2, 1)));
        Assert.Equal((GateLight.Unknown, At(2027, 2, 1)), (early.Light, early.TurnsAt));
        Assert.Equal(GateLight.Red, Light(book, "fit", AnOccasion(At(2027, 3, 20), asOf: At(2027, 2, 1), due: At(2027, 2, 1))));
    }

    [Fact]
    public void A_certificate_from_elsewhere_without_a_stated_end_is_unknown()
    {
        var book = ABook([ARule("pilot", RuleKind.Stated)], ARecord("pilot", new(2026, 1, 1)));
        Assert.Equal(GateLight.Unknown, Light(book, "pilot", AnOccasion(At(2027, 3, 20))));
        Assert.Equal(GateLight.Green, Light(ABook([ARule("pilot", RuleKind.Stated)], ARecord("pilot", new(2026, 1, 1), until: new(2027, 3, 20))), "pilot", AnOccasion(At(2027, 3, 20))));
    }

    [Fact]
    public void What_ends_inside_the_margin_is_amber_and_tells_when_it_turns()
    {
        var standing = Currency.Of(Medical, Ada, "medical", AnOccasion(At(2027, 3, 20), marginDays: 14));
        Assert.Equal((GateLight.Amber, Instant.FromUtc(2027, 4, 1, 0, 0)), (standing.Light, standing.TurnsAt));
    }

    [Fact]
    public void Late_grace_is_amber_and_then_red()
    {
        var book = ABook([ARule("drill", RuleKind.RollingDays, 30, late: 10)], ARecord("drill", new(2027, 2, 1)));
        Assert.Equal(GateLight.Green, Light(book, "drill", AnOccasion(At(2027, 3, 3))));
        Assert.Equal(GateLight.Amber, Light(book, "drill", AnOccasion(At(2027, 3, 13))));
        Assert.Equal(GateLight.Red, Light(book, "drill", AnOccasion(At(2027, 3, 14))));
    }

    [Fact]
    public void The_rule_that_says_most_about_role_and_vehicle_applies()
    {
        var book = ABook([ARule("drill", RuleKind.RollingDays, 200), ARule("drill", RuleKind.RollingDays, 30, role: "Commander", vehicle: "capsule"), ARule("drill", RuleKind.RollingDays, 60, role: "Commander")], ARecord("drill", new(2027, 1, 1)));
        Assert.Equal(GateLight.Red, Light(book, "drill", AnOccasion(At(2027, 2, 15))));
        Assert.Equal(GateLight.Green, Light(book, "drill", AnOccasion(At(2027, 2, 15), vehicle: "other")));
        Assert.Equal(GateLight.Green, Light(book, "drill", AnOccasion(At(2027, 6, 1), role: "Guest")));
    }

    [Fact]
    public void What_was_known_at_a_review_is_told_as_it_was_told_then()
    {
        var review = At(2027, 2, 1);
        var atTheTime = ABook([ARule("medical", RuleKind.CalendarMonths)], ARecord("medical", new(2025, 12, 5)));
        var snapshot = Currency.Of(atTheTime, Ada, "medical", AnOccasion(At(2027, 3, 20), asOf: review));
        // The paper that was signed before the review came in after it.
        var since = atTheTime with { Records = atTheTime.Records.Add(ARecord("medical", new(2027, 1, 20), known: At(2027, 2, 3))) };

        var replayed = Currency.Of(since, Ada, "medical", AnOccasion(At(2027, 3, 20), asOf: review, knownBy: review));
        Assert.Equal((snapshot.Light, snapshot.Words, snapshot.TurnsAt), (replayed.Light, replayed.Words, replayed.TurnsAt));
        Assert.Equal(GateLight.Red, replayed.Light);
        Assert.Equal(GateLight.Green, Light(since, "medical", AnOccasion(At(2027, 3, 20), asOf: review)));
    }

    [Fact]
    public void A_type_without_a_rule_and_a_rule_that_leads_back_to_itself_are_unknown()
    {
        Assert.Equal(GateLight.Unknown, Light(ABook([], ARecord("x", new(2027, 1, 1))), "x", AnOccasion(At(2027, 3, 1))));
        Assert.Equal(GateLight.Unknown, Light(ABook([ARule("a", RuleKind.AllOf, of: ["b"]), ARule("b", RuleKind.AnyOf, of: ["a"])]), "a", AnOccasion(At(2027, 3, 1))));
    }
}
