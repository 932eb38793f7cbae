using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Exchange;

/// <summary>One row of the template table as read.</summary>
/// <param name="NominalAnchor">When the row's anchor nominally is, after liftoff.</param>
internal sealed record MissionTemplateRow(
    CsvRow Row, string MissionType, ActivityTemplate Activity, ImmutableArray<ResourceName> Resources, Duration NominalAnchor)
{
    private static readonly Dictionary<string, SlipBehavior> Behaviors = new(StringComparer.Ordinal)
    {
        ["anchor"] = SlipBehavior.Anchor, ["moves-with-launch"] = SlipBehavior.MovesWithLaunch, ["moves-with-landing"] = SlipBehavior.MovesWithLanding,
        ["moves-until-begun-then-extends"] = SlipBehavior.MovesUntilBegunThenExtends, ["floats"] = SlipBehavior.Floats, ["fixed"] = SlipBehavior.Fixed,
        ["fixed-deadline"] = SlipBehavior.FixedDeadline, ["repeat-each-attempt"] = SlipBehavior.RepeatEachAttempt,
        ["repeat-if-scrub>48h"] = SlipBehavior.RepeatIfScrubOver48Hours, ["repeat-if-slip>30d"] = SlipBehavior.RepeatIfSlipOver30Days,
        ["daily-refresh"] = SlipBehavior.DailyRefresh, ["daily-or-weekly"] = SlipBehavior.DailyOrWeekly,
        ["recheck-on-vehicle-or-hazard-change"] = SlipBehavior.RecheckOnVehicleOrHazardChange,
    };

    private static readonly Dictionary<string, Anchor> Anchors = new(StringComparer.Ordinal)
    {
        ["L"] = Anchor.Launch, ["D"] = Anchor.Arrival, ["U"] = Anchor.Departure, ["S"] = Anchor.End,
    };

    /// <summary>Null when a field cannot be read, which is then among the problems.</summary>
    public static MissionTemplateRow? Read(CsvRow row, CsvProblems problems)
    {
        var (type, id, name, kind) = (row.Text("mission_type", problems), row.Text("activity_id", problems), row.Text("activity", problems), row.Text("type", problems));
        if (!Anchors.TryGetValue(row["anchor"], out var anchor)) problems.Add("unknown-anchor", row.Where("anchor"), CsvProblems.Show(row["anchor"]), "L, D, U or S");
        if (!Behaviors.TryGetValue(row["slip_behaviour"], out var onSlip))
            problems.Add("unknown-slip-behavior", row.Where("slip_behaviour"), CsvProblems.Show(row["slip_behaviour"]), "one of data/slip-behaviors.csv");
        var (offset, start) = (Span(row, "anchor_offset_days", 86400, problems), Span(row, "start_day_rel_launch", 86400, problems));
        var (nominal, low, high) = (Span(row, "duration_h", 3600, problems), Span(row, "duration_low_h", 3600, problems), Span(row, "duration_high_h", 3600, problems));
        if (type.Length == 0 || id.Length == 0 || offset is null || start is null || nominal is null || low is null || high is null) return null;

        var resources = Parts(row["resources"]).Select(r => new ResourceName(MissionTemplates.Slug(r), r)).DistinctBy(r => r.Id).ToImmutableArray();
        var activity = new ActivityTemplate(
            new(id), name, kind, anchor, offset.Value, nominal.Value, low.Value, high.Value, [.. resources.Select(r => r.Id)],
            [.. Parts(row["prerequisites"]).Select(Prerequisite)], Parts(row["who"]), onSlip, row["confidence"]);
        return new(row, type, activity, resources, start.Value - offset.Value);
    }

    private static Prerequisite Prerequisite(string text) =>
        text.EndsWith(":SS", StringComparison.Ordinal) ? new(new(text[..^3]), StartToStart: true) : new(new(text), StartToStart: false);

    private static ImmutableArray<string> Parts(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whole seconds: a table with four decimals of a day means no more, and clocks show no less.</summary>
    private static Duration? Span(CsvRow row, string header, int secondsEach, CsvProblems problems)
    {
        if (row.Text(header, problems).Length == 0 || row.Number(header, problems) is not { } value) return null;
        return Duration.FromSeconds(Math.Round(value * secondsEach, MidpointRounding.AwayFromZero));
    }
}
