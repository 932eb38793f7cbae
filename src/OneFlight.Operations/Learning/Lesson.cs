using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Learning;

// Streams lesson/ID.

/// <param name="From">What it was learned from: a flight, a mission, a mishap.</param>
/// <param name="What">What happened.</param>
/// <param name="Wanted">What should change so that it goes better.</param>
public sealed record LessonProposed(string Title, ThingId From, string What, string Wanted) : ILogEvent;

/// <param name="Changed">What was changed for it.</param>
/// <param name="Revision">The revision in which that differs from the one before.</param>
public sealed record LessonApplied(ThingId Changed, int Revision) : ILogEvent;

/// <param name="Why">Why nothing will change.</param>
public sealed record LessonDropped(string Why) : ILogEvent;

/// <summary>One lesson. It counts only once it changed something.</summary>
public sealed record Lesson(string Id, LessonProposed Proposed, LogEntry First, LogEntry? Applied, LogEntry? Dropped)
{
    public const string Prefix = "lesson/";

    public bool Counts => Applied is not null;
    public bool IsOpen => Applied is null && Dropped is null;

    public static string StreamOf(string id) => Prefix + id;

    /// <param name="entries">One stream; null when it does not begin with a proposal.</param>
    public static Lesson? Of(ImmutableArray<LogEntry> entries) => entries is [{ Event: LessonProposed proposed } first, ..]
        ? new(first.Stream[Prefix.Length..], proposed, first, entries.FirstOrDefault(e => e.Event is LessonApplied), entries.FirstOrDefault(e => e.Event is LessonDropped))
        : null;

    /// <summary>All lessons, the open ones first, then the latest.</summary>
    /// <param name="entries">All streams of lessons.</param>
    public static ImmutableArray<Lesson> All(ImmutableArray<LogEntry> entries) =>
        [.. entries.GroupBy(e => e.Stream).Select(g => Of([.. g])).OfType<Lesson>().OrderBy(l => !l.IsOpen).ThenByDescending(l => l.First.At).ThenBy(l => l.Id, StringComparer.Ordinal)];
}

/// <summary>How a lesson comes to count.</summary>
public static class LessonRules
{
    /// <summary>What a lesson may change: kinds of parts of a plan. Changing a flight is flying it, not learning from it.</summary>
    public static readonly ImmutableArray<string> Learnable =
        ["template", "template-activity", "promise-rule", "qualification-rule", "qualification-demand", "procedure", "commit-criterion", "contingency", "curriculum", "hazard", "requirement", "journey-step", "medical-measure"];

    /// <remarks>Refused: <c>no-title</c>, <c>no-words</c>, <c>unknown-event</c>.</remarks>
    public static Result<NewLogEntry> Propose(string title, ThingId? from, string what, string wanted, Instant now, string who)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (string.IsNullOrWhiteSpace(title)) problems.Add(new("no-title", Place.Of("title"), "nothing", "the lesson in one line"));
        if (string.IsNullOrWhiteSpace(what)) problems.Add(new("no-words", Place.Of("what happened"), "nothing", "what happened"));
        if (string.IsNullOrWhiteSpace(wanted)) problems.Add(new("no-words", Place.Of("what should change"), "nothing", "what should change"));
        if (from is null) problems.Add(new("unknown-event", Place.Of("learned from"), "nothing of this campaign", "a flight or mission of this campaign"));
        return problems.Count > 0 ? problems.ToImmutable() : NewLogEntry.Now(now, who, new LessonProposed(title.Trim(), from!.Value, what.Trim(), wanted.Trim()));
    }

    /// <param name="differs">True when the thing in that revision differs from the revision before; null: there is no such revision after the first.</param>
    /// <remarks>Refused: <c>lesson-closed</c>, <c>not-learnable</c>, <c>unknown-revision</c>, <c>nothing-changed</c>.</remarks>
    public static Result<NewLogEntry> Apply(Lesson lesson, ThingId changed, int revision, bool? differs, Instant now, string who)
    {
        if (!lesson.IsOpen) return new Problem("lesson-closed", Place.Of($"lesson {lesson.Id}"), lesson.Counts ? "applied before" : "dropped before", "an open lesson");
        if (!Learnable.Contains(changed.Kind)) return new Problem("not-learnable", Place.Of("what it changed"), $"'{changed}'", "one of the kinds " + string.Join(", ", Learnable));
        if (differs is null) return new Problem("unknown-revision", Place.Of("revision"), $"'{revision}'", "a revision of this campaign after its first");
        if (differs is false) return new Problem("nothing-changed", Place.Of("what it changed"), $"{changed} is in revision {revision} what it was before", "a revision in which it differs: a lesson counts when it changed something");
        return NewLogEntry.Now(now, who, new LessonApplied(changed, revision));
    }

    /// <remarks>Refused: <c>lesson-closed</c>, <c>no-words</c>.</remarks>
    public static Result<NewLogEntry> Drop(Lesson lesson, string why, Instant now, string who) =>
        !lesson.IsOpen ? new Problem("lesson-closed", Place.Of($"lesson {lesson.Id}"), lesson.Counts ? "applied before" : "dropped before", "an open lesson")
        : string.IsNullOrWhiteSpace(why) ? new Problem("no-words", Place.Of("why"), "nothing", "why nothing will change")
        : NewLogEntry.Now(now, who, new LessonDropped(why.Trim()));
}
