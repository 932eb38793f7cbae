using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>A booked journey of someone's family to an event of the flight.</summary>
/// <param name="To">Where to; seen by those who may read family facts alone, as are name and price.</param>
/// <param name="For">The event that they come for.</param>
/// <param name="RefundableUntil">Null: it cannot be given back.</param>
public sealed record FamilyTravel(
    string Id, MissionId Mission, PersonId Who, string From, string To, Instant Arrives, Instant Leaves, Anchor For, Money Price, Instant? RefundableUntil)
{
    public ThingId Thing => new(CareKinds.Travel, Id);
}

public enum TravelFit { Fits, MissesRefundable, MissesLost, Unknown }

/// <summary>Whether the booked days still hold the event. Names nobody, no place and no price.</summary>
/// <param name="Days">By how many days the event lies outside; 0 inside.</param>
public sealed record TravelState(TravelFit Fit, int Days, Instant? RefundableUntil) : StateValue
{
    public override string Text => Fit switch
    {
        TravelFit.Fits => "the booked days hold the event",
        TravelFit.MissesRefundable => $"the event lies {Words} outside the booked days; can be given back until {TimeText.Day(RefundableUntil!.Value)}",
        TravelFit.MissesLost => $"the event lies {Words} outside the booked days; cannot be given back",
        _ => "not known: the flight has no date",
    };

    private string Words => Days == 1 ? "1 day" : $"{Days} days";

    public static TravelState Of(FamilyTravel travel, FlightPlan? plan, Instant now)
    {
        if (TermDate.From(travel.For, 0).In("UTC", plan) is not { } at) return new(TravelFit.Unknown, 0, null);
        if (travel.Arrives <= at && at < travel.Leaves) return new(TravelFit.Fits, 0, null);
        var outside = at < travel.Arrives ? travel.Arrives - at : at - travel.Leaves;
        var days = Math.Max(1, (int)Math.Ceiling(outside.TotalDays));
        return travel.RefundableUntil is { } until && now < until ? new(TravelFit.MissesRefundable, days, until) : new(TravelFit.MissesLost, days, null);
    }
}
