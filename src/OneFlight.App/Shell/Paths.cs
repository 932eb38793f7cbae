using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;

namespace OneFlight.App.Shell;

/// <summary>The addresses of all screens, in one place; they are shared by people and never change meaning.</summary>
public static class Paths
{
    public static string Campaign(CampaignId campaign) => $"/c/{Escape(campaign.Value)}";
    public static string Board(CampaignId campaign) => $"{Campaign(campaign)}/board";
    public static string Flights(CampaignId campaign) => $"{Campaign(campaign)}/flights";
    public static string Flight(CampaignId campaign, string flight) => $"{Flights(campaign)}/{Escape(flight)}";
    public static string Impact(CampaignId campaign) => $"{Campaign(campaign)}/impact";
    public static string Promises(CampaignId campaign) => $"{Campaign(campaign)}/promises";
    public static string Missions(CampaignId campaign) => $"{Campaign(campaign)}/missions";
    public static string Mission(CampaignId campaign, string mission) => $"{Missions(campaign)}/{Escape(mission)}";
    public static string Tasks(CampaignId campaign) => $"{Campaign(campaign)}/tasks";
    public static string Revisions(CampaignId campaign) => $"{Campaign(campaign)}/revisions";
    public static string Revision(CampaignId campaign, int number) => $"{Revisions(campaign)}/{number}";
    public static string Check(CampaignId campaign) => $"{Campaign(campaign)}/check";
    public static string Contracts(CampaignId campaign) => $"{Campaign(campaign)}/contracts";
    public static string Accountability(CampaignId campaign) => $"{Campaign(campaign)}/accountability";
    public static string Notices(CampaignId campaign) => $"{Campaign(campaign)}/notices";
    public static string Notice(CampaignId campaign, int revision, string line) => $"{Notices(campaign)}/{revision}/{Escape(line)}";
    public static string Outbox(CampaignId campaign) => $"{Notices(campaign)}/outbox";
    public static string Requests(CampaignId campaign) => $"{Campaign(campaign)}/requests";
    public static string Request(CampaignId campaign, string request) => $"{Requests(campaign)}/{Escape(request)}";
    public static string Person(CampaignId campaign, string person) => $"{Campaign(campaign)}/people/{Escape(person)}";
    public static string Hazards(CampaignId campaign) => $"{Campaign(campaign)}/hazards";
    public static string Hazard(CampaignId campaign, string hazard) => $"{Hazards(campaign)}/{Escape(hazard)}";
    public static string FlightSafety(CampaignId campaign, string flight) => $"{Flight(campaign, flight)}/safety";
    public static string Requirements(CampaignId campaign, string flight, string? gate = null) =>
        $"{Campaign(campaign)}/requirements?flight={Escape(flight)}{(gate is null ? "" : "&gate=" + Escape(gate))}";
    public static string Export(CampaignId campaign) => $"{Campaign(campaign)}/export.json";

    /// <summary>The page of any thing: a flight, a mission, a person, an item, a manifest and a stock have their own, every other has the page that shows its source.</summary>
    public static string Thing(CampaignId campaign, ThingId thing) => thing.Kind switch
    {
        "flight" => Flight(campaign, thing.Id),
        "mission" => Mission(campaign, thing.Id),
        "person" => Person(campaign, thing.Id),
        "hazard" => Hazard(campaign, thing.Id),
        "flight-hazard" when thing.Id.Split('/') is [var flight, var hazard] => $"{Hazard(campaign, hazard)}?flight={Escape(flight)}",
        "consent" or "consent-document" => FlightSafety(campaign, thing.Id.Split('/')[0]),
        "requirements" when thing.Id.Split('/') is [var flight, var gate] => Requirements(campaign, flight, gate),
        "cargo" => $"{Campaign(campaign)}/cargo/{Escape(thing.Id)}",
        "manifest" => $"{Flight(campaign, thing.Id)}/cargo",
        "stock" => $"{Campaign(campaign)}/stock?stock={Escape(thing.Id)}",
        _ => Source(campaign, thing),
    };

    /// <summary>What a thing is, what it depends on and what depends on it.</summary>
    public static string Source(CampaignId campaign, ThingId thing) => $"{Campaign(campaign)}/things/{Escape(thing.Kind)}/{Segments(thing.Id)}";

    /// <summary>The address if it stays on this site, else the start page.</summary>
    public static string Safe(string? back) => back is ['/', not '/' and not '\\', ..] or "/" ? back : "/";

    // An activity's id names its flight before a slash, and stays readable in the address.
    private static string Segments(string id) => string.Join('/', id.Split('/').Select(Escape));

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
