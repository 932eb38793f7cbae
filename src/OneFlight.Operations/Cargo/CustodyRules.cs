using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

/// <summary>What may be added to the custody of an item. Each rule sees all that stands there, and refuses with every reason.</summary>
public static class CustodyRules
{
    /// <summary>Only the holder hands over, to someone else, and not before the last thing that happened.</summary>
    /// <remarks>Refused: <c>not-the-holder</c>, <c>lost-item</c>, <c>before-the-last</c>, <c>later-than-now</c>, <c>missing-value</c>, <c>same-hand</c>.</remarks>
    public static Result<ImmutableArray<NewLogEntry>> HandOver(ImmutableArray<LogEntry> before, CustodyHandedOver what, Instant at, Instant now, string who)
    {
        var custody = Custody.Of(before);
        var problems = Timely(custody, at, now, "handed over at");
        Demand(what.From, "from", "who gives it", problems);
        Demand(what.To, "to", "who takes it", problems);
        Demand(what.Place, "place", "where", problems);
        Demand(what.Condition, "condition", "how it was, such as sealed and undamaged", problems);
        if (what.From.Length > 0 && what.From == what.To) problems.Add(new("same-hand", Place.Of("to"), what.To, "someone else than who gives it"));
        if (custody.Lost) problems.Add(new("lost-item", Place.Of("item"), "reported lost", "an item that someone has"));
        else if (custody.Holder is { } holder && holder != what.From) problems.Add(new("not-the-holder", Place.Of("from"), what.From, $"{holder}, who has it since {TimeText.Instant(custody.Since!.Value)}"));
        return Entry(problems, at, now, who, what);
    }

    /// <summary>Only while someone has it is an item opened; its seal is then another or none.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Open(ImmutableArray<LogEntry> before, CustodyOpened what, Instant at, Instant now, string who)
    {
        var custody = Custody.Of(before);
        var problems = Timely(custody, at, now, "opened at");
        Demand(what.By, "by", "who opened it", problems);
        Demand(what.Why, "why", "a reason", problems);
        if (custody.Holder is not { } holder) problems.Add(new("not-the-holder", Place.Of("by"), what.By, "an item that someone has"));
        else if (holder != what.By) problems.Add(new("not-the-holder", Place.Of("by"), what.By, holder));
        return Entry(problems, at, now, who, what);
    }

    public static Result<ImmutableArray<NewLogEntry>> Lose(ImmutableArray<LogEntry> before, CustodyLost what, Instant at, Instant now, string who)
    {
        var custody = Custody.Of(before);
        var problems = Timely(custody, at, now, "lost at");
        Demand(what.Why, "why", "what is known", problems);
        if (custody.Lost) problems.Add(new("lost-item", Place.Of("item"), "reported lost", "an item that someone has"));
        return Entry(problems, at, now, who, what);
    }

    /// <summary>A read-out of a logger: in time order within itself and after all that was read before.</summary>
    /// <remarks>Refused: <c>no-readings</c>, <c>out-of-order</c>, <c>later-than-now</c>, <c>colder-than-possible</c>.</remarks>
    public static Result<ImmutableArray<NewLogEntry>> Record(ImmutableArray<LogEntry> before, CustodyTemperatures what, Instant now, string who)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var last = Custody.Of(before).Readings is [.., var known] ? known.At : (Instant?)null;
        Demand(what.Logger, "logger", "its number", problems);
        if (what.Readings.IsDefaultOrEmpty) problems.Add(new("no-readings", Place.Of("readings"), "no reading", "at least one line such as 2027-02-18T14:00:00Z,-78.5"));
        foreach (var (i, reading) in what.Readings.Index())
        {
            if (last is { } earlier && reading.At <= earlier)
                problems.Add(new("out-of-order", new(null, i + 1, "reading"), TimeText.Instant(reading.At), $"a time after {TimeText.Instant(earlier)}"));
            if (reading.Celsius is < -273.15 or > 200 || !double.IsFinite(reading.Celsius))
                problems.Add(new("colder-than-possible", new(null, i + 1, "reading"), FormattableString.Invariant($"{reading.Celsius} °C"), "from -273.15 to 200 °C"));
            last = reading.At;
        }
        if (last > now) problems.Add(new("later-than-now", Place.Of("readings"), TimeText.Instant(last.Value), $"times up to {TimeText.Instant(now)}"));
        if (problems.Count > 0) return problems.ToImmutable();
        return ImmutableArray.Create(new NewLogEntry(what.Readings[^1].At, now, who, what));
    }

    private static ImmutableArray<Problem>.Builder Timely(Custody custody, Instant at, Instant now, string field)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (at > now) problems.Add(new("later-than-now", Place.Of(field), TimeText.Instant(at), $"a time up to {TimeText.Instant(now)}"));
        if (custody.Last is { } last && at < last) problems.Add(new("before-the-last", Place.Of(field), TimeText.Instant(at), $"not before {TimeText.Instant(last)}, when the last thing happened"));
        return problems;
    }

    private static void Demand(string? text, string field, string expected, ImmutableArray<Problem>.Builder problems)
    {
        if (string.IsNullOrWhiteSpace(text)) problems.Add(new("missing-value", Place.Of(field), "nothing", expected));
    }

    private static Result<ImmutableArray<NewLogEntry>> Entry(ImmutableArray<Problem>.Builder problems, Instant at, Instant now, string who, ILogEvent what)
    {
        if (problems.Count > 0) return problems.ToImmutable();
        return ImmutableArray.Create(new NewLogEntry(at, now, who, what));
    }
}
