using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Learning;

/// <summary>Proposes a lesson from something that happened.</summary>
public sealed class ProposeLesson(LogbookStore logbook)
{
    private const int Most = 9_999;

    /// <remarks>Refused: what <see cref="LessonRules.Propose"/> refuses; <c>too-many-lessons</c>.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> Run(OpenCampaign open, string title, ThingId? from, string what, string wanted, Instant now, string who, CancellationToken stop)
    {
        var known = from is { } thing && open.Statement.Find(thing) is not null ? from : null;
        var taken = Lesson.All(await logbook.ReadAll(open.Id, Compartment.Operations, Lesson.Prefix, stop)).Length;
        for (var number = taken + 1; number <= Most; number++)
        {
            var stream = Lesson.StreamOf(string.Create(CultureInfo.InvariantCulture, $"L-{number:000}"));
            var proposed = await logbook.Change(open.Id, Compartment.Operations, stream, before => !before.IsEmpty ? ImmutableArray<NewLogEntry>.Empty
                : LessonRules.Propose(title, known, what, wanted, now, who).Then(e => (Result<ImmutableArray<NewLogEntry>>)ImmutableArray.Create(e)), stop);
            if (!proposed.Succeeded || !proposed.Value.IsEmpty) return proposed;
        }
        return new Problem("too-many-lessons", Place.Of("lesson"), $"{Most} lessons", "fewer");
    }
}

/// <summary>Makes a lesson count: it points at what it changed, and the revision that changed it is looked at.</summary>
public sealed class ApplyLesson(LogbookStore logbook, LessonEvidence evidence, KeepFact keep)
{
    /// <remarks>Refused: <c>unknown-lesson</c>, what <see cref="LessonRules.Apply"/> refuses, and what <see cref="KeepFact"/> refuses.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> Run(OpenCampaign open, string id, ThingId changed, int revision, Instant now, Viewer viewer, CancellationToken stop)
    {
        var differs = await evidence.Differs(open.Id, revision, changed, stop);
        Result<ImmutableArray<NewLogEntry>> Decide(ImmutableArray<LogEntry> before) => Lesson.Of(before) is { } lesson
            ? LessonRules.Apply(lesson, changed, revision, differs, now, viewer.Name).Then(e => (Result<ImmutableArray<NewLogEntry>>)ImmutableArray.Create(e))
            : new Problem("unknown-lesson", Place.Of("lesson"), $"'{id}'", "a lesson of this campaign");

        var before = await logbook.Read(open.Id, Compartment.Operations, Lesson.StreamOf(id), stop);
        var decided = Decide(before);
        if (!decided.Succeeded) return decided.Problems;
        // First the plan, then the log: what is kept twice is the same, and a half is mended by trying again.
        var title = Lesson.Of(before)!.Proposed.Title;
        var kept = await keep.Run(open.Id, viewer, $"lesson {id} applied: {title}", campaign => With(campaign, new(id, title, changed, revision)), stop);
        return kept.Succeeded ? await logbook.Change(open.Id, Compartment.Operations, Lesson.StreamOf(id), Decide, stop) : kept.Problems;
    }

    private static Result<Campaign> With(Campaign campaign, AppliedLesson lesson) => campaign.Learning.Applied.Any(a => a.Id == lesson.Id)
        ? campaign : campaign with { Learning = campaign.Learning with { Applied = [.. campaign.Learning.Applied, lesson] } };
}

/// <summary>Drops a lesson, with the reason.</summary>
public sealed class DropLesson(LogbookStore logbook)
{
    /// <remarks>Refused: <c>unknown-lesson</c>, and what <see cref="LessonRules.Drop"/> refuses.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Run(OpenCampaign open, string id, string why, Instant now, string who, CancellationToken stop) =>
        logbook.Change(open.Id, Compartment.Operations, Lesson.StreamOf(id), before => Lesson.Of(before) is { } lesson
            ? LessonRules.Drop(lesson, why, now, who).Then(e => (Result<ImmutableArray<NewLogEntry>>)ImmutableArray.Create(e))
            : new Problem("unknown-lesson", Place.Of("lesson"), $"'{id}'", "a lesson of this campaign"), stop);
}
