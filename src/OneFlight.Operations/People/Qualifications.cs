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
public sealed record QualificationRecord(
    string Id, PersonId Person, string Type, LocalDate Earned, Instant KnownAt, string Evidence, string? Flight = null, double? Grade = null);

/// <summary>Everything that says who is qualified for what. Rules and demands are defined by the qualification engine of this capability.</summary>
/// <param name="Rules">When a type is current.</param>
/// <param name="Demands">What a seat needs, by role and kind of flight.</param>
/// <param name="Records">What people earned, in the order in which it became known.</param>
/// <param name="Selections">Who was considered for a seat, step by step with reasons.</param>
public sealed record QualificationBook(
    ImmutableArray<QualificationRule> Rules, ImmutableArray<QualificationDemand> Demands,
    ImmutableArray<QualificationRecord> Records, ImmutableArray<SelectionStep> Selections)
{
    public static QualificationBook Empty { get; } = new([], [], [], []);
}

/// <summary>When a type of qualification is current. Grown by the people capability; the fields here are what others rely on.</summary>
/// <param name="Id">Unique in the campaign.</param>
/// <param name="Type">The type it rules.</param>
public sealed record QualificationRule(string Id, string Type, string Name);

/// <summary>What a seat role needs on a kind of flight.</summary>
/// <param name="Role">Seat role, or <c>*</c> for all.</param>
public sealed record QualificationDemand(string Id, string Role, string Type);

/// <summary>One step of choosing someone for a seat.</summary>
public sealed record SelectionStep(string Id, PersonId Person, string Flight, int Seat, string Step, string Decision, string Reason, string By, Instant At);
