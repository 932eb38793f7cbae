using System.Collections.Immutable;
using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/requirements-catalogue.csv</c>.</summary>
public static class RequirementCatalogue
{
    private static readonly string[] columns =
        ["id", "section", "citation", "binding", "applies_to", "phase", "requirement", "evidence_expected", "recurrence", "gate", "check_hint", "confidence", "text_seen"];

    private static readonly Dictionary<string, BoundBy> bindings = new(StringComparer.Ordinal)
    {
        ["law"] = BoundBy.Law, ["contract"] = BoundBy.Contract, ["guidance"] = BoundBy.Guidance, ["practice"] = BoundBy.Practice, ["note"] = BoundBy.Note,
    };

    private static readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal)
    {
        ["CONTRACT"] = Gate.Contract, ["TRAINING-START"] = Gate.TrainingStart, ["CREW-QUAL"] = Gate.CrewQualification, ["FRR"] = Gate.FlightReadiness,
        ["LRR"] = Gate.LaunchReadiness, ["COUNTDOWN"] = Gate.Countdown, ["DOCK"] = Gate.Docking, ["UNDOCK"] = Gate.Undocking, ["DEORBIT"] = Gate.Deorbit,
        ["POSTFLIGHT"] = Gate.PostFlight, ["LICENCE"] = Gate.License,
    };

    private static readonly string[] whom = ["operator", "crew", "participant", "vehicle", "flight", "cargo"];
    private static readonly string[] phases = ["all", "contract", "selection", "training", "licensing", "preflight", "launch", "docking", "orbit", "entry", "recovery", "postflight"];

    public static Result<ImmutableArray<Requirement>> Read(ReadOnlyMemory<byte> utf8, string file) => CsvTable.Read(utf8, file, columns).Then(Read);

    /// <summary>Reads and lints the catalogue, or says every problem.</summary>
    public static Result<ImmutableArray<Requirement>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<Requirement>();
        foreach (var row in table.Rows)
        {
            if (Requirement(row, problems) is not { } read) continue;
            if (!seen.Add(read.Id)) problems.Add("duplicate-id", row.Where("id"), $"{CsvProblems.Show(read.Id)} twice", "each requirement once");
            rows.Add(read);
        }
        return problems.Any ? problems.All : rows.ToImmutable();
    }

    private static Requirement? Requirement(CsvRow row, CsvProblems problems)
    {
        var known = bindings.TryGetValue(row["binding"], out var binding);
        if (!known) problems.Add("unknown-value", row.Where("binding"), CsvProblems.Show(row["binding"]), $"one of {string.Join(", ", bindings.Keys)}");
        var gate = gates.TryGetValue(row["gate"], out var found) ? found : (Gate?)null;
        if (gate is null && row["gate"] != "NONE") problems.Add("unknown-gate", row.Where("gate"), CsvProblems.Show(row["gate"]), $"NONE or one of {string.Join(", ", gates.Keys)}");
        var (applies, when) = (Parts(row, "applies_to", whom, problems), Parts(row, "phase", phases, problems));
        OneOf(row, "confidence", problems, "H", "M", "L");
        OneOf(row, "text_seen", problems, "Y", "P", "N");
        var (id, text, citation) = (row.Text("id", problems), row.Text("requirement", problems), row.Text("citation", problems));
        var (evidence, recurrence) = (row.Text("evidence_expected", problems), row.Text("recurrence", problems));
        return id.Length == 0 || !known ? null : new(
            id, row.Text("section", problems), citation, binding, applies, when, text, evidence, recurrence, gate, row["check_hint"], row["confidence"], row["text_seen"]);
    }

    private static ImmutableArray<string> Parts(CsvRow row, string header, string[] allowed, CsvProblems problems)
    {
        ImmutableArray<string> parts = [.. row.Text(header, problems).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (var part in parts.Where(p => !allowed.Contains(p)))
            problems.Add("unknown-value", row.Where(header), CsvProblems.Show(part), $"some of {string.Join(", ", allowed)}");
        return parts;
    }

    private static void OneOf(CsvRow row, string header, CsvProblems problems, params string[] allowed)
    {
        if (!allowed.Contains(row[header])) problems.Add("unknown-value", row.Where(header), CsvProblems.Show(row[header]), $"one of {string.Join(", ", allowed)}");
    }
}
