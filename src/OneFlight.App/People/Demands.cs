using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.App.People;

/// <summary>One demand on someone in a seat: what it comes to, by which rule, on which evidence.</summary>
/// <param name="Key">Names the row in an address.</param>
/// <param name="Through">Through when it is checked.</param>
public sealed record DemandRow(string Key, Flight Flight, Seat Seat, Person Person, QualificationDemand Demand, Standing Standing, Instant Through)
{
    public string Name => Standing.Rule?.Name ?? Demand.Type;

    public ThingId Thing => QualificationStatement.RowOf(Flight.Id, Seat, Demand);
}

/// <summary>What all seats of a campaign demand and how it is met.</summary>
public static class Demands
{
    /// <summary>Of every seat that someone sits in on a planned flight.</summary>
    public static ImmutableArray<DemandRow> All(OpenCampaign open) => open.View("demands", () => open.Campaign.Flights.SelectMany(f => Of(open, f, open.Now)).ToImmutableArray());

    /// <summary>Of one flight.</summary>
    /// <param name="knownBy">Only what was known by then counts, and it is looked at from then; null: now.</param>
    public static IEnumerable<DemandRow> Of(OpenCampaign open, Flight flight, Instant now, Instant? knownBy = null)
    {
        var book = open.Campaign.Qualifications;
        if (flight.Plan is not { } plan || book.Demands.IsEmpty) yield break;
        var (asOf, type) = (knownBy ?? now, TypeOf(open, flight));
        foreach (var seat in flight.Seats)
        {
            if (seat.Person is not { } id || !open.Index.Persons.TryGetValue(id, out var person)) continue;
            var through = SeatQualifications.Point(plan, seat, book.ReserveFor(flight.Kind.ToString()), asOf, Checkpoint.LandingAndReserve);
            foreach (var (demand, standing) in SeatQualifications.Of(book, flight, seat, id, type, asOf, knownBy: knownBy))
                yield return new($"{flight.Id}/{seat.Number}/{demand.Id}", flight, seat, person, demand, standing, through);
        }
    }

    public static Operations.Fleet.VehicleTypeId? TypeOf(OpenCampaign open, Flight flight) =>
        flight.Plan is { } plan && open.Index.Vehicles.TryGetValue(plan.Vehicle, out var vehicle) ? vehicle.Type : null;

    /// <summary>The clearance that stands for a person; null: none was issued.</summary>
    public static Clearance? ClearanceOf(OpenCampaign open, PersonId person) => open.Campaign.Clearances.Where(c => c.Person == person).MaxBy(c => c.IssuedAt);

    /// <summary>When a light turns, in words: "turns 1 Apr 2027"; what is red or does not turn says nothing.</summary>
    public static string Turns(Instant? at, GateLight light, Instant now) => at is not { } turns || light is GateLight.Red ? ""
        : turns <= now ? $"due since {Say.Day(turns)}" : light is GateLight.Unknown ? $"due {Say.Day(turns)}" : $"turns {Say.Day(turns)}";

    /// <summary>How a rule tells until when something is good, in words.</summary>
    public static string RuleWords(QualificationRule rule, QualificationBook book) => rule.Kind switch
    {
        RuleKind.CalendarMonths => $"{Say.Count(rule.Length, "calendar month")} after the month it was earned in, to that month's end{Early(rule)}{Late(rule, "month")}",
        RuleKind.MonthsToTheDay => $"{Say.Count(rule.Length, "month")} to the day{Early(rule)}{Late(rule, "month")}",
        RuleKind.RollingDays => $"{Say.Count(rule.Length, "day")} after it was earned{Late(rule, "day")}",
        RuleKind.EventsInDays => $"{rule.Events} times within {Say.Count(rule.Length, "day")}",
        RuleKind.PerFlight => "anew for each flight",
        RuleKind.AnyOf => "any one of: " + string.Join(", ", rule.Of.Select(book.NameOf)),
        RuleKind.AllOf => "each of: " + string.Join(", ", rule.Of.Select(book.NameOf)),
        _ => "to the end that its issuer states",
    };

    private static string Early(QualificationRule rule) => rule.EarlyGrace > 0 ? $"; renewed up to {Say.Count(rule.EarlyGrace, "month")} early it keeps its month" : "";

    private static string Late(QualificationRule rule, string unit) => rule.LateGrace > 0 ? $"; {Say.Count(rule.LateGrace, unit)} of grace after" : "";
}
