using System.Collections.Immutable;
using OneFlight.App.Access;

namespace OneFlight.App.Portal;

/// <summary>What the participant, or their office, lets the family see.</summary>
public static class PortalSettings
{
    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (facts.Mission.Family is not { } family || (facts.As & (Relation.Participant | Relation.Office)) == 0) yield break;
        PortalField Box(string name, string label, bool ticked) => new(name, "true", label, default, ticked);
        var allowed = facts.Allowed;
        var form = new PortalAct("Keep this", facts.Path + "/family", true,
        [
            Box("dates", "when you fly and come home", allowed.Dates), Box("changes", "what changed, once they were told", allowed.Changes),
            Box("follow", "where the flight is, while it flies", allowed.Follow), Box("words", "your own words of what success is", allowed.Words),
        ]);
        yield return new("family", "What your family may see", PortalPlace.Settings, [new PortalLine(facts.Open.Index.NameOf(family)) { Acts = [form] }])
        {
            Intro = "They see nothing that is not ticked, and they never hear of a change before you.",
        };
    }
}
