using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Readiness;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;

namespace OneFlight.App.Safety;

/// <summary>The catalogue, and for a flight what of it applies and what shows that it is met.</summary>
/// <param name="Flight">Null: the catalogue alone.</param>
/// <param name="Chosen">The row that is opened; null: none.</param>
/// <param name="Typed">What a refused form held.</param>
public sealed record RequirementsView(
    OpenCampaign Open, Query Query, ImmutableArray<Flight> Flights, Flight? Flight, Paging<RequirementLine> Lines, LightCounts Counts,
    ImmutableArray<GateCount> Gates, RequirementLine? Chosen, bool MayWrite, RequirementForm Typed, ImmutableArray<Problem> Problems, Instant Now)
{
    public static RequirementsView From(OpenCampaign open, Query query, Viewer viewer, Instant now, RequirementForm? typed = null, ImmutableArray<Problem> problems = default)
    {
        var flights = OpenSafety.Planned(open);
        var flight = flights.FirstOrDefault(f => f.Id.Value == query["flight"]);
        var all = flight is null
            ? [.. open.Campaign.Safety.Requirements.Select(r => new RequirementLine(r, null))]
            : OpenSafety.Of(open, flight).Requirements.Select(s => new RequirementLine(s.Requirement, s)).ToList();
        var shown = all.Where(l => Matches(l, query)).ToList();
        return new(open, query, flights, flight, Paging<RequirementLine>.Of(shown, int.TryParse(query["page"], out var page) ? page : null),
            LightCounts.Of(all.Where(l => l.Standing is not null).Select(l => l.Standing!.Light)),
            [.. ReadinessBoard.Order.Select(g => new GateCount(g, all.Count(l => l.Requirement.Gate == g), all.Count(l => l.Requirement.Gate == g && l.Standing is { } s && ReadinessBoard.IsOpen(s.Light))))],
            all.FirstOrDefault(l => l.Requirement.Id == query["row"]), viewer.May(Policies.SafetyWrite), typed ?? RequirementForm.Empty, problems.IsDefault ? [] : problems, now);
    }

    private static bool Matches(RequirementLine line, Query query)
    {
        var (row, text) = (line.Requirement, query["q"]?.Trim());
        return (text is null || row.Id.Contains(text, StringComparison.OrdinalIgnoreCase) || row.Text.Contains(text, StringComparison.OrdinalIgnoreCase) || row.Citation.Contains(text, StringComparison.OrdinalIgnoreCase))
            && (query["gate"] is not { } gate || row.Gate?.ToString() == gate)
            && (query["binding"] is not { } binding || row.Binding.ToString() == binding)
            && query["show"] switch
            {
                "open" => line.Standing is { } s && ReadinessBoard.IsOpen(s.Light),
                "met" => line.Standing?.Light == GateLight.Green,
                "not" => line.Standing?.Light == GateLight.NotApplicable,
                "decided" => line.Standing?.Tailored.Decision is not null,
                _ => true,
            };
    }
}

/// <param name="Standing">Null: no flight is chosen.</param>
public sealed record RequirementLine(Requirement Requirement, RequirementStanding? Standing);

/// <param name="Open">Rows of the gate that are not met on the flight.</param>
public sealed record GateCount(Gate Gate, int Rows, int Open);

/// <summary>What someone typed about a requirement: a decision, or evidence.</summary>
public sealed record RequirementForm(
    string? Applicability = null, string? Reason = null, string? Means = null, string? Title = null, string? Effective = null, string? Received = null,
    string? Until = null, string? Source = null, string? Hash = null, bool ForAll = false)
{
    public static RequirementForm Empty { get; } = new();
}

/// <summary>How sure a row of a table is, in words.</summary>
public static class RowTrust
{
    public static string Of(Requirement row) => $"{row.Confidence switch { "H" => "sure", "M" => "fairly sure", _ => "unsure" }}, {row.TextSeen switch { "Y" => "text read", "P" => "partly read", _ => "from memory" }}";
}
