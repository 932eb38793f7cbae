using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Portal;

/// <summary>What changed with the last revision that the reader was told of, and what it means for them.</summary>
/// <param name="Revision">Number of that revision.</param>
/// <param name="Rows">What we know, what it means; each a heading with a sentence or more.</param>
public sealed record PortalChange(int Revision, string Title, ImmutableArray<(string Head, ImmutableArray<string> Lines)> Rows)
{
    private const int MostLines = 5;

    /// <summary>The change, or null when there was none, or the reader may not see it.</summary>
    public static PortalChange? From(PortalFacts facts, OpenCampaign? before)
    {
        if (facts.Told.Latest is not { } told || before is null) return null;
        if (facts.As == Relation.Family && !facts.Allowed.Changes) return null;
        var clock = new PortalClock(facts.Zone);
        var (was, now) = (before.Index.Flights.GetValueOrDefault(facts.Mission.Flight ?? default), facts.Flight);
        var rows = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        rows.Add(("What we know", [.. Known(was, now, clock).DefaultIfEmpty("Nothing of the flight's dates or vehicle changed.")]));
        if (Dates(facts, before, was, clock) is { IsEmpty: false } dates) rows.Add((facts.As == Relation.Family ? "For you" : "Your dates", dates));
        if (facts.IsPrincipal && Promises(facts, before) is { IsEmpty: false } promises) rows.Add(("What we promised", promises));
        rows.Add(("Who told you", [$"{told.DoneBy}, {told.Means}, {clock.Full(told.DoneAt!.Value)}."]));
        return new(told.Revision, TitleOf(facts, was, now, clock), rows.ToImmutable());
    }

    private static string TitleOf(PortalFacts facts, Flight? was, Flight? now, PortalClock clock)
    {
        var whose = facts.As is Relation.Family or Relation.Broker ? "The launch" : "Your launch";
        return (was?.Plan?.Launch, now?.Plan?.Launch) switch
        {
            _ when now?.Cancelled is not null => $"{now.Name} was cancelled",
            ({ } a, { } b) when clock.Day(a) != clock.Day(b) => $"{whose} has moved: {clock.Day(a)} → {clock.Day(b)}",
            ({ } a, { } b) when a != b => $"{whose} has moved: {clock.Brief(a)} → {clock.Brief(b)}",
            (null, { } b) => $"{whose} has a date: {clock.Day(b)}",
            _ => "Something changed around the flight",
        };
    }

    private static IEnumerable<string> Known(Flight? was, Flight? now, PortalClock clock)
    {
        if (was?.Plan is not { } a || now?.Plan is not { } b) yield break;
        if (a.Launch != b.Launch) yield return $"Launch is on {clock.Full(b.Launch)} instead of {clock.Full(a.Launch)}.";
        if (a.End is { } ended && b.End is { } ends && ended != ends) yield return $"Landing is on {clock.Full(ends)} instead of {clock.Full(ended)}.";
        if (a.Vehicle != b.Vehicle) yield return "You fly in another vehicle, so consent is asked anew.";
    }

    private static ImmutableArray<string> Dates(PortalFacts facts, OpenCampaign before, Flight? was, PortalClock clock)
    {
        var earlier = PortalDates.Of(before, was, facts.Mission, facts.As).ToDictionary(d => d.Key);
        return [.. PortalDates.Of(facts.Open, facts.Flight, facts.Mission, facts.As)
            .Where(d => d.Key is not ("launch" or "landing") && d.End >= facts.Now && earlier.TryGetValue(d.Key, out var old) && old.Start != d.Start)
            .Select(d => $"{d.Name}: {clock.Day(earlier[d.Key].Start)} → {clock.Day(d.Start)}").Take(MostLines)];
    }

    private static ImmutableArray<string> Promises(PortalFacts facts, OpenCampaign before) =>
        [.. facts.Open.Index.PromisesOf[facts.Mission.Id]
            .Select(p => (p.Words, Was: before.Statement.Find(p.Id.Thing)?.Value as PromiseState, Is: facts.Open.Statement.Find(p.Id.Thing)?.Value as PromiseState))
            .Where(p => p.Was is not null && p.Is is not null && p.Was.Status != p.Is.Status)
            .OrderByDescending(p => p.Is!.Status)
            .Select(p => $"“{p.Words}” {PortalPromises.In(p.Is!.Status).Word}; it was {PortalPromises.In(p.Was!.Status).Word}.").Take(MostLines)];
}
