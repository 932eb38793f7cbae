using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns;

/// <summary>The capabilities that have a say in a campaign. A new one joins the one answer by a line here.</summary>
public static class CampaignStatement
{
    /// <param name="now">Against which readiness is judged, such as whether there is time to renew.</param>
    public static ImmutableArray<StateThings<Campaign>> Capabilities(Instant now) =>
    [
        (c, s) => FlightStatement.State(c.Flights, c.Templates, s),
        (c, s) => FleetStatement.State(c.Fleet, c.Flights, c.Templates, s),
        (c, s) => SeatStatement.State(c.People, c.Flights, now, s),
        (c, s) => CargoStatement.State(c.Cargo, c.Flights, s),
        (c, s) => PromiseStatement.State(c.Missions, c.Promises, c.Rules, c.Flights, c.Templates, CargoLeft.MissionsLeft(c.Cargo), s),
    ];

    /// <summary>Everything that the capabilities say about the campaign.</summary>
    public static Statement Of(Campaign campaign, Instant now)
    {
        var statement = new StatementBuilder();
        foreach (var state in Capabilities(now)) state(campaign, statement);
        return statement.Build();
    }
}
