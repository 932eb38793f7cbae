using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Refuses a curriculum that nobody could go through as it is written.</summary>
internal static class CurriculumLint
{
    /// <param name="rows">All rows of one curriculum.</param>
    public static ImmutableArray<Problem> Check(ImmutableArray<CurriculumRow> rows)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var byId = rows.DistinctBy(r => r.Module.Id).ToDictionary(r => r.Module.Id);
        foreach (var row in rows)
        {
            if (row.Title != rows[0].Title)
                problems.Add(new("title-unsteady", row.Row.Where("curriculum_title"), CsvProblems.Show(row.Title), $"{CsvProblems.Show(rows[0].Title)} as on line {rows[0].Row.Line}"));
            CheckPrerequisites(row, byId, problems);
        }
        foreach (var row in OnCircles(rows, byId))
            problems.Add(new("cycle", row.Row.Where("prerequisites"), $"{row.Module.Id} comes after itself", "prerequisites without a circle"));
        return problems.ToImmutable();
    }

    private static void CheckPrerequisites(CurriculumRow row, Dictionary<string, CurriculumRow> byId, ImmutableArray<Problem>.Builder problems)
    {
        foreach (var needed in row.Module.Prerequisites)
        {
            if (!byId.TryGetValue(needed, out var before))
                problems.Add(new("unknown-reference", row.Row.Where("prerequisites"), CsvProblems.Show(needed), "a module of the same curriculum"));
            else if (row.Module.StartDay < before.Module.StartDay)
                problems.Add(new("prerequisite-late", row.Row.Where("start_day_rel_launch"), string.Create(CultureInfo.InvariantCulture, $"{row.Module.Id} on day {row.Module.StartDay}"),
                    string.Create(CultureInfo.InvariantCulture, $"not before its prerequisite {needed} on day {before.Module.StartDay}")));
        }
    }

    /// <summary>Takes away what depends on nothing left, over and over; what stays lies on or behind a circle.</summary>
    private static IEnumerable<CurriculumRow> OnCircles(ImmutableArray<CurriculumRow> rows, Dictionary<string, CurriculumRow> byId)
    {
        var left = byId.Keys.ToHashSet();
        while (left.RemoveWhere(id => !byId[id].Module.Prerequisites.Any(left.Contains)) > 0) { }
        return rows.Where(row => left.Contains(row.Module.Id));
    }
}
