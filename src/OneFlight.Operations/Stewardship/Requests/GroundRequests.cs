using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>How quickly a person of ours answers.</summary>
public sealed record ServiceStandard(string Id, string Name, Duration FirstAnswer, Duration NextAnswer)
{
    /// <summary>Judged defaults of the stewardship model: two working hours on the ground, fifteen minutes from the day before launch to landing.</summary>
    public static readonly ServiceStandard Ground = new("ground", "two working hours", Duration.FromHours(2), Duration.FromHours(2)),
        Flight = new("flight", "15 minutes, day and night", Duration.FromMinutes(15), Duration.FromMinutes(15));
}

/// <summary>Requests on the ground, read from their streams.</summary>
public static class GroundRequests
{
    public const string Prefix = "request/";

    public static string StreamOf(MissionId mission, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{mission}-{number}");

    /// <summary>All requests of some entries, those that wait longest for us first, then open ones, then resolved ones.</summary>
    /// <param name="clockOf">The clock and standard of a request of a mission that is opened at an instant.</param>
    public static ImmutableArray<GroundRequest> Of(ImmutableArray<LogEntry> entries, Func<MissionId, Instant, (ServiceClock Clock, ServiceStandard Standard)> clockOf, Instant now) =>
    [
        .. entries.Where(e => e.Stream.StartsWith(Prefix, StringComparison.Ordinal)).GroupBy(e => e.Stream, StringComparer.Ordinal).Select(g => One([.. g], clockOf, now)).OfType<GroundRequest>()
            .OrderBy(r => !r.IsOpen).ThenBy(r => r.Running?.Due ?? Instant.MaxValue).ThenBy(r => r.OpenedAt).ThenBy(r => r.Stream, StringComparer.Ordinal),
    ];

    /// <summary>One request; null when its stream does not begin with the opening.</summary>
    /// <remarks>Only a customer's message starts a clock; an answer of ours or the resolution stops it; what was late stays late.</remarks>
    public static GroundRequest? One(ImmutableArray<LogEntry> entries, Func<MissionId, Instant, (ServiceClock Clock, ServiceStandard Standard)> clockOf, Instant now)
    {
        if (entries is not [{ Event: GroundRequestOpened opened } first, ..]) return null;
        var name = first.Stream[Prefix.Length..];
        var dash = name.LastIndexOf('-');
        if (dash <= 0 || !int.TryParse(name[(dash + 1)..], out var number)) return null;
        var mission = new MissionId(name[..dash]);
        var (clock, standard) = clockOf(mission, first.At);

        var pauses = Pauses(entries, now);
        var clocks = ImmutableArray.CreateBuilder<ResponseClock>();
        Instant? waitsSince = opened.By == RequestVoice.Customer ? first.At : null;
        var (owner, resolved, outcome) = (opened.Owner, (Instant?)null, (string?)null);
        void Stop(Instant? at)
        {
            if (waitsSince is not { } start) return;
            var due = clock.Due(start, clocks.Count == 0 ? standard.FirstAnswer : standard.NextAnswer, pauses);
            clocks.Add(new(clocks.Count == 0, start, due, at, due < (at ?? now)));
            waitsSince = null;
        }
        foreach (var entry in entries.Skip(1))
        {
            switch (entry.Event)
            {
                case GroundRequestAsked: waitsSince ??= entry.At; (resolved, outcome) = (null, null); break;
                case GroundRequestAnswered: Stop(entry.At); break;
                case GroundRequestHandedOver handed: owner = handed.Owner; break;
                case GroundRequestResolved done: Stop(entry.At); (resolved, outcome) = (entry.At, done.Outcome); break;
            }
        }
        Stop(null);
        return new(first.Stream, mission, number, opened.Words, opened.By, owner, first.At, pauses.Any(p => !p.HasEnd), resolved, outcome, clocks.ToImmutable(), entries);
    }

    private static ImmutableArray<Interval> Pauses(ImmutableArray<LogEntry> entries, Instant now)
    {
        var pauses = ImmutableArray.CreateBuilder<Interval>();
        Instant? since = null;
        foreach (var entry in entries)
        {
            if (entry.Event is GroundRequestPaused) since ??= entry.At;
            else if (since is { } from && entry.Event is GroundRequestResumed or GroundRequestAsked or GroundRequestResolved)
            {
                if (since < entry.At) pauses.Add(new(since, entry.At));
                since = null;
            }
        }
        if (since is { } open) pauses.Add(new(open, null));
        return pauses.ToImmutable();
    }

    /// <summary>Whether an event may follow what stands in a stream.</summary>
    /// <remarks>Refused: <c>no-words</c>, <c>unknown-request</c>, <c>already-opened</c>, <c>already-resolved</c>, <c>not-paused</c>, <c>already-paused</c>, <c>no-owner</c>.</remarks>
    public static Result<ILogEvent> Follow(ImmutableArray<LogEntry> entries, ILogEvent next)
    {
        var where = Place.Of("request");
        var (opened, resolved) = (entries.Length > 0, entries.LastOrDefault(e => e.Event is GroundRequestResolved or GroundRequestAsked)?.Event is GroundRequestResolved);
        var paused = entries.LastOrDefault(e => e.Event is GroundRequestPaused or GroundRequestResumed or GroundRequestAsked)?.Event is GroundRequestPaused;
        var words = next switch { GroundRequestOpened o => o.Words, GroundRequestAsked a => a.Words, GroundRequestAnswered a => a.Words, GroundRequestPaused p => p.Why, GroundRequestResolved r => r.Outcome, _ => "-" };
        var owner = next switch { GroundRequestOpened o => o.Owner, GroundRequestHandedOver h => h.Owner, _ => "-" };
        if (string.IsNullOrWhiteSpace(words)) return new Problem("no-words", where, "nothing", "what was asked, answered or done");
        if (string.IsNullOrWhiteSpace(owner)) return new Problem("no-owner", where, "nobody", "who holds it: a request never lacks an owner");
        if (next is GroundRequestOpened) return opened ? new Problem("already-opened", where, "a request of this number", "a number that is free") : Kept(next);
        if (!opened) return new Problem("unknown-request", where, "no such request", "a request that was opened");
        if (resolved && next is not GroundRequestAsked) return new Problem("already-resolved", where, "a request that is resolved", "an open request; a message of the customer opens it again");
        if (next is GroundRequestPaused && paused) return new Problem("already-paused", where, "a request that waits already", "a running request");
        if (next is GroundRequestResumed && !paused) return new Problem("not-paused", where, "a request that does not wait", "a waiting request");
        return Kept(next);
    }

    private static Result<ILogEvent> Kept(ILogEvent next) => Result.Of(next);
}
