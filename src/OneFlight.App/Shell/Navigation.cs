using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;

namespace OneFlight.App.Shell;

/// <param name="Key">What a page names as its place.</param>
/// <param name="Group">Heading under which it stands.</param>
/// <param name="Policy">Whoever may not see the page does not see the link.</param>
public sealed record NavItem(string Key, string Name, string Path, string? Count, string Group, string Policy);

/// <summary>The way around a campaign and around a flight, in one place.</summary>
public static class Navigation
{
    public static ImmutableArray<NavItem> Of(OpenCampaign open, FrameCounts counts)
    {
        var at = Paths.Campaign(open.Id);
        return
        [
            new("board", "Board", Paths.Board(open.Id), null, "Plan", Policies.CampaignRead),
            new("flights", "Flights", Paths.Flights(open.Id), Say.Number(open.Campaign.Flights.Length, 0), "Plan", Policies.CampaignRead),
            new("impact", "Impact", Paths.Impact(open.Id), null, "Plan", Policies.PlanTry),
            new("check", "Check", Paths.Check(open.Id), null, "Plan", Policies.CampaignRead),
            new("revisions", "Revisions", Paths.Revisions(open.Id), Say.Number(open.Revision.Number, 0), "Plan", Policies.CampaignRead),
            new("qualifications", "Qualifications", $"{at}/qualifications", null, "People", Policies.QualificationRead),
            new("training", "Training", $"{at}/training", null, "People", Policies.TrainingRead),
            new("surgeon", "Surgeon's desk", $"{at}/surgeon", null, "People", Policies.MedicalRead),
            new("hazards", "Hazards", $"{at}/hazards", null, "Safety", Policies.SafetyRead),
            new("requirements", "Requirements", $"{at}/requirements", null, "Safety", Policies.SafetyRead),
            new("mishaps", "Mishaps", $"{at}/mishaps", null, "Safety", Policies.MishapReport),
            new("cargo", "Cargo", $"{at}/cargo", null, "Ground", Policies.CargoRead),
            new("stock", "Stock", $"{at}/stock", null, "Ground", Policies.SupplyRead),
            new("promises", "Promises", Paths.Promises(open.Id), Say.Number(open.Campaign.Promises.Length, 0), "Care", Policies.CampaignRead),
            new("missions", "Missions", Paths.Missions(open.Id), Say.Number(open.Campaign.Missions.Length, 0), "Care", Policies.CampaignRead),
            new("contracts", "Contracts", $"{at}/contracts", null, "Care", Policies.CommercialRead),
            new("accountability", "Accountability", $"{at}/accountability", null, "Care", Policies.CampaignRead),
            new("tasks", "Who must hear", Paths.Tasks(open.Id), counts.OpenTasks > 0 ? Say.Number(counts.OpenTasks, 0) : null, "Care", Policies.CampaignRead),
            new("notices", "Notices", $"{at}/notices", null, "Care", Policies.NoticeRead),
            new("requests", "Requests", $"{at}/requests", null, "Care", Policies.CampaignRead),
            new("care", "After landing", $"{at}/care", null, "Care", Policies.CareRead),
            new("performance", "Performance", $"{at}/performance", null, "Learn", Policies.PerformanceRead),
            new("lessons", "Lessons", $"{at}/lessons", null, "Learn", Policies.PerformanceRead),
            new("library", "Library", $"{at}/library", null, "Learn", Policies.LibraryRead),
        ];
    }

    /// <summary>The pages of one flight.</summary>
    public static ImmutableArray<FlightTab> OfFlight { get; } =
    [
        new("overview", "Overview", "", Policies.CampaignRead),
        new("readiness", "Readiness", "/readiness", Policies.ReadinessRead),
        new("people", "People", "/people", Policies.QualificationRead),
        new("training", "Training", "/training", Policies.TrainingRead),
        new("safety", "Hazards and consent", "/safety", Policies.SafetyRead),
        new("cargo", "Cargo", "/cargo", Policies.CargoRead),
        new("control", "Launch and flight", "/control", Policies.ControlRead),
        new("outcome", "Outcome", "/outcome", Policies.VerdictRead),
    ];
}

/// <param name="Segment">What follows the flight's own address.</param>
public sealed record FlightTab(string Key, string Name, string Segment, string Policy);
