using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Feeds;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Portal;

/// <summary>The calendar of someone's mission: the dates of their page, as they were told of them.</summary>
public static class PortalFeed
{
    public const string Kind = "mission";

    /// <summary>Who may have one: those whose page shows dates whatever others allow.</summary>
    public static bool For(PortalFacts facts) => facts.As != Relation.Family;

    public static FeedSource Source { get; } = new(Kind, Of)
    {
        Known = (http, open, claim) => http.RequestServices.GetRequiredService<PortalReading>().Known(http, open, claim.Subject),
    };

    private static FeedCalendar? Of(OpenCampaign open, FeedClaim claim)
    {
        if (!open.Index.Missions.TryGetValue(new(claim.Subject), out var mission) || PortalReading.RoleIn(claim.AsViewer(), mission, Policies.PortalRead) is not { } role
            || role == Role.Family) return null;
        var flight = mission.Flight is { } id ? open.Index.Flights.GetValueOrDefault(id) : null;
        return new($"My mission{(flight is null ? "" : $", {flight.Name}")}", [.. PortalDates.Of(open, flight, mission, role.Own()).Select(d => Event(open, mission, flight!, d))]);
    }

    private static CalendarEvent Event(OpenCampaign open, CustomerMission mission, Flight flight, PortalDate date) => new(
        $"{open.Id}/{mission.Id}/{date.Key}", open.Revision.Number, open.Revision.At, date.Start, date.End, $"{date.Name}, {flight.Name}",
        open.Campaign.AsOf is null ? null : "From a demonstration: nobody flies.", null, flight.Cancelled is not null);
}
