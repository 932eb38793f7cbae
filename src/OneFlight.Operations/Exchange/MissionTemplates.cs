using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>A resource as the table writes it, and the id made of its name.</summary>
public sealed record ResourceName(ResourceId Id, string Name);

/// <summary>A template with the nominal times of its anchors after liftoff, which the table implies.</summary>
public sealed record NominalTemplate(MissionTemplate Template, ImmutableSortedDictionary<Anchor, Duration> Anchors)
{
    /// <summary>Nominal start of an activity after liftoff; null when its anchor never occurs.</summary>
    public Duration? Start(ActivityTemplate activity) => Anchors.TryGetValue(activity.Anchor, out var at) ? at + activity.Offset : null;
}

/// <param name="Resources">Every resource that an activity asks for, by id.</param>
public sealed record MissionTemplateTable(ImmutableArray<NominalTemplate> Templates, ImmutableArray<ResourceName> Resources);

/// <summary>Reads <c>data/mission-templates.csv</c>.</summary>
public static class MissionTemplates
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["iss-crew-rotation"] = "Station crew rotation", ["private-astronaut-mission"] = "Private astronaut mission",
        ["free-flyer-3-day"] = "Three-day free flight", ["cargo-resupply"] = "Cargo resupply",
    };

    /// <summary>Reads and lints the templates, or says every problem.</summary>
    public static Result<MissionTemplateTable> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var rows = table.Rows.Select(row => MissionTemplateRow.Read(row, problems)).OfType<MissionTemplateRow>().ToList();
        if (problems.Any) return problems.All;

        var templates = rows.GroupBy(row => row.MissionType, StringComparer.Ordinal).Select(group => Template(group.Key, [.. group])).ToImmutableArray();
        foreach (var group in rows.GroupBy(row => row.MissionType, StringComparer.Ordinal))
            problems.Add(MissionTemplateLint.Check(templates.Single(t => t.Template.Id == group.Key), [.. group]));
        return problems.Any ? problems.All : new MissionTemplateTable(templates, Resources(rows));
    }

    /// <summary>The id of a resource: its name in lower case, with a hyphen for all that is neither letter nor digit.</summary>
    public static ResourceId Slug(string name)
    {
        var parts = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')])
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        return new(string.Join('-', parts));
    }

    private static NominalTemplate Template(string id, ImmutableArray<MissionTemplateRow> rows) => new(
        new(id, Names.GetValueOrDefault(id, id), [.. rows.Select(row => row.Activity)]),
        rows.GroupBy(row => row.Activity.Anchor).ToImmutableSortedDictionary(g => g.Key, g => g.First().NominalAnchor));

    private static ImmutableArray<ResourceName> Resources(List<MissionTemplateRow> rows) =>
        [.. rows.SelectMany(row => row.Resources).DistinctBy(r => r.Id).OrderBy(r => r.Id.Value, StringComparer.Ordinal)];
}
