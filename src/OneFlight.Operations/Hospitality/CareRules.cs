using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Hospitality;

/// <summary>What may be recorded of the care for someone after landing.</summary>
public static class CareRules
{
    public static readonly ImmutableArray<string> Means = ["telephone", "in person", "video call", "message"];

    /// <summary>They were called, and reached or not.</summary>
    /// <remarks>Refused: <c>unknown-contact</c>, <c>not-landed</c>, <c>opted-out</c>, <c>already-done</c>, <c>unknown-means</c>.</remarks>
    public static Result<NewLogEntry> Called(CareState state, int day, bool reached, string means, Instant now, string who)
    {
        var place = Place.Of($"contact R+{day} d");
        if (state.Lines.FirstOrDefault(l => l.Contact.Day == day) is not { } line)
            return new Problem("unknown-contact", place, "no such contact", "one of R+1 d, R+7 d, R+30 d");
        if (now < state.Landing) return NotLanded(place, state, now);
        if (state.OptedOutAt is { } left) return new Problem("opted-out", place, $"they asked on {TimeText.Day(left)} not to be contacted", "no further contact");
        if (line.DoneAt is { } done) return new Problem("already-done", place, $"reached on {TimeText.Instant(done)}", "a contact that is still owed");
        if (!Means.Contains(means)) return new Problem("unknown-means", place, $"'{means}'", "one of " + string.Join(", ", Means));
        var flight = line.Contact.Flight.Value;
        return NewLogEntry.Now(now, who, reached ? new CareContactMade(flight, day, means) : new CareNotReached(flight, day, means));
    }

    /// <summary>They want no further contact; it holds at once and for all that follow.</summary>
    /// <remarks>Refused: <c>opted-out</c> when they did before. They may say so before they land.</remarks>
    public static Result<NewLogEntry> OptOut(CareState state, Instant now, string who) => state.OptedOutAt is { } left
        ? new Problem("opted-out", Place.Of("contacts after landing"), $"they asked on {TimeText.Day(left)} not to be contacted", "asked once")
        : NewLogEntry.Now(now, who, new CareOptedOut(state.Lines[0].Contact.Flight.Value));

    /// <summary>The surgeon is asked to call; nothing is said of why.</summary>
    /// <remarks>Refused: <c>not-landed</c>, <c>flag-raised</c> while one is open. Someone who opted out may still be flagged: it asks nothing of them.</remarks>
    public static Result<NewLogEntry> RaiseFlag(CareState state, Instant now, string who)
    {
        var place = Place.Of("surgeon, please call");
        if (now < state.Landing) return NotLanded(place, state, now);
        if (state.FlagSince is { } since) return new Problem("flag-raised", place, $"the surgeon was asked on {TimeText.Instant(since)}", "one open flag at a time");
        return NewLogEntry.Now(now, who, new CareFlagRaised(state.Lines[0].Contact.Flight.Value));
    }

    /// <summary>The surgeon has called.</summary>
    /// <remarks>Refused: <c>no-flag</c>.</remarks>
    public static Result<NewLogEntry> AnswerFlag(CareState state, Instant now, string who) => state.FlagSince is null
        ? new Problem("no-flag", Place.Of("surgeon has called"), "no open flag", "a flag that was raised")
        : NewLogEntry.Now(now, who, new CareFlagAnswered(state.Lines[0].Contact.Flight.Value));

    private static Problem NotLanded(Place place, CareState state, Instant now) =>
        new("not-landed", place, $"{TimeText.Instant(now)}, before the landing", $"a time after the landing on {TimeText.Instant(state.Landing)}");
}
