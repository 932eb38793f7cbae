using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.People;

/// <summary>For what a qualification is asked: a seat of a flight, at one instant of it.</summary>
/// <param name="At">The instant at which it must hold, such as landing plus reserve.</param>
/// <param name="Margin">What ends within this after <paramref name="At"/> is amber.</param>
/// <param name="AsOf">From when one looks: whether a thing not yet earned is late.</param>
/// <param name="Due">When it must be on record.</param>
/// <param name="KnownBy">Only what was known by then counts, as at a review; null: all that is known.</param>
public sealed record Occasion(
    string Flight, string FlightKind, string? VehicleType, string Role, Instant At, Duration Margin, Instant AsOf, Instant Due, Instant? KnownBy = null);

/// <summary>How a qualification stands for an occasion. Words never name the occasion's dates, so a standing changes only when its light or evidence does.</summary>
/// <param name="Rule">By which rule; null: no rule says.</param>
/// <param name="GoodThrough">The last day on which it is good, grace counted; null: no end, or not known.</param>
/// <param name="TurnsAt">When a light that is not red turns red by itself; null: it does not, or nobody knows.</param>
/// <param name="Evidence">The records that it stands on, the latest first.</param>
/// <param name="Parts">Of any-of and all-of: how each of the others stands.</param>
public sealed record Standing(
    string Type, GateLight Light, string Words, QualificationRule? Rule, LocalDate? GoodThrough, Instant? TurnsAt,
    ImmutableArray<QualificationRecord> Evidence, ImmutableArray<Standing> Parts);
