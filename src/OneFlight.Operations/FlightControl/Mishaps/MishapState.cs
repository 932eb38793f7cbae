using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl.Mishaps;

/// <summary>A legal clock and how it stands.</summary>
/// <param name="MetAt">Null: not met.</param>
public sealed record RunningClock(MishapClock Clock, Instant? MetAt)
{
    public bool IsLate(Instant now) => (MetAt ?? now) > Clock.Due;
}

/// <summary>A mishap as its stream tells it.</summary>
/// <param name="Reporter">As shown; of a protected reporter nothing that tells who.</param>
/// <param name="ClosedAt">Null: open.</param>
public sealed record MishapState(
    string Id, MishapReported Report, MishapFacts Facts, Instant HappenedAt, Instant KnownAt, string Reporter, ImmutableArray<MishapClass> Classes,
    ImmutableArray<RunningClock> Clocks, ImmutableArray<(NotifyLine Line, MishapNotified? Told, Instant? At)> Notify, ImmutableArray<string> Frozen, Instant? FrozenAt,
    Instant? ClosedAt, MishapClosed? Closing)
{
    public const string ProtectedReporter = "protected reporter";

    /// <summary>Prefix of the streams.</summary>
    public const string Streams = "mishap/";

    /// <summary>Null: the stream is empty.</summary>
    public static MishapState? Of(ImmutableArray<LogEntry> entries)
    {
        if (entries.FirstOrDefault(e => e.Event is MishapReported) is not { } first) return null;
        var report = (MishapReported)first.Event;
        var facts = entries.Select(e => e.Event).OfType<MishapFactsCorrected>().LastOrDefault()?.Facts ?? report.Facts;
        var told = entries.Where(e => e.Event is MishapNotified).GroupBy(e => ((MishapNotified)e.Event).Line).ToDictionary(g => g.Key, g => g.First());
        var frozen = entries.FirstOrDefault(e => e.Event is RecordsFrozen);
        var closed = entries.FirstOrDefault(e => e.Event is MishapClosed);
        Instant? Met(string key) => key switch
        {
            "call" => told.GetValueOrDefault("faa")?.At,
            "report" => told.GetValueOrDefault("report")?.At,
            _ => told.GetValueOrDefault("safety")?.At ?? closed?.At,
        };
        return new(
            first.Stream[Streams.Length..], report, facts, first.At, first.KnownAt, first.Who, MishapClassifier.Classes(facts),
            [.. MishapClassifier.Clocks(facts, first.KnownAt).Select(c => new RunningClock(c, Met(c.Key)))],
            [.. Lines(facts).Select(l => (l, told.GetValueOrDefault(l.Key)?.Event as MishapNotified, told.GetValueOrDefault(l.Key)?.At))],
            (frozen?.Event as RecordsFrozen)?.What ?? [], frozen?.At, closed?.At, closed?.Event as MishapClosed);
    }

    private static IEnumerable<NotifyLine> Lines(MishapFacts facts)
    {
        var lines = MishapClassifier.Notify(facts);
        return lines.Any(l => l.Key == "faa") ? lines.Add(new("report", "FAA: written preliminary report", "14 CFR 450.173(d)", "faa")) : lines;
    }
}

/// <summary>What may be added to the record of a mishap.</summary>
public static class MishapRules
{
    /// <param name="who">As shown; with a protected reporter it is not used at all.</param>
    public static Result<ImmutableArray<NewLogEntry>> Report(
        string who, string? flight, string? title, string? what, Instant? happened, Instant? known, MishapFacts facts, bool isProtected, Instant now)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (string.IsNullOrWhiteSpace(title)) problems.Add(new("missing-value", Place.Of("title"), "nothing", "a few words"));
        if (string.IsNullOrWhiteSpace(what)) problems.Add(new("missing-value", Place.Of("what happened"), "nothing", "what was seen, without blame"));
        if (happened is null) problems.Add(new("missing-value", Place.Of("happened at"), "nothing", "a time in UTC"));
        if (known is null) problems.Add(new("missing-value", Place.Of("known at"), "nothing", "when we came to know it: the legal clocks start there"));
        if (happened > known) problems.Add(new("out-of-order", Place.Of("known at"), TimeText.Instant(known!.Value), $"not before it happened on {TimeText.Instant(happened!.Value)}"));
        if (known > now) problems.Add(new("later-than-now", Place.Of("known at"), TimeText.Instant(known.Value), $"a time up to {TimeText.Instant(now)}"));
        if (problems.Count > 0) return problems.ToImmutable();
        return ImmutableArray.Create(new NewLogEntry(
            happened!.Value, known!.Value, isProtected ? MishapState.ProtectedReporter : who, new MishapReported(flight, title!.Trim(), what!.Trim(), facts, isProtected)));
    }

    /// <summary>Ticks off who was told; a line waits for the one that comes before it.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Notified(MishapState state, string who, string? line, string? person, string? means, Instant now)
    {
        if (state.Notify.FirstOrDefault(n => n.Line.Key == line) is not { Line: { } found } row) return new Problem("unknown-line", Place.Of("line"), $"'{line}'", "a line of the checklist");
        if (row.Told is not null) return new Problem("told-already", Place.Of(found.Who), "told already", "a line that is open");
        if (found.After is { } first && state.Notify.Any(n => n.Line.Key == first && n.Told is null))
            return new Problem("out-of-order", Place.Of(found.Who), "told now", $"{state.Notify.First(n => n.Line.Key == first).Line.Who} first");
        if (string.IsNullOrWhiteSpace(person) || string.IsNullOrWhiteSpace(means)) return new Problem("missing-value", Place.Of(found.Who), "nothing", "who was told and by what means");
        return ImmutableArray.Create(NewLogEntry.Now(now, who, new MishapNotified(found.Key, person.Trim(), means.Trim())));
    }

    public static Result<ImmutableArray<NewLogEntry>> Correct(MishapState state, string who, MishapFacts facts, string? why, Instant now) =>
        state.ClosedAt is not null ? Closed()
        : string.IsNullOrWhiteSpace(why) ? new Problem("missing-value", Place.Of("why"), "nothing", "from where it is known")
        : ImmutableArray.Create(NewLogEntry.Now(now, who, new MishapFactsCorrected(facts, why.Trim())));

    public static Result<ImmutableArray<NewLogEntry>> Freeze(MishapState state, string who, Instant now) =>
        state.FrozenAt is not null ? new Problem("frozen-already", Place.Of("records"), "frozen already", "records that are not")
        : ImmutableArray.Create(NewLogEntry.Now(now, who, new RecordsFrozen(MishapClassifier.Records(state.Report.Flight))));

    /// <summary>Closes it; records must be frozen and everyone told before.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Close(MishapState state, string who, string? cause, string? corrective, Instant now)
    {
        if (state.ClosedAt is not null) return Closed();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (state.FrozenAt is null) problems.Add(new("not-frozen", Place.Of("records"), "not frozen", "frozen records before it is closed"));
        foreach (var open in state.Notify.Where(n => n.Told is null)) problems.Add(new("not-told", Place.Of(open.Line.Who), "not told", "everyone on the list told"));
        if (string.IsNullOrWhiteSpace(cause)) problems.Add(new("missing-value", Place.Of("cause"), "nothing", "the cause as found"));
        if (string.IsNullOrWhiteSpace(corrective)) problems.Add(new("missing-value", Place.Of("corrective action"), "nothing", "what was changed and how one knows that it works"));
        if (problems.Count > 0) return problems.ToImmutable();
        return ImmutableArray.Create(NewLogEntry.Now(now, who, new MishapClosed(cause!.Trim(), corrective!.Trim())));
    }

    private static Problem Closed() => new("mishap-closed", Place.Of("mishap"), "closed already", "an open mishap");
}
