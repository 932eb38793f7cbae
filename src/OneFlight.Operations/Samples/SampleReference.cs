using System.Collections.Immutable;
using OneFlight.Operations.Exchange;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>The tables that a fictional campaign is drawn from.</summary>
public sealed record SampleReference(
    MissionTemplateTable Templates, ImmutableArray<PromiseRuleRow> Rules, ImmutableArray<Expectation> Expectations)
{
    /// <summary>Reads the three tables of <c>data/</c>, or says every problem of all three.</summary>
    public static Result<SampleReference> Read(
        ReadOnlyMemory<byte> missionTemplates, ReadOnlyMemory<byte> promiseRules, ReadOnlyMemory<byte> expectations)
    {
        var templates = CsvTable.Read(missionTemplates, "mission-templates.csv", "mission_type", "activity_id", "activity", "type", "anchor",
            "anchor_offset_days", "start_day_rel_launch", "duration_h", "duration_low_h", "duration_high_h", "resources", "prerequisites",
            "who", "slip_behaviour", "confidence").Then(MissionTemplates.Read);
        var rules = CsvTable.Read(promiseRules, "promise-rules.csv", "id", "title", "category", "unit", "decided_by", "fact", "comparison",
            "kept", "bent", "watch_margin", "risk_margin", "parameters", "depends_on", "due").Then(PromiseRules.Read);
        var catalogue = CsvTable.Read(expectations, "expectations-catalogue.csv", "id", "category", "applies_to", "expectation", "kind", "impact_1_5")
            .Then(Exchange.Expectations.Read);

        ImmutableArray<Problem> problems = [.. templates.Problems, .. rules.Problems, .. catalogue.Problems];
        return problems.IsEmpty ? new SampleReference(templates.Value, rules.Value, catalogue.Value) : problems;
    }
}
