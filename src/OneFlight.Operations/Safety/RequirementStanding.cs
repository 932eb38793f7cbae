using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Safety;

/// <summary>How a requirement stands on a flight.</summary>
/// <param name="Words">What shows that it is met, or what is missing.</param>
/// <param name="Drawn">True: from the flight's own records; false: it was handed in, or is missing.</param>
/// <param name="Evidence">The last that was handed in; null: none, or it was drawn.</param>
/// <param name="Due">By when it must be shown; null: no gate asks, or the flight has no date.</param>
public sealed record RequirementStanding(
    Requirement Requirement, Tailored Tailored, GateLight Light, string Words, bool Drawn, Evidence? Evidence, Instant? TurnsAt, Instant? Due)
{
    /// <summary>Before this much time is left to renew, evidence that will run out is amber and not red.</summary>
    private static readonly Duration timeToRenew = Duration.FromDays(30);

    internal static RequirementStanding Of(Requirement requirement, Tailored tailored, DrawnFrom from, Evidence? handedIn)
    {
        var due = requirement.Gate is { } gate ? GateTimes.Of(from.Flight, gate) : null;
        if (tailored.Applicability == Applicability.NotApplicable) return new(requirement, tailored, GateLight.NotApplicable, tailored.Reason, false, null, null, due);
        // What was handed in for this very row goes before what is drawn only when nothing can be drawn.
        if (DrawnEvidence.Of(requirement, from) is { } drawn) return new(requirement, tailored, drawn.Light, drawn.Words, true, null, drawn.TurnsAt, due);
        var (light, words, turns) = Judge(requirement, from, handedIn, due);
        return new(requirement, tailored, light, words, false, handedIn, turns, due);
    }

    private static (GateLight Light, string Words, Instant? TurnsAt) Judge(Requirement requirement, DrawnFrom from, Evidence? evidence, Instant? due)
    {
        var now = from.Facts.Now;
        if (evidence is null)
            return due is { } by && by <= now ? (GateLight.Red, $"no evidence, due {TimeText.Day(by)}", null)
                : (GateLight.Unknown, due is { } later ? $"no evidence yet, due {TimeText.Day(later)}" : "no evidence", null);
        if (evidence.Effective > now) return (GateLight.Unknown, $"takes effect {TimeText.Day(evidence.Effective)}", null);
        if (evidence.ValidUntil is not { } until) return (GateLight.Green, evidence.Title, null);

        // What must hold at all times must hold until everyone is back; the rest until its gate.
        var needed = requirement.ForAllFlights || requirement.Recurrence.StartsWith('P') ? GateTimes.LandingAndReserve(from.Flight) ?? due : due;
        if (needed is null) return (GateLight.Unknown, $"{evidence.Title}: the flight has no date to hold it against", null);
        if (until >= needed) return (GateLight.Green, evidence.Title, until);
        return until > now + timeToRenew ? (GateLight.Amber, $"{evidence.Title} ends before {TimeText.Day(needed.Value)}", until)
            : (GateLight.Red, until <= now ? $"{evidence.Title} ran out" : $"{evidence.Title} ends {TimeText.Day(until)}, before {TimeText.Day(needed.Value)}", null);
    }
}
