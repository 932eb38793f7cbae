using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Performance;

namespace OneFlight.App.Performance;

/// <summary>The figures and the cases that are still open.</summary>
public sealed record PerformanceView(OpenCampaign Open, ImmutableArray<Kpi> Figures, ImmutableArray<RecoveryCase> OpenCases, Instant Now)
{
    /// <summary>Where a case is worked on: the outcome of its mission's flight; null: the mission waits for one.</summary>
    public string? OutcomeOf(RecoveryCase recovery) =>
        Open.Index.Missions.TryGetValue(new(recovery.Opened.Mission), out var mission) && mission.Flight is { } flight ? $"{Paths.Flight(Open.Id, flight.Value)}/outcome" : null;

    public string MissionOf(RecoveryCase recovery) => Open.Index.NameOf(new Operations.Promises.MissionId(recovery.Opened.Mission));

    /// <summary>The state that a figure is shown with: shape, color and word.</summary>
    public static string Shape(Kpi figure) => figure.Verdict switch
    {
        "shown" => "kept",
        "missed" => "broken",
        "no target" => "not-applicable",
        _ => "waiting",
    };
}

/// <summary>One figure and the very records that it counts, page by page.</summary>
public sealed record KpiView(OpenCampaign Open, Kpi Figure, Paging<KpiRecord> Records, Query Query, string? Only)
{
    public static KpiView From(OpenCampaign open, Kpi figure, Query query)
    {
        var only = query["only"] is "hits" or "others" ? query["only"] : null;
        var records = figure.Records.Where(r => only is null || r.Hit == (only == "hits")).ToImmutableArray();
        return new(open, figure, Paging<KpiRecord>.Of(records, int.TryParse(query["page"], out var page) ? page : null), query, only);
    }
}
