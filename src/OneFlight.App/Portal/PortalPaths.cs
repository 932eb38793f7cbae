using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Portal;

/// <summary>Addresses of customers' pages.</summary>
public static class PortalPaths
{
    public const string Home = "/portal";

    public static string Mission(CampaignId campaign, string mission) => $"/portal/{Uri.EscapeDataString(campaign.Value)}/{Uri.EscapeDataString(mission)}";
}
