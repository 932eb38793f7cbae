using System.Collections.Immutable;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Library;

/// <summary>One row of a reference table.</summary>
/// <param name="Group">What it stands under: the template, the curriculum.</param>
/// <param name="Facts">What it says, in short.</param>
/// <param name="Confidence">H, M or L; empty: the table gives none.</param>
/// <param name="Source">On what the row rests; empty: the table does not say.</param>
public sealed record LibraryRow(string Group, string Id, string Title, string Facts, string Confidence, string Source);

/// <summary>A reference table that a campaign was made with.</summary>
/// <param name="Key">In its address.</param>
/// <param name="File">In <c>data/</c>.</param>
public sealed record LibraryTable(string Key, string Name, string File, Func<Campaign, IEnumerable<LibraryRow>> Rows);

/// <summary>Every reference table, in one list: a capability adds its own by a line here.</summary>
public static class LibraryTables
{
    public static ImmutableArray<LibraryTable> All { get; } =
    [
        new("templates", "Mission templates", "mission-templates.csv", c => c.Templates.SelectMany(t => t.Activities.Select(a => new LibraryRow(
            t.Name, a.Id.Value, a.Name, $"{Say.Words(a.Anchor)} {Say.Moved(a.Offset)}, {Say.Span(a.Duration)} ({Say.Span(a.Shortest)} to {Say.Span(a.Longest)})", a.Confidence, "")))),
        new("curricula", "Curricula", "curricula.csv", c => c.Training.Curricula.SelectMany(k => k.Modules.Select(m => new LibraryRow(
            $"{k.Id}: {k.Title}", m.Id, m.Title,
            $"{(m.Roles.IsEmpty ? "all" : string.Join(", ", m.Roles))}; {Say.Number(m.Hours, 1)} h ({Say.Number(m.HoursLeast, 0)} to {Say.Number(m.HoursMost, 0)}), {m.Place}, {m.Ratio}, day {Say.Number(m.StartDay, 0)}"
                + $"{(m.Prerequisites.IsEmpty ? "" : $", after {string.Join(", ", m.Prerequisites)}")}; {m.Assessment}: {m.PassStandard}; counts {m.Currency}{(m.GraceDays > 0 ? $" + {m.GraceDays} d" : "")}",
            m.Confidence, m.Basis)))),
        new("requirements", "Requirements", "requirements-catalogue.csv", c => c.Safety.Requirements.Select(r => new LibraryRow(
            r.Section, r.Id, r.Text, $"{r.Citation}; {Say.Words(r.Binding)}; {string.Join(", ", r.AppliesTo)}; evidence: {r.EvidenceExpected}; {r.Recurrence}", r.Confidence, TextSeen(r.TextSeen)))),
        new("contingencies", "Contingencies", "contingencies.csv", c => c.Control.Contingencies.Select(k => new LibraryRow(
            k.Category, k.Id, k.Name, $"{k.Severity}; seen by {string.Join(", ", k.Detection)}; first: {string.Join(", ", k.FirstActions)}; drilled {k.DrillInterval}", k.Confidence, TextSeen(k.TextSeen)))),
        new("criteria", "Commit criteria", "commit-criteria.csv", c => c.Control.Criteria.Select(k => new LibraryRow(
            k.Group, k.Id, k.Text, $"{k.LimitWords}; {k.Who}; waivable: {Say.Words(k.Waivable)}", k.Confidence, $"{k.Basis}; {TextSeen(k.TextSeen)}"))),
        new("phases", "Flight phases", "flight-phases.csv", c => c.Control.Phases.Select(p => new LibraryRow(
            p.Stretch, p.Id, p.Event, $"{Say.Words(p.Anchor)} {Say.Moved(p.Start)}, {Say.Span(p.Lasts)}; {p.Kind}; {p.Who}{(p.Limit.Length > 0 ? $"; {p.Limit}" : "")}", p.Confidence, $"{p.Basis}; {TextSeen(p.TextSeen)}"))),
        new("journeys", "Journeys", "journey-templates.csv", c => c.Care.Steps.Select(s => new LibraryRow(s.Template, s.Id, s.Name, $"{s.When}; {s.Owner}, {s.Accountable} accountable; done when {s.DoneWhen}", "", s.Basis))),
        new("consumables", "Consumables", "consumables.csv", c => c.Supply.Consumables.Select(s => new LibraryRow("per person and day", s.Id, s.Name, $"{Say.Number(s.KilogramsPerCrewDay)} kg; {s.Basis}", s.Confidence, s.Source))),
        new("medical-measures", "Medical measures", "medical-measures.csv", c => c.Qualifications.Measures.Select(m => new LibraryRow(m.Group, m.Id, m.Item, $"{m.When}; {m.Visibility}", m.Confidence, ""))),
    ];

    /// <summary>How much of the source was read.</summary>
    private static string TextSeen(string letter) => letter switch { "Y" => "text read", "P" => "text read in part", "N" => "from memory", _ => "not said whether the text was read" };

    public static LibraryTable? Find(string key) => All.FirstOrDefault(t => t.Key == key);
}
