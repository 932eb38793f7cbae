using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Refuses a template that could not be flown even at its nominal times.</summary>
internal static class MissionTemplateLint
{
    // Offsets are written with up to four decimals of a day.
    private static readonly Duration Rounding = Duration.FromSeconds(9);

    public static ImmutableArray<Problem> Check(NominalTemplate template, ImmutableArray<MissionTemplateRow> rows)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var byId = new Dictionary<ActivityId, MissionTemplateRow>();
        foreach (var row in rows)
        {
            if (!byId.TryAdd(row.Activity.Id, row))
                problems.Add(new("duplicate-id", row.Row.Where("activity_id"), $"{row.Activity.Id} twice", "each activity once in its template"));
            CheckFigures(template, row, problems);
        }
        foreach (var row in rows) CheckPrerequisites(template, row, byId, problems);
        foreach (var row in OnCycles(rows, byId))
            problems.Add(new("cycle", row.Row.Where("prerequisites"), $"{row.Activity.Id} comes after itself", "prerequisites without a circle"));
        return problems.ToImmutable();
    }

    private static void CheckFigures(NominalTemplate template, MissionTemplateRow row, ImmutableArray<Problem>.Builder problems)
    {
        var activity = row.Activity;
        if (activity.Shortest < Duration.Zero || activity.Shortest > activity.Duration || activity.Duration > activity.Longest)
            problems.Add(new("durations-unordered", row.Row.Where("duration_h"), $"{activity.Id} {Hours(activity.Shortest)}, {Hours(activity.Duration)}, {Hours(activity.Longest)}",
                "low, nominal and high hours in rising order"));
        var apart = row.NominalAnchor - template.Anchors[activity.Anchor];
        if (apart > Rounding || apart < -Rounding)
            problems.Add(new("anchor-unsteady", row.Row.Where("start_day_rel_launch"), $"{activity.Id} puts its anchor {Hours(apart)} off", "one nominal time for each anchor of a template"));
    }

    private static void CheckPrerequisites(
        NominalTemplate template, MissionTemplateRow row, Dictionary<ActivityId, MissionTemplateRow> byId, ImmutableArray<Problem>.Builder problems)
    {
        foreach (var needed in row.Activity.Prerequisites)
        {
            if (!byId.TryGetValue(needed.Activity, out var before))
            {
                problems.Add(new("unknown-reference", row.Row.Where("prerequisites"), $"{needed.Activity}", "an activity of the same template"));
                continue;
            }
            var earliest = template.Start(before.Activity) + (needed.StartToStart ? Duration.Zero : before.Activity.Duration);
            if (template.Start(row.Activity) < earliest)
                problems.Add(new("prerequisite-late", row.Row.Where("anchor_offset_days"), $"{row.Activity.Id} before {needed.Activity}", "a nominal start after its prerequisites"));
        }
    }

    /// <summary>Takes away what depends on nothing left, over and over; what stays lies on or behind a circle.</summary>
    private static IEnumerable<MissionTemplateRow> OnCycles(ImmutableArray<MissionTemplateRow> rows, Dictionary<ActivityId, MissionTemplateRow> byId)
    {
        var left = byId.Keys.ToHashSet();
        while (left.RemoveWhere(id => !byId[id].Activity.Prerequisites.Any(p => left.Contains(p.Activity))) > 0) { }
        return rows.Where(row => left.Contains(row.Activity.Id));
    }

    private static string Hours(Duration duration) => duration.TotalHours.ToString("0.##", CultureInfo.InvariantCulture) + " h";
}
