using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.App.Promises;
using OneFlight.App.Shell;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Things;

/// <summary>Any thing that the plan states: what it is now, what that depends on, and what depends on it. The source behind every number.</summary>
public sealed record ThingView(
    OpenCampaign Open, ThingId Id, string Name, string KindName, string State, string? Page, string? PageName,
    ImmutableArray<LinkedThing> Causes, ImmutableArray<LinkedThing> Effects, PromisePeek? Promise)
{
    private const int Most = 400;

    /// <summary>The view, or null when nothing states such a thing.</summary>
    public static ThingView? From(OpenCampaign open, string kind, string id)
    {
        var thing = new ThingId(kind, id);
        if (open.Statement.Find(thing) is not { } stated) return null;
        var page = Paths.Thing(open.Id, thing);
        return new(open, thing, stated.Name, KindWords.One(kind), StateWords.Of(open, stated.Value, ""),
            page == Paths.Source(open.Id, thing) ? null : page, page == Paths.Source(open.Id, thing) ? null : "Open its page",
            Linked(open, open.CausesOf(thing).Select(l => (l.Cause, l.Reason))),
            Linked(open, open.Statement.EffectsOf(thing).Select(l => (l.Effect, l.Reason))),
            kind == PromiseKinds.Promise ? PromisePeek.Of(open, id) : null);
    }

    private static ImmutableArray<LinkedThing> Linked(OpenCampaign open, IEnumerable<(ThingId Thing, string Reason)> links) =>
        [.. links.GroupBy(l => l.Thing, l => l.Reason)
            .Select(g => open.Statement.Find(g.Key) is { } found ? new LinkedThing(g.Key, found.Name, StateWords.Of(open, found.Value, ""), string.Join("; ", g.Distinct())) : null)
            .OfType<LinkedThing>().OrderBy(l => KindWords.Rank(l.Id.Kind)).ThenBy(l => l.Name, StringComparer.Ordinal).Take(Most)];
}

/// <param name="Reason">Why the one depends on the other.</param>
public sealed record LinkedThing(ThingId Id, string Name, string State, string Reason);
