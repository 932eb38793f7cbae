using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>cycle: activities that need each other, so that none could ever start.</summary>
internal static class CycleRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var (id, template) in facts.Templates)
        {
            foreach (var loop in LoopsOf(template)) judgment.Violate(Rules.Cycle, Text(template, loop), new ThingId(FlightKinds.Template, id));
        }
        // A loop of the template alone is the template's fault, whichever flight has activities of its own beside it.
        foreach (var (flight, own) in facts.Own.OrderBy(o => o.Key.Value, StringComparer.Ordinal))
        {
            var first = own.Template.Activities.Length - facts.Campaign.Flights.First(f => f.Id == flight).OwnActivities.Length;
            foreach (var loop in LoopsOf(own).Where(l => l.Any(i => i >= first))) judgment.Violate(Rules.Cycle, Text(own, loop), flight.Thing);
        }
    }

    private static IEnumerable<IGrouping<int, int>> LoopsOf(TemplateFacts template) =>
        Enumerable.Range(0, template.Loop.Length).Where(i => template.Loop[i] >= 0).GroupBy(i => template.Loop[i]);

    private static string Text(TemplateFacts template, IEnumerable<int> loop) =>
        $"need each other: {string.Join(", ", loop.Select(i => template.Template.Activities[i].Id.Value).Order(StringComparer.Ordinal))}";
}
