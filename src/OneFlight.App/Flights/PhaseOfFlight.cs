using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Flights;

/// <summary>The activities of one stretch of a flight, in time order.</summary>
public sealed record PhaseOfFlight(string Name, string Span, ImmutableArray<ActivityRow> Activities)
{
    /// <summary>Apart from the rest, for there are many.</summary>
    public const string Sessions = "Training sessions";

    public static ImmutableArray<PhaseOfFlight> AllOf(OpenCampaign open, Flight flight)
    {
        if (flight.Plan is not { } plan) return [];
        var binding = plan.Why.Where(b => b.Choice.StartsWith("activity:", StringComparison.Ordinal)).ToLookup(b => b.Choice["activity:".Length..], b => b.Text);
        return [.. plan.Activities
            .OrderBy(a => a.Start)
            .GroupBy(a => open.Index.TemplateOf(flight, a.Id) is { Type: "training" } ? names.Length - 1 : PhaseAt(a.Start, plan))
            .OrderBy(g => g.Key)
            .Select(g => new PhaseOfFlight(names[g.Key], Say.Count(g.Count(), "activity", "activities"), [.. g.Select(a => ActivityRow.Of(open, flight, a, binding[a.Id.Value]))]))];
    }

    private static readonly string[] names = ["More than six months before", "The last six months", "The last 30 days", "In flight", "After landing", Sessions];

    private static int PhaseAt(Instant start, FlightPlan plan)
    {
        if (plan.End is { } end && start >= end) return 4;
        if (start >= plan.Launch) return 3;
        var before = plan.Launch - start;
        return before <= Duration.FromDays(30) ? 2 : before <= Duration.FromDays(182) ? 1 : 0;
    }
}

/// <summary>An activity in one line.</summary>
/// <param name="OnSlip">What it does when its anchor moves, in words.</param>
/// <param name="Why">What holds it where it is; empty when nothing does.</param>
public sealed record ActivityRow(PlannedActivity Activity, string Name, string OnSlip, string Needs, string After, string Who, string Why)
{
    public static ActivityRow Of(OpenCampaign open, Flight flight, PlannedActivity activity, IEnumerable<string> why)
    {
        if (open.Index.TemplateOf(flight, activity.Id) is not { } template) return new(activity, activity.Id.Value, "", "", "", "", string.Join("; ", why));
        return new(activity, template.Name, InWords(template.OnSlip),
            string.Join(", ", template.Needs.Select(n => open.Index.Resources.TryGetValue(n, out var r) ? r.Name : n.Value)),
            string.Join(", ", template.Prerequisites.Select(p => open.Index.TemplateOf(flight, p.Activity)?.Name ?? p.Activity.Value)),
            string.Join(", ", template.Who), string.Join("; ", why));
    }

    /// <summary>What an activity does when the launch or landing moves, after the table of slip behaviors.</summary>
    public static string InWords(SlipBehavior behavior) => behavior switch
    {
        SlipBehavior.Anchor => "is the anchor",
        SlipBehavior.MovesWithLaunch => "moves with the launch",
        SlipBehavior.MovesWithLanding => "moves with the landing",
        SlipBehavior.MovesUntilBegunThenExtends => "moves until begun, then lasts longer",
        SlipBehavior.Floats => "keeps its date until forced",
        SlipBehavior.Fixed => "never moves",
        SlipBehavior.FixedDeadline => "must end by a fixed date",
        SlipBehavior.RepeatEachAttempt => "again for each attempt",
        SlipBehavior.RepeatIfScrubOver48Hours => "again after 48 h between attempts",
        SlipBehavior.RepeatIfSlipOver30Days => "again after a slip over 30 d",
        SlipBehavior.DailyRefresh => "renewed every day",
        SlipBehavior.DailyOrWeekly => "daily, later weekly",
        SlipBehavior.RecheckOnVehicleOrHazardChange => "again if vehicle or hazards change",
        _ => throw new ArgumentOutOfRangeException(nameof(behavior), behavior, null),
    };
}
