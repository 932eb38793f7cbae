using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.People;

/// <summary>What the surgeon lets the rest know about a person. There is no field for a finding.</summary>
public enum Fitness { Unknown, Fit, FitWithLimits, NotFit }

/// <summary>A clearance as the rest sees it; issued by the medical capability, superseded by a later one of the same person.</summary>
/// <param name="IssuedAt">When the surgeon decided.</param>
/// <param name="Until">Fit until then; null: not known, which is never green.</param>
/// <param name="Limits">Operational limits in plain words: "no spacewalk"; never a diagnosis.</param>
public sealed record Clearance(string Id, PersonId Person, Fitness Fitness, Instant IssuedAt, Instant? Until, ImmutableArray<string> Limits);

/// <summary>Something a person earned: a certificate, a session passed, a board's decision. Append-only; a renewal is another record.</summary>
/// <param name="Type">What it qualifies in: <c>module:PAM-03</c> of a curriculum, or <c>pilot-certificate</c>.</param>
/// <param name="Earned">The local date on which it was earned, at the place that issued it.</param>
/// <param name="KnownAt">When we came to know it, so that what was known at a review can be told.</param>
/// <param name="Evidence">Where the proof lies, such as "attendance sheet 4412".</param>
/// <param name="Flight">Held for this flight only; null: for any.</param>
/// <param name="Grade">0 to 1; null: passed without a grade.</param>
/// <param name="Until">The last day on which it is good, as its issuer states; null: the rule says, or nobody knows.</param>
public sealed record QualificationRecord(
    string Id, PersonId Person, string Type, LocalDate Earned, Instant KnownAt, string Evidence, string? Flight = null, double? Grade = null, LocalDate? Until = null);

/// <summary>Everything that says who is qualified for what.</summary>
/// <param name="Rules">When a type is current.</param>
/// <param name="Demands">What a seat needs, by role and kind of flight.</param>
/// <param name="Records">What people earned, in the order in which it became known.</param>
/// <param name="Selections">Who was considered for a seat, step by step with reasons.</param>
public sealed record QualificationBook(
    ImmutableArray<QualificationRule> Rules, ImmutableArray<QualificationDemand> Demands,
    ImmutableArray<QualificationRecord> Records, ImmutableArray<SelectionStep> Selections)
{
    public static QualificationBook Empty { get; } = new([], [], [], []);

    /// <summary>How far past landing things must hold, at most one for each kind of flight.</summary>
    public ImmutableArray<FlightReserve> Reserves { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What the medical program asks of people; no finding.</summary>
    public ImmutableArray<MedicalMeasure> Measures { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The reserve of a kind of flight; of one that has none of its own, that of <c>*</c>; else a week.</summary>
    public FlightReserve ReserveFor(string flightKind) =>
        Reserves.FirstOrDefault(r => r.FlightKind == flightKind) ?? Reserves.FirstOrDefault(r => r.FlightKind == QualificationDemand.Any) ?? new(flightKind, 7, 14);

    /// <summary>What a person earned, in the order in which it became known.</summary>
    public IEnumerable<QualificationRecord> RecordsOf(PersonId person) => byPerson.GetValue(this, book => new(book.Records.ToLookup(r => r.Person))).Of[person];

    // A book never changes, so its records are put in order once, however many seats ask.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<QualificationBook, ByPerson> byPerson = [];

    private sealed record ByPerson(ILookup<PersonId, QualificationRecord> Of);

    /// <summary>What a type is called: as its rule says; the type itself where no rule names it.</summary>
    public string NameOf(string type) => Rules.FirstOrDefault(r => r.Type == type)?.Name ?? type;
}

/// <summary>How far past landing what a seat demands must hold.</summary>
/// <param name="FlightKind">Such as <c>PrivateMission</c>; <c>*</c> for all that have none of their own. Unique.</param>
/// <param name="Days">Days after landing through which things are checked: a landing that comes late is still covered.</param>
/// <param name="MarginDays">What ends within so many days after that is amber.</param>
public sealed record FlightReserve(string FlightKind, int Days, int MarginDays);

/// <summary>How a rule tells until when something is good.</summary>
public enum RuleKind
{
    /// <summary>So many calendar months after the month it was earned in, to the end of that month; a renewal in grace keeps the month.</summary>
    CalendarMonths,

    /// <summary>So many months to the day; the 29 February becomes the 28th where there is none.</summary>
    MonthsToTheDay,

    /// <summary>So many days after it was earned.</summary>
    RollingDays,

    /// <summary>So many times within the last so many days.</summary>
    EventsInDays,

    /// <summary>Anew for every flight, and good for all of it.</summary>
    PerFlight,

    /// <summary>Once for good.</summary>
    Once,

    /// <summary>Any one of several other types.</summary>
    AnyOf,

    /// <summary>Each of several other types.</summary>
    AllOf,

    /// <summary>Issued elsewhere with an end that the issuer states.</summary>
    Stated,
}

/// <summary>When a type of qualification is current.</summary>
/// <param name="Id">Unique in the campaign.</param>
/// <param name="Type">The type it rules.</param>
/// <param name="Length">Months or days, by the kind; of no meaning for the others.</param>
/// <param name="Events">How many within the days, of <see cref="RuleKind.EventsInDays"/>.</param>
/// <param name="EarlyGrace">Months before the due month in which a renewal keeps it.</param>
/// <param name="LateGrace">Months (days, where the rule counts days) past the end in which it is still accepted, as amber.</param>
/// <param name="Of">The other types of <see cref="RuleKind.AnyOf"/> and <see cref="RuleKind.AllOf"/>.</param>
/// <param name="Role">For this seat role only; null: for all. Of several rules of a type the one that says most applies.</param>
/// <param name="FlightKind">For this kind of flight only; null: for all.</param>
/// <param name="VehicleType">For this type of vehicle only; null: for all.</param>
/// <param name="Source">Where the rule stands, such as "14 CFR 460.5(e)".</param>
/// <param name="Confidence">H, M or L: how far to trust the source; empty: the operator's own.</param>
public sealed record QualificationRule(
    string Id, string Type, string Name, RuleKind Kind = RuleKind.PerFlight, int Length = 0, int Events = 1, int EarlyGrace = 0, int LateGrace = 0,
    ImmutableArray<string> Of = default, string? Role = null, string? FlightKind = null, string? VehicleType = null, string Source = "", string Confidence = "")
{
    public ImmutableArray<string> Of { get => field.IsDefault ? [] : field; init; } = Of;
}

/// <summary>What a seat role needs on a kind of flight.</summary>
/// <param name="Role">Seat role, or <c>*</c> for all.</param>
/// <param name="FlightKind">Null: of every kind.</param>
/// <param name="VehicleType">Null: on every type of vehicle.</param>
/// <param name="Station">Where the flight goes; null: anywhere.</param>
/// <param name="DueDays">Days before liftoff by which it must be on record. Until then a thing not yet earned is not known, after it is red.</param>
/// <param name="Gate">The gate whose row it is.</param>
/// <param name="Holder">The role that sees to it.</param>
public sealed record QualificationDemand(
    string Id, string Role, string Type, string? FlightKind = null, string? VehicleType = null, string? Station = null, int DueDays = 0,
    Gate Gate = Gate.CrewQualification, string Holder = "training lead")
{
    /// <summary>Stands for every role, or every kind of flight.</summary>
    public const string Any = "*";
}

/// <summary>One step of choosing someone for a seat.</summary>
public sealed record SelectionStep(string Id, PersonId Person, string Flight, int Seat, string Step, string Decision, string Reason, string By, Instant At);

/// <summary>One line of what the medical program does and who may see it, from <c>data/medical-measures.csv</c>.</summary>
/// <param name="When">Such as "entry and 12 monthly".</param>
/// <param name="Visibility">Who sees what of it, such as "clinic full; mission roles status only".</param>
/// <param name="Limit">The measure or limit; empty: none.</param>
/// <param name="Confidence">H, M or L.</param>
public sealed record MedicalMeasure(
    string Id, string Group, string Item, string When, ImmutableArray<string> AppliesTo, string Visibility, string Limit, string Note, string Confidence)
{
    public ImmutableArray<string> AppliesTo { get => field.IsDefault ? [] : field; init; } = AppliesTo;
}
