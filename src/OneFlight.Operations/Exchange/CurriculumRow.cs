using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Training;

namespace OneFlight.Operations.Exchange;

/// <summary>One row of the table of curricula as read.</summary>
internal sealed record CurriculumRow(CsvRow Row, string Curriculum, string Title, TrainingModule Module)
{
    private static readonly FrozenSet<string> Roles = new[]
    {
        "all", "CDR", "PLT", "MS", "CMO", "LEAD", "FD", "CAPCOM", "SURGEON", "RECOVERY", "closeout", "suit", "recovery", "integrator", "coldstow",
        "safety", "handler", "ground-crew-comm",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null when a field cannot be read, which is then among the problems.</summary>
    public static CurriculumRow? Read(CsvRow row, CsvProblems problems)
    {
        var (curriculum, title, id) = (row.Text("curriculum", problems), row.Text("curriculum_title", problems), row.Text("module_id", problems));
        var (hours, start, grace) = (Needed(row, "hours", problems), Whole(row, "start_day_rel_launch", problems), Whole(row, "grace_days", problems));
        var halfLife = row.Whole("decay_half_life_days", problems);
        var (least, most) = Range(row, problems);
        var (instructors, trainees) = Ratio(row, problems);
        var roles = RolesOf(row, problems);
        if (ModuleCurrency.Parse(row.Text("currency_interval", problems)) is null)
            problems.Add("unknown-currency", row.Where("currency_interval"), CsvProblems.Show(row["currency_interval"]), "none, per-flight, per-vehicle-type, or months or days such as P12M or P90D");
        if (row["confidence"] is not ("H" or "M" or "L")) problems.Add("unknown-confidence", row.Where("confidence"), CsvProblems.Show(row["confidence"]), "H, M or L");
        if (grace < 0) problems.Add("out-of-range", row.Where("grace_days"), CsvProblems.Show(row["grace_days"]), "no days or more");
        if (halfLife <= 0) problems.Add("out-of-range", row.Where("decay_half_life_days"), CsvProblems.Show(row["decay_half_life_days"]), "days, or nothing where it is not modelled");
        if (hours is null || start is null || grace is null || least is null || most is null || id.Length == 0) return null;

        if (!(hours > 0 && least <= hours && hours <= most))
            problems.Add("hours-outside-range", row.Where("hours"), CsvProblems.Show(row["hours"]), $"hours within {row["hours_range"]}");
        return new(row, curriculum, title, new(
            id, roles, row.Text("block", problems), row.Text("title", problems), row.Text("device_or_place", problems), hours.Value, least.Value, most.Value,
            instructors, trainees, row["instructor_to_trainee"], start.Value, Parts(row["prerequisites"]), row.Text("assessment", problems),
            row.Text("pass_standard", problems), row["currency_interval"], grace.Value, row["decay_class"], halfLife, row["confidence"], row.Text("basis", problems)));
    }

    /// <summary>Empty: all.</summary>
    private static ImmutableArray<string> RolesOf(CsvRow row, CsvProblems problems)
    {
        row.Text("roles", problems);
        var roles = Parts(row["roles"]);
        foreach (var role in roles.Where(r => !Roles.Contains(r)))
            problems.Add("unknown-role", row.Where("roles"), CsvProblems.Show(role), "all, or one or more of " + string.Join(", ", Roles.Except(["all"]).Order(StringComparer.Ordinal)));
        return roles.Contains("all") ? [] : roles;
    }

    private static (double? Least, double? Most) Range(CsvRow row, CsvProblems problems)
    {
        var parts = row.Text("hours_range", problems).Split('-');
        if (parts.Length == 2 && Number(parts[0]) is { } least && Number(parts[1]) is { } most && least <= most) return (least, most);
        if (row["hours_range"].Length > 0) problems.Add("not-a-range", row.Where("hours_range"), CsvProblems.Show(row["hours_range"]), "two hours in rising order such as 4-8");
        return (null, null);
    }

    private static (int? Instructors, int? Trainees) Ratio(CsvRow row, CsvProblems problems)
    {
        var text = row.Text("instructor_to_trainee", problems);
        if (text is "none" or "ground:crew" or "") return (null, null);
        var parts = text.Split(':');
        if (parts.Length == 2 && Number(parts[0]) is { } instructors and > 0 && Number(parts[1]) is { } trainees and > 0) return ((int)instructors, (int)trainees);
        problems.Add("unknown-ratio", row.Where("instructor_to_trainee"), CsvProblems.Show(text), "instructors to trainees such as 1:4, ground:crew, or none");
        return (null, null);
    }

    private static double? Needed(CsvRow row, string header, CsvProblems problems) => row.Text(header, problems).Length == 0 ? null : row.Number(header, problems);

    private static int? Whole(CsvRow row, string header, CsvProblems problems) => row.Text(header, problems).Length == 0 ? null : row.Whole(header, problems);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ImmutableArray<string> Parts(string text) => [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
