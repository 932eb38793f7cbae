using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Promises;

/// <summary>The promise ledger: one saved view, filtered, sorted, one page of it, and one promise opened beside it.</summary>
public sealed record LedgerView(
    OpenCampaign Open, Query Query, string View, ImmutableArray<SavedView> Views, string? Text, string? Category, ImmutableArray<string> Categories,
    string? Narrowed, string Sort, Paging<LedgerLine> Lines, PromisePeek? Peek, Instant Now)
{
    public static LedgerView From(OpenCampaign open, Query query, Instant now)
    {
        var ledger = Ledger.Of(open);
        var (view, text, category, mission, flight) = (query["view"] ?? "all", query["q"], query["category"], query["mission"], query["flight"]);
        var (start, end) = Month(now);
        bool In(LedgerLine l, string key) => key switch
        {
            "at-risk" => l.State.Status is PromiseStatus.AtRisk or PromiseStatus.Bent,
            "broken" => l.State.Status == PromiseStatus.Broken,
            "due" => l.State.Due is { } due && due >= start && due < end,
            "unconfirmed" => l.Promise.Kind is PromiseKind.Implied or PromiseKind.Inferred,
            "waiting" => l.State.Status == PromiseStatus.Waiting,
            _ => true,
        };

        var narrowed = ledger.Lines.Where(l =>
            (mission is null || l.Promise.Mission.Value == mission) && (flight is null || l.Flight?.Id.Value == flight)
            && (category is null || l.Rule?.Category == category) && (text is null || Says(l, text.Trim()))).ToList();
        var lines = Sorted(narrowed.Where(l => In(l, view)), query["sort"] ?? "-state").ToList();
        return new(open, query, view, [.. savedViews.Select(v => new SavedView(v.Key, v.Name, narrowed.Count(l => In(l, v.Key)), query.With("view", v.Key == "all" ? null : v.Key).ToString()))],
            text, category, [.. open.Campaign.Rules.Select(r => r.Category).Distinct().Order(StringComparer.Ordinal)],
            mission is not null ? open.Index.NameOf(new MissionId(mission)) : flight is not null ? open.Index.NameOf(new FlightId(flight)) : null,
            query["sort"] ?? "-state", Paging<LedgerLine>.Of(lines, int.TryParse(query["page"], out var page) ? page : null),
            PromisePeek.Of(open, query["open"]), now);
    }

    private static readonly (string Key, string Name)[] savedViews =
        [("all", "All"), ("at-risk", "At risk"), ("broken", "Broken"), ("due", "Due this month"), ("unconfirmed", "Unconfirmed"), ("waiting", "Waiting")];

    private static (Instant Start, Instant End) Month(Instant now)
    {
        var first = now.InUtc().Date.With(DateAdjusters.StartOfMonth);
        return (first.AtMidnight().InUtc().ToInstant(), first.PlusMonths(1).AtMidnight().InUtc().ToInstant());
    }

    private static bool Says(LedgerLine line, string text) =>
        line.Promise.Words.Contains(text, StringComparison.OrdinalIgnoreCase) || line.Promise.Id.Value.Contains(text, StringComparison.OrdinalIgnoreCase)
        || line.Mission?.Name.Contains(text, StringComparison.OrdinalIgnoreCase) == true || line.Flight?.Name.Contains(text, StringComparison.OrdinalIgnoreCase) == true
        || line.Promise.Rule.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<LedgerLine> Sorted(IEnumerable<LedgerLine> lines, string sort)
    {
        var ordered = sort.TrimStart('-') switch
        {
            "mission" => lines.OrderBy(l => l.Mission?.Name, StringComparer.OrdinalIgnoreCase),
            "flight" => lines.OrderBy(l => l.Flight?.Name ?? "~", StringComparer.OrdinalIgnoreCase),
            "due" => lines.OrderBy(l => l.State.Due ?? Instant.MaxValue),
            "weight" => lines.OrderBy(l => l.Promise.Weight),
            "kind" => lines.OrderBy(l => l.Promise.Kind),
            // Soonest first within a state, whichever way the states run.
            _ => sort.StartsWith('-')
                ? lines.OrderByDescending(l => l.State.Status).ThenBy(l => l.State.Due ?? Instant.MaxValue).ThenByDescending(l => l.Promise.Weight)
                : lines.OrderBy(l => l.State.Status).ThenBy(l => l.State.Due ?? Instant.MaxValue),
        };
        return sort.StartsWith('-') && sort != "-state" ? ordered.Reverse() : ordered;
    }
}

/// <param name="Count">How many promises it shows under the filter in force.</param>
public sealed record SavedView(string Key, string Name, int Count, string Path);

/// <summary>One promise opened: its words, its rule, its facts and what it depends on.</summary>
public sealed record PromisePeek(OpenCampaign Open, LedgerLine Line, string Limits, string Terms, ImmutableArray<(ThingId Thing, string Name, string Reason, string State)> DependsOn)
{
    public static PromisePeek? Of(OpenCampaign open, string? id)
    {
        if (id is null || Ledger.Of(open).ById.GetValueOrDefault(id) is not { } line) return null;
        var causes = open.CausesOf(line.Promise.Id.Thing).GroupBy(l => l.Cause, l => l.Reason)
            .Select(g => (g.Key, open.Statement.Find(g.Key)?.Name ?? g.Key.ToString(), string.Join("; ", g.Distinct()), Things.StateWords.Of(open, open.Statement.Find(g.Key)?.Value, Say.Unknown)));
        return new(open, line, LimitsOf(line.Rule), TermsOf(line.Promise.Terms), [.. causes]);
    }

    private static string LimitsOf(PromiseRule? rule)
    {
        if (rule is null) return "its rule is not in the campaign";
        if (rule.DecidedBy != DecidedBy.Plan) return $"a {Say.Words(rule.DecidedBy)} decides; until then it waits";
        var than = rule.Comparison == Comparison.AtMost ? "at most" : "at least";
        return $"kept at {than} {Say.Number(rule.Kept)} {rule.Unit}, broken past {Say.Number(rule.Bent)} {rule.Unit}, bent between; reads {rule.Fact?.Replace('-', ' ')}";
    }

    private static string TermsOf(PromiseTerms terms)
    {
        List<string> said = [];
        if (terms.Window is { } window) said.Add($"window {Say.When(window.Start)} to {Say.When(window.End)}");
        if (terms.By is { } by) said.Add($"by {Say.When(by)}");
        if (terms.Amount is { } amount) said.Add($"amount {Say.Number(amount)}");
        return said.Count == 0 ? "none beside the rule" : string.Join("; ", said);
    }
}
