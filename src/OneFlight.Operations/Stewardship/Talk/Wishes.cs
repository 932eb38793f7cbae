using System.Collections.Immutable;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>What is asked of a customer once, for everyone who looks after them.</summary>
public enum WishTopic { Cabin, Dining, Family, Privacy }

/// <summary>A wish as it was told. Stream <c>wishes/MISSION</c>, compartment family.</summary>
public sealed record WishRecorded(WishTopic Topic, string Words, string SaidBy) : ILogEvent;

/// <summary>The wish that stands.</summary>
public sealed record Wish(WishTopic Topic, string Words, string SaidBy, LogEntry Entry);

/// <summary>Wishes are asked once: what is known is not asked again, and the same is not entered twice.</summary>
public static class WishRules
{
    public static string StreamOf(MissionId mission) => $"wishes/{mission}";

    /// <summary>The latest words on each topic that was told.</summary>
    public static ImmutableArray<Wish> Known(ImmutableArray<LogEntry> entries) =>
    [
        .. entries.Where(e => e.Event is WishRecorded).GroupBy(e => ((WishRecorded)e.Event).Topic).OrderBy(g => g.Key)
            .Select(g => g.Last()).Select(e => new Wish(((WishRecorded)e.Event).Topic, ((WishRecorded)e.Event).Words, ((WishRecorded)e.Event).SaidBy, e)),
    ];

    /// <summary>Topics that nobody has asked about yet.</summary>
    public static ImmutableArray<WishTopic> StillToAsk(ImmutableArray<LogEntry> entries) => [.. Enum.GetValues<WishTopic>().Except(Known(entries).Select(w => w.Topic))];

    /// <param name="changes">True: they changed their mind and said so.</param>
    /// <remarks>Refused: <c>no-words</c>, <c>no-speaker</c>, and <c>already-asked</c> when the topic is answered and nothing changed.</remarks>
    public static Result<WishRecorded> Record(ImmutableArray<LogEntry> entries, WishTopic topic, string? words, string? saidBy, bool changes)
    {
        var where = Place.Of(topic.ToString().ToLowerInvariant());
        if (string.IsNullOrWhiteSpace(words)) return new Problem("no-words", where, "nothing", "what they wish, in their words");
        if (string.IsNullOrWhiteSpace(saidBy)) return new Problem("no-speaker", where, "nobody", "who said it");
        var known = Known(entries).FirstOrDefault(w => w.Topic == topic);
        if (known is not null && (!changes || known.Words == words.Trim()))
            return new Problem("already-asked", where, $"answered {TimeText.Day(known.Entry.At)} to {known.Entry.Who}", "a topic not asked yet, or other words because they changed their mind");
        return new WishRecorded(topic, words.Trim(), saidBy.Trim());
    }
}
