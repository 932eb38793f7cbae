using System.Collections.Immutable;
using OneFlight.Operations.Training;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/curricula.csv</c>.</summary>
public static class Curricula
{
    private static readonly string[] columns =
    [
        "curriculum", "curriculum_title", "module_id", "roles", "block", "title", "device_or_place", "hours", "hours_range", "instructor_to_trainee",
        "start_day_rel_launch", "prerequisites", "assessment", "pass_standard", "currency_interval", "grace_days", "decay_class", "decay_half_life_days", "confidence", "basis",
    ];

    /// <summary>Reads and lints the table, or says every problem with its line and field.</summary>
    public static Result<ImmutableArray<Curriculum>> Read(ReadOnlyMemory<byte> utf8, string file = "curricula.csv") => CsvTable.Read(utf8, file, columns).Then(Read);

    /// <summary>As <see cref="Read(ReadOnlyMemory{byte}, string)"/>, from a table already read.</summary>
    public static Result<ImmutableArray<Curriculum>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var rows = table.Rows.Select(row => CurriculumRow.Read(row, problems)).OfType<CurriculumRow>().ToList();
        foreach (var group in rows.GroupBy(r => r.Curriculum, StringComparer.Ordinal)) problems.Add(CurriculumLint.Check([.. group]));
        foreach (var twice in rows.GroupBy(r => r.Module.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Add("duplicate-id", twice.Last().Row.Where("module_id"), $"{CsvProblems.Show(twice.Key)} {twice.Count()} times", "each module once in the table");
        return problems.Any
            ? problems.All
            : rows.GroupBy(r => r.Curriculum, StringComparer.Ordinal).Select(g => new Curriculum(g.Key, g.First().Title, [.. g.Select(r => r.Module)])).ToImmutableArray();
    }
}
