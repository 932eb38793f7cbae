using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/journey-templates.csv</c>: what each kind of customer goes through with us.</summary>
/// <remarks>The table carries no confidence; each row is shown with what it rests on instead.</remarks>
public static class JourneyTemplates
{
    private const string Basis = "judged from published journeys; not measured";

    private static readonly Dictionary<string, JourneyAnchor> Anchors = new(StringComparer.Ordinal)
    {
        ["E"] = JourneyAnchor.Enquiry, ["C"] = JourneyAnchor.Contract, ["L"] = JourneyAnchor.Launch, ["R"] = JourneyAnchor.Landing,
    };

    private static readonly ImmutableArray<string> Parties = ["provider", "vehicle", "destination", "agency", "broker", "customer"], Loads = ["calm", "charged", "critical"],
        Moments = ["", "peak", "end"],
        Phases = ["contemplate", "qualify", "align", "contract", "prepare", "train", "pre-launch", "launch", "orbit", "return", "recover", "reflect", "alumni"];

    /// <summary>Reads and lints the steps, or says every problem.</summary>
    public static Result<ImmutableArray<JourneyStep>> Read(ReadOnlyMemory<byte> bytes, string file = "journey-templates.csv") =>
        CsvTable.Read(bytes, file, "template", "seq", "phase", "anchor", "offset_days", "when", "touchpoint", "owner_role", "accountable_org", "channel", "audience", "purpose",
            "emotional_load", "designed_moment", "friction_point", "done_when", "on_slip").Then(Read);

    public static Result<ImmutableArray<JourneyStep>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var steps = ImmutableArray.CreateBuilder<JourneyStep>();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (Step(row, problems) is not { } step) continue;
            if (step.Number != last.GetValueOrDefault(step.Template) + 1)
                problems.Add("wrong-order", row.Where("seq"), step.Number.ToString(CultureInfo.InvariantCulture), $"{last.GetValueOrDefault(step.Template) + 1}, the next step of {step.Template}");
            last[step.Template] = step.Number;
            steps.Add(step);
        }
        return problems.Any ? problems.All : steps.ToImmutable();
    }

    private static JourneyStep? Step(CsvRow row, CsvProblems problems)
    {
        var (template, number, days) = (row.Text("template", problems), row.Whole("seq", problems), row.Whole("offset_days", problems));
        if (number is null && row["seq"].Length == 0) problems.Add("missing-value", row.Where("seq"), "nothing", "the number of the step");
        if (days is null && row["offset_days"].Length == 0) problems.Add("missing-value", row.Where("offset_days"), "nothing", "days from the anchor");
        JourneyAnchor? anchor = Anchors.TryGetValue(row["anchor"], out var found) ? found : null;
        if (anchor is null) problems.Add("unknown-anchor", row.Where("anchor"), CsvProblems.Show(row["anchor"]), "E, C, L or R");
        OneOf(row, "phase", Phases, problems);
        OneOf(row, "accountable_org", Parties, problems);
        OneOf(row, "emotional_load", Loads, problems);
        OneOf(row, "designed_moment", Moments, problems);
        OneOf(row, "on_slip", ["moves", "fixed"], problems);
        var (name, owner, done) = (row.Text("touchpoint", problems), row.Text("owner_role", problems), row.Text("done_when", problems));
        if (anchor is { } a && days is { } offset && WhenOf(a, offset) is var expected && !row["when"].StartsWith(expected, StringComparison.Ordinal))
            problems.Add("dates-differ", row.Where("when"), CsvProblems.Show(row["when"]), $"{expected}, as anchor and offset_days say");
        if (number is null || days is null || anchor is null || template.Length == 0) return null;

        return new($"{template}/{number.Value.ToString(CultureInfo.InvariantCulture)}", template, number.Value, row["phase"], anchor.Value, days.Value, row["when"], name, owner, row["accountable_org"],
            row["channel"], row["audience"], row["purpose"], row["emotional_load"], OrNull(row["designed_moment"]), OrNull(row["friction_point"]), done, row["on_slip"] == "moves", Basis);
    }

    private static string WhenOf(JourneyAnchor anchor, int days)
    {
        var letter = Anchors.First(a => a.Value == anchor).Key;
        return days == 0 ? letter : string.Create(CultureInfo.InvariantCulture, $"{letter}{days:+0;-0}");
    }

    private static void OneOf(CsvRow row, string field, ImmutableArray<string> allowed, CsvProblems problems)
    {
        if (!allowed.Contains(row[field])) problems.Add("unknown-value", row.Where(field), CsvProblems.Show(row[field]), $"one of {string.Join(", ", allowed.Where(v => v.Length > 0))}");
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
