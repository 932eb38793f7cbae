using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Performance;

/// <summary>How a case goes on.</summary>
public static class RecoveryRules
{
    /// <remarks>Refused: <c>no-topic</c>, <c>no-words</c>.</remarks>
    public static Result<NewLogEntry> Open(string mission, RecoveryTrigger trigger, string topic, string what, RecoverySeverity severity, Instant now, string who)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (string.IsNullOrWhiteSpace(topic)) problems.Add(new("no-topic", Place.Of("topic"), "nothing", "a word or two, such as told late"));
        if (string.IsNullOrWhiteSpace(what)) problems.Add(new("no-words", Place.Of("what happened"), "nothing", "what happened, in their words where they complained"));
        return problems.Count > 0 ? problems.ToImmutable()
            : NewLogEntry.Now(now, who, new RecoveryOpened(mission, trigger, topic.Trim(), what.Trim(), severity, now + RecoveryCase.ApologyWithin(severity)));
    }

    /// <remarks>Refused: <c>case-closed</c>, <c>apologized-before</c>, <c>no-name</c>.</remarks>
    public static Result<NewLogEntry> Apologize(RecoveryCase recovery, string by, string means, Instant now, string who) =>
        Closed(recovery) ?? (recovery.Apology is { } before ? new Problem("apologized-before", Place.Of("apology"), $"one of {TimeText.Instant(before.At)}", "one apology; a remedy goes further")
        : string.IsNullOrWhiteSpace(by) ? new Problem("no-name", Place.Of("apology by"), "nobody", "who apologized")
        : (Result<NewLogEntry>)NewLogEntry.Now(now, who, new RecoveryApologized(by.Trim(), means.Trim())));

    /// <remarks>Refused: <c>case-closed</c>, <c>no-remedy</c>.</remarks>
    public static Result<NewLogEntry> Remedy(RecoveryCase recovery, string remedy, Instant now, string who) =>
        Closed(recovery) ?? (string.IsNullOrWhiteSpace(remedy) ? new Problem("no-remedy", Place.Of("remedy"), "nothing", "what was done to put it right")
        : (Result<NewLogEntry>)NewLogEntry.Now(now, who, new RecoveryRemedied(remedy.Trim())));

    /// <summary>Closes a case on the word of the customer.</summary>
    /// <param name="verifiers">Who may give it: <see cref="RecoveryCase.Verifiers"/>.</param>
    /// <remarks>Refused: <c>case-closed</c>, <c>no-remedy</c>, <c>not-verified</c> (nobody, or not the customer), <c>no-words</c>.</remarks>
    public static Result<NewLogEntry> Close(RecoveryCase recovery, ThingId? verifiedBy, string words, ImmutableArray<ThingId> verifiers, Instant now, string who)
    {
        if (Closed(recovery) is { } closed) return closed;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (recovery.Remedies.IsEmpty) problems.Add(new("no-remedy", Place.Of("remedy"), "nothing was done", "a remedy before the customer is asked"));
        if (verifiedBy is not { } customer || !verifiers.Contains(customer))
            problems.Add(new("not-verified", Place.Of("verified by"), verifiedBy is null ? "nobody" : $"'{verifiedBy}'", "the customer: only they can say that it is put right"));
        if (string.IsNullOrWhiteSpace(words)) problems.Add(new("no-words", Place.Of("their words"), "nothing", "what they said, word for word"));
        return problems.Count > 0 ? problems.ToImmutable() : NewLogEntry.Now(now, who, new RecoveryClosed(verifiedBy!.Value, words.Trim()));
    }

    private static Result<NewLogEntry>? Closed(RecoveryCase recovery) => recovery.Closed is { } closed
        ? (Result<NewLogEntry>?)new Problem("case-closed", Place.Of($"case {recovery.Id}"), $"closed on {TimeText.Instant(closed.At)}", "an open case; a new failure opens a new one")
        : null;
}
