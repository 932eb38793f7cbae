using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Flights;

/// <summary>The points of a flight at which one asks whether someone may fly.</summary>
public enum Checkpoint { Launch, Docking, Landing, LandingAndReserve }

/// <summary>One demand on who sits in a seat, and how they meet it.</summary>
public sealed record SeatStanding(QualificationDemand Demand, Standing Standing);

/// <summary>May this person fly in this seat on this vehicle through this landing.</summary>
public static class SeatQualifications
{
    /// <summary>What the seat demands: of several demands for one type the one that says most.</summary>
    public static IEnumerable<QualificationDemand> Demands(QualificationBook book, Flight flight, Seat seat, VehicleTypeId? type) => book.Demands
        .Where(d => (d.Role == QualificationDemand.Any || d.Role == seat.Role) && Fits(d.FlightKind, flight.Kind.ToString())
            && Fits(d.VehicleType, type?.Value) && Fits(d.Station, flight.Wish.Station?.Value))
        .GroupBy(d => d.Type).Select(g => g.OrderByDescending(Says).First());

    /// <summary>How a person meets each demand of a seat; empty: nothing is demanded, or the flight has no date.</summary>
    /// <param name="type">Type of the vehicle that flies; null: none planned.</param>
    /// <param name="asOf">From when one looks.</param>
    /// <param name="knownBy">Only what was known by then counts; null: all that is known.</param>
    public static ImmutableArray<SeatStanding> Of(
        QualificationBook book, Flight flight, Seat seat, PersonId person, VehicleTypeId? type, Instant asOf,
        Checkpoint at = Checkpoint.LandingAndReserve, Instant? knownBy = null)
    {
        if (flight.Plan is not { } plan) return [];
        var reserve = book.ReserveFor(flight.Kind.ToString());
        var point = Point(plan, seat, reserve, asOf, at);
        return [.. Demands(book, flight, seat, type).Select(demand => new SeatStanding(demand, Currency.Of(book, person, demand.Type, new(
            flight.Id.Value, flight.Kind.ToString(), type?.Value, seat.Role, point, MarginOf(reserve, plan, asOf), asOf,
            plan.Launch - Duration.FromDays(demand.DueDays), knownBy))))];
    }

    /// <summary>How the surgeon's word stands for a person on the flight.</summary>
    public static ClearanceStanding Clearance(QualificationBook book, Clearance? clearance, Person person, Flight flight, Seat seat, Instant asOf)
    {
        if (flight.Plan is not { } plan) return new(Links.GateLight.Unknown, "the flight has no date", null);
        var reserve = book.ReserveFor(flight.Kind.ToString());
        return ClearanceStanding.Of(clearance, person, plan.Launch, Point(plan, seat, reserve, asOf, Checkpoint.LandingAndReserve), MarginOf(reserve, plan, asOf));
    }

    /// <summary>When things are checked. Who rides up only is checked through docking: the flight that brings them down asks again. After
    /// the landing no reserve is needed any more.</summary>
    public static Instant Point(FlightPlan plan, Seat seat, FlightReserve reserve, Instant asOf, Checkpoint at)
    {
        var landing = (seat.Legs == Legs.Up ? plan.Arrival : plan.End) ?? plan.Launch;
        return at switch
        {
            Checkpoint.Launch => plan.Launch,
            Checkpoint.Docking => plan.Arrival ?? plan.Launch,
            Checkpoint.LandingAndReserve when asOf < landing => landing + Duration.FromDays(reserve.Days),
            _ => landing,
        };
    }

    private static Duration MarginOf(FlightReserve reserve, FlightPlan plan, Instant asOf) =>
        asOf >= (plan.End ?? Instant.MaxValue) ? Duration.Zero : Duration.FromDays(reserve.MarginDays);

    private static bool Fits(string? wanted, string? found) => wanted is null || wanted == found;

    private static int Says(QualificationDemand d) =>
        (d.Role == QualificationDemand.Any ? 0 : 1) + (d.FlightKind is null ? 0 : 1) + (d.VehicleType is null ? 0 : 1) + (d.Station is null ? 0 : 1);
}
