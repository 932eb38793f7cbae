using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Performance;

/// <summary>What opened a case.</summary>
public enum RecoveryTrigger { Promise, Complaint, Observation }

public enum RecoverySeverity { Minor, Serious, Grave }

// Streams recovery/ID.

/// <summary>We failed someone, or they say so.</summary>
/// <param name="Topic">In a word or two, the same for the same failure: "told late".</param>
/// <param name="What">In their words where they complained.</param>
/// <param name="ApologyBy">When they must have heard from us.</param>
public sealed record RecoveryOpened(string Mission, RecoveryTrigger Trigger, string Topic, string What, RecoverySeverity Severity, Instant ApologyBy) : ILogEvent;

/// <param name="By">Who apologized, by name.</param>
public sealed record RecoveryApologized(string By, string Means) : ILogEvent;

/// <param name="Remedy">What was done to put it right.</param>
public sealed record RecoveryRemedied(string Remedy) : ILogEvent;

/// <summary>The customer says that it is put right; nothing else closes a case.</summary>
/// <param name="VerifiedBy">The customer, as <c>kind:id</c>.</param>
/// <param name="Words">Verbatim.</param>
public sealed record RecoveryClosed(ThingId VerifiedBy, string Words) : ILogEvent;
