using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Safety;
using OneFlight.Operations.Stewardship;
using OneFlight.Operations.Supply;
using OneFlight.Operations.Training;

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
        (c, s) => CargoStatement.State(c.Cargo, c.Flights, c.Fleet, c.Supply.Bags, c.Supply.Segregation, s),
        (c, s) => QualificationStatement.State(c.Qualifications, c.Clearances, c.People, c.Flights, c.Fleet, now, s),
        (c, s) => TrainingStatement.State(c.Training, c.Flights, c.Qualifications, now, s),
        (c, s) => SafetyStatement.State(c.Safety, c.Flights, f => CampaignSafety.From(c, f, now), f => CampaignSafety.Facts(c, f, now), s),
        (c, s) => ControlStatement.State(c.Control, c.Qualifications, c.Flights, now, s),
        (c, s) => SupplyStatement.State(c.Supply, c.Fleet, c.Flights, c.Cargo, now, s),
        (c, s) => CareStatement.State(c.Care, c.Missions, c.Flights, now, s),
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
