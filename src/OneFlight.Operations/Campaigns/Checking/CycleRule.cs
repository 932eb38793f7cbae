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
            var activities = template.Template.Activities;
            foreach (var loop in Enumerable.Range(0, activities.Length).Where(i => template.Loop[i] >= 0).GroupBy(i => template.Loop[i]))
            {
                var members = loop.Select(i => activities[i].Id.Value).Order(StringComparer.Ordinal);
                judgment.Violate(Rules.Cycle, $"need each other: {string.Join(", ", members)}", new ThingId(FlightKinds.Template, id));
            }
        }
    }
}
