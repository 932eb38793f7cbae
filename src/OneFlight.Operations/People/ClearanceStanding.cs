using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.People;

/// <summary>How the surgeon's word stands for a time: fit until when, and never why.</summary>
public sealed record ClearanceStanding(GateLight Light, string Words, Instant? TurnsAt)
{
    /// <param name="clearance">The person's standing clearance; null: none was issued, which is not known.</param>
    /// <param name="from">When the flight takes the person on.</param>
    /// <param name="at">Through when they must be fit.</param>
    public static ClearanceStanding Of(Clearance? clearance, Person person, Instant from, Instant at, Duration margin)
    {
        if (person.Unfit.Any(u => u.From < at && from < (u.To ?? Instant.MaxValue))) return new(GateLight.Red, "not cleared for these dates", null);
        return clearance switch
        {
            null => new(GateLight.Unknown, "no clearance issued", null),
            { Fitness: Fitness.NotFit } => new(GateLight.Red, "not fit", null),
            { Fitness: Fitness.Unknown } => new(GateLight.Unknown, "not known", null),
            { Until: null } => new(GateLight.Unknown, $"{Told(clearance)}, until when is not known", null),
            { Until: { } until } when at + margin <= until => new(GateLight.Green, Told(clearance), until),
            { Until: { } until } when at <= until => new(GateLight.Amber, $"{Told(clearance)}, which ends within the margin", until),
            { Until: { } until } => new(GateLight.Red, $"{Told(clearance)} until {TimeText.Day(until)}, too short", null),
        };
    }

    /// <summary>Fit, fit with its limits, not fit, or not known.</summary>
    public static string Told(Clearance clearance) => clearance.Fitness switch
    {
        Fitness.Fit => "fit",
        Fitness.FitWithLimits => $"fit with limits: {string.Join(", ", clearance.Limits)}",
        Fitness.NotFit => "not fit",
        _ => "not known",
    };
}
