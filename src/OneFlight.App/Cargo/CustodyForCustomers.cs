using System.Globalization;
using OneFlight.App.Access;
using OneFlight.App.Portal;
using OneFlight.Operations.Cargo;

namespace OneFlight.App.Cargo;

/// <summary>Who has a customer's item, since when, and how cold it stayed, as far as its logger was read.</summary>
public static class CustodyForCustomers
{
    /// <summary>The reader's own items: those of the mission that their organization contracted.</summary>
    public static IEnumerable<CargoItem> ItemsOf(PortalFacts facts) =>
        (facts.As & (Relation.Customer | Relation.Office)) == 0 ? [] : facts.Open.Campaign.Cargo.Where(i => i.Mission == facts.Mission.Id);

    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        foreach (var item in ItemsOf(facts))
        {
            var custody = Custody.Of(facts.Entries(Custody.Stream(item.Id)));
            if (custody == Custody.None) continue;
            yield return new($"custody-{item.Id}", item.Name, PortalPlace.Things, [.. Lines(custody, facts)]) { Intro = Age(custody, facts) };
        }
    }

    private static IEnumerable<PortalLine> Lines(Custody custody, PortalFacts facts)
    {
        if (custody.Lost) yield return new("Where it is", null, custody.Last, PortalMark.Trouble, "nobody knows; your steward calls you");
        else if (custody.Holder is { } holder) yield return new($"In the hands of {holder}", custody.Seal is { } seal ? $"sealed with {seal}" : "without a seal", custody.Since);
        if (!custody.Breaks.IsEmpty) yield return new("Handed over without a gap", null, null, PortalMark.Trouble, "no: a hand-over is missing");
        if (custody.Warmest is { } warmest) yield return new($"Warmest so far: {Degrees(warmest.Celsius)}", $"of {custody.Readings.Length.ToString(CultureInfo.InvariantCulture)} readings", warmest.At);
        if (custody.FrozenAt is { } frozen)
            yield return new($"In your freezer, taken by {custody.FrozenBy}", custody.ToFreezer(facts.Flight?.Plan?.End) is { } took ? $"{Shell.Say.Span(took)} after landing" : null, frozen, PortalMark.Done, "home");
    }

    private static string Age(Custody custody, PortalFacts facts) => custody.Readings.IsEmpty
        ? "Its temperature was not read out yet." : $"Its temperature is known up to {PortalClock.Until(custody.Readings[^1].At, facts.Now)}: {Degrees(custody.Readings[^1].Celsius)}.";

    private static string Degrees(double celsius) => Shell.Say.Number(celsius, 1) + " °C";
}
