using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Cargo;

/// <summary>Addresses of the pages about cargo.</summary>
public static class CargoPaths
{
    public static string Items(CampaignId campaign) => $"{Paths.Campaign(campaign)}/cargo";
    public static string Item(CampaignId campaign, CargoItemId item) => $"{Items(campaign)}/{Uri.EscapeDataString(item.Value)}";
    public static string Manifest(CampaignId campaign, FlightId flight) => $"{Paths.Flight(campaign, flight.Value)}/cargo";
}
