using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Safety;

/// <summary>What binds us to a requirement.</summary>
public enum BoundBy { Law, Contract, Guidance, Practice, Note }

/// <summary>One requirement, in our own words.</summary>
/// <param name="AppliesTo">Some of operator, crew, participant, vehicle, flight, cargo.</param>
/// <param name="Recurrence">How often it must be shown: <c>per-flight</c>, <c>P12M</c>, <c>continuous</c>…</param>
/// <param name="Gate">Which gate asks for it; null: it stands at all times and no gate asks.</param>
/// <param name="CheckHint">How a machine could see it; a hint, not run.</param>
/// <param name="Confidence">H, M or L: how sure we are of the row.</param>
/// <param name="TextSeen">Y: the paragraph was read; P: part of it; N: from memory.</param>
public sealed record Requirement(
    string Id, string Section, string Citation, BoundBy Binding, ImmutableArray<string> AppliesTo, ImmutableArray<string> Phases, string Text,
    string EvidenceExpected, string Recurrence, Gate? Gate, string CheckHint, string Confidence, string TextSeen)
{
    /// <summary>True when the same evidence serves every flight, as a license or an audit does.</summary>
    public bool ForAllFlights => Recurrence is "continuous" or "on-change" or "per-licence" or "per-vehicle-config" or "once" or "per-baseline" or "event-driven"
        || (Recurrence.StartsWith('P') && !Recurrence.Contains("calendar", StringComparison.Ordinal));
}

public enum Applicability { Applies, NotApplicable, AlternativeMeans }

/// <summary>A person's decision about one requirement on one flight.</summary>
/// <param name="Means">The other means by which it is met; null unless <see cref="Applicability.AlternativeMeans"/>.</param>
public sealed record TailoringDecision(string Id, FlightId Flight, string Requirement, Applicability Applicability, string Reason, string? Means, string By, Instant At);

/// <summary>What shows that a requirement is met.</summary>
/// <param name="Flight">Null: it serves every flight.</param>
/// <param name="Effective">From when it holds, which may be long before we had it.</param>
/// <param name="Received">When it came to us.</param>
/// <param name="ValidUntil">Null: it does not run out.</param>
/// <param name="Source">Where it comes from and how it is found again.</param>
/// <param name="Hash">SHA-256 of the file or record, in lower-case hexadecimal.</param>
public sealed record Evidence(
    string Id, FlightId? Flight, string Requirement, string Title, Instant Effective, Instant Received, Instant? ValidUntil, string Source, string Hash);
