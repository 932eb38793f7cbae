using OneFlight.App.Access;

namespace OneFlight.App.Portal;

/// <summary>What flies for the reader: each item with when it is handed over.</summary>
public static class PortalItems
{
    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (facts.As != Relation.Customer && facts.As != Relation.Office) yield break;
        var items = facts.Open.Campaign.Cargo.Where(i => i.Mission == facts.Mission.Id).ToList();
        if (items.Count == 0) yield break;
        var clock = new PortalClock(facts.Zone);
        yield return new("items", items.Count == 1 ? "Your item" : "Your items", PortalPlace.Things,
            [.. items.Select(i => new PortalLine(i.Name, $"{i.Mass}; {(i.Ready <= facts.Now ? "handed to us" : "to be handed to us by")} {clock.Full(i.Ready)}", null,
                i.LeftBehind ? PortalMark.Trouble : PortalMark.None, i.LeftBehind ? "does not fly on this flight" : ""))]);
    }
}
