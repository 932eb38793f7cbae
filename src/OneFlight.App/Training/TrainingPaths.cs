using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Training;

/// <summary>The addresses of training.</summary>
public static class TrainingPaths
{
    public static string All(CampaignId campaign) => $"{Paths.Campaign(campaign)}/training";

    public static string Session(CampaignId campaign, string flight, string activity) =>
        $"{All(campaign)}/sessions/{Uri.EscapeDataString(flight)}/{Uri.EscapeDataString(activity)}";

    public static string Flight(CampaignId campaign, string flight) => $"{Paths.Flight(campaign, flight)}/training";
}
