using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Portal;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Notices;

/// <summary>What we wrote to a customer, on their own page: only what has arrived, and only what was written to them.</summary>
public static class NoticesForCustomers
{
    private const int Most = 3;

    public static PortalSource Source { get; } = new("notices", Sections) { Reads = _ => [new(Compartment.Operations, Notice.Prefix, Prefix: true)] };

    private static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (facts.As == Relation.Family && !facts.Allowed.Changes) yield break;
        var notices = Notice.All([.. facts.EntriesOf(Notice.Prefix)]);
        var own = PortalTold.Hearers(facts.Mission, facts.As).Select(ThingId.Parse).OfType<ThingId>()
            .SelectMany(hearer => NoticesFor.Hearer(notices, hearer)).Where(n => n.Missions.IsEmpty || n.Missions.Contains(facts.Mission.Id)).OrderByDescending(n => n.ToldAt).Take(Most);
        foreach (var (i, notice) in own.Index())
            yield return new($"notice-{notice.Revision}", i == 0 ? "What we wrote to you" : "What we wrote before", PortalPlace.Agreed,
                [.. notice.Text.Answers().Select(a => new PortalLine(a.Answer, a.Question))])
            { Intro = $"{notice.Means}, from {notice.ToldBy}.", Folded = i == 0 ? null : "Open it" };
    }
}
