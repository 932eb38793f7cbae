using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Training;
using OneFlight.Operations.Supply;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Storage.Plans;

/// <summary>Finds what a plan names but does not have.</summary>
public static class References
{
    /// <summary>The code under which a broken reference is reported and accepted.</summary>
    public const string Rule = "unknown-reference";

    /// <summary>Each broken reference with its holder and the missing thing.</summary>
    public static ImmutableArray<Violation> Broken(Campaign campaign)
    {
        var known = Known(campaign);
        return [.. Named(campaign)
            .Where(n => !known.Contains(n.Missing))
            .Distinct()
            .Select(n => new Violation(Rule, [n.Holder, n.Missing], $"{n.Holder} names {n.Missing}, which the campaign does not have"))];
    }

    private static HashSet<ThingId> Known(Campaign c) =>
    [
        .. c.Fleet.Types.Select(t => Type(t.Id)), .. c.Fleet.Vehicles.Select(v => v.Id.Thing), .. c.Fleet.Pads.Select(p => p.Id.Thing),
        .. c.Fleet.Stations.Select(s => s.Id.Thing), .. c.Fleet.Stations.SelectMany(s => s.Ports).Select(p => p.Id.Thing),
        .. c.Fleet.Resources.Select(r => r.Id.Thing), .. c.People.Persons.Select(p => p.Id.Thing),
        .. c.People.Organizations.Select(o => o.Id.Value).Select(Organization), .. c.Templates.Select(t => Template(t.Id)),
        .. c.Rules.Select(r => PromiseRule(r.Id)), .. c.Flights.Select(f => f.Thing), .. c.Missions.Select(m => m.Thing),
        .. c.Control.Procedures.Select(p => p.Thing), .. c.Control.Seats.Select(p => ConsoleSeat(p.Id)),
        .. c.Training.Curricula.Select(t => Curriculum(t.Id)), .. c.Training.Sessions.Select(s => Session(s.Id)),
        .. c.Supply.Bags.Select(b => Bag(b.Id)), .. c.Supply.Consumables.Select(x => x.Thing), .. c.Supply.Stocks.Select(s => s.Thing),
        .. c.Promises.Select(p => p.Id.Thing), .. c.Care.Steps.Select(s => JourneyStep(s.Id)),
        .. c.Rules.Select(r => PromiseRule(r.Id)), .. c.Safety.Requirements.Select(r => Requirement(r.Id)), .. c.Flights.Select(f => f.Thing), .. c.Missions.Select(m => m.Thing),
    ];

    private static IEnumerable<(ThingId Holder, ThingId Missing)> Named(Campaign c) =>
    [
        .. c.Fleet.Vehicles.Select(v => (v.Id.Thing, Type(v.Type))),
        .. c.Flights.SelectMany(f => OfFlight(f).Select(named => (f.Thing, named))),
        .. c.Missions.SelectMany(m => OfMission(m).Select(named => (m.Thing, named))),
        .. c.Promises.SelectMany(p => new[] { (p.Id.Thing, p.Mission.Thing), (p.Id.Thing, PromiseRule(p.Rule)) }),
        .. c.Cargo.Select(i => (i.Id.Thing, i.Flight.Thing)),
        .. c.Control.Plans.Select(p => (p.Flight.Thing, p.Flight.Thing)), .. c.Control.Plans.SelectMany(p => p.Procedures.Select(r => (p.Flight.Thing, Procedure(r)))),
        .. c.Control.Holders.SelectMany(h => new[] { (h.Flight.Thing, h.Flight.Thing), (h.Flight.Thing, h.Person.Thing), (h.Flight.Thing, ConsoleSeat(h.Seat)) }),
        .. c.Control.Blocks.Select(b => (b.Flight.Thing, b.Flight.Thing)),
        .. OfTraining(c.Training),
        .. c.Qualifications.Records.Select(r => (new ThingId("qualification-record", r.Id), r.Person.Thing)),
        .. c.Qualifications.Records.Where(r => r.Flight is not null).Select(r => (new ThingId("qualification-record", r.Id), new FlightId(r.Flight!).Thing)),
        .. c.Qualifications.Selections.SelectMany(s => new[] { (new ThingId("selection-step", s.Id), s.Person.Thing), (new ThingId("selection-step", s.Id), new FlightId(s.Flight).Thing) }),
        .. c.Clearances.Select(x => (new ThingId("clearance", x.Id), x.Person.Thing)),
        .. OfCare(c.Care),
        .. c.Cargo.Where(i => i.Mission is not null).Select(i => (i.Id.Thing, i.Mission!.Value.Thing)),
        .. c.Cargo.Where(i => i.Bag is not null).Select(i => (i.Id.Thing, Bag(i.Bag!))),
        .. c.Cargo.Where(i => i.Supplies is not null).Select(i => (i.Id.Thing, Consumable(i.Supplies!))),
        .. c.Supply.Stocks.SelectMany(s => new[] { (s.Thing, s.Station.Thing), (s.Thing, Consumable(s.Consumable)) }),
        .. c.Supply.Audits.Select(a => (new ThingId(SupplyKinds.Audit, a.Id), new ThingId(SupplyKinds.Stock, a.Stock))),
        .. OfSafety(c.Safety),
    ];

    private static IEnumerable<(ThingId Holder, ThingId Missing)> OfSafety(Operations.Safety.SafetyBook book) =>
    [
        .. book.Plans.Select(p => (new ThingId("safety-plan", p.Id), p.Flight.Thing)),
        .. book.Documents.Select(d => (new ThingId("consent-document", d.Id), d.Flight.Thing)),
        .. book.Consents.SelectMany(x => new[] { (new ThingId("signed-consent", x.Id), x.Flight.Thing), (new ThingId("signed-consent", x.Id), x.Person.Thing) }),
        .. book.Decisions.SelectMany(d => new[] { (new ThingId("tailoring-decision", d.Id), d.Flight.Thing), (new ThingId("tailoring-decision", d.Id), Requirement(d.Requirement)) }),
        .. book.Evidence.Select(e => (new ThingId("evidence", e.Id), Requirement(e.Requirement))),
        .. book.Evidence.Where(e => e.Flight is not null).Select(e => (new ThingId("evidence", e.Id), e.Flight!.Value.Thing)),
        .. book.Hazards.SelectMany(h => h.Types.Select(t => (h.Thing, Type(t)))),
        .. book.Hazards.SelectMany(h => h.Covers.Select(r => (h.Thing, Requirement(r)))),
    ];

    private static IEnumerable<ThingId> OfFlight(Flight flight)
    {
        if (flight.Template is { } template) yield return Template(template);
        if (flight.Wish.Station is { } station) yield return station.Thing;
        foreach (var type in flight.Wish.VehicleTypes) yield return Type(type);
        foreach (var vehicle in flight.Wish.Vehicles) yield return vehicle.Thing;
        foreach (var pad in flight.Wish.Pads) yield return pad.Thing;
        foreach (var port in flight.Wish.Ports) yield return port.Thing;
        foreach (var seat in flight.Seats)
        {
            if (seat.Person is { } person) yield return person.Thing;
            if (seat.Backup is { } backup) yield return backup.Thing;
        }
        foreach (var need in flight.OwnActivities.SelectMany(a => a.Needs)) yield return need.Thing;
        if (flight.Plan is not { } plan) yield break;
        yield return plan.Vehicle.Thing;
        if (plan.Pad is { } planned) yield return planned.Thing;
        foreach (var stay in plan.Stays) yield return stay.Port.Thing;
    }

    private static IEnumerable<(ThingId Holder, ThingId Missing)> OfTraining(TrainingBook book) =>
    [
        .. book.Places.SelectMany(p => p.Devices.Select(d => (new ThingId("training-place", p.Id), d.Thing))),
        .. book.Instructors.SelectMany(i => new[] { (i.Id.Thing, i.Id.Thing), (i.Id.Thing, i.Person.Thing) }),
        .. book.Assignments.SelectMany(a => new[] { (new ThingId("curriculum-assignment", a.Id), a.Flight.Thing), (new("curriculum-assignment", a.Id), Curriculum(a.Curriculum)) }),
        .. book.Sessions.SelectMany(s => new[] { s.Flight.Thing, Curriculum(s.Curriculum) }.Concat(s.Devices.Select(d => d.Thing))
            .Concat(s.Instructor is { } instructor ? [instructor.Thing] : []).Select(named => (Session(s.Id), named))),
        .. book.Attendances.SelectMany(a => new[] { (new ThingId("session-attendance", a.Id), Session(a.Session)), (new("session-attendance", a.Id), a.Person.Thing) }),
    ];

    private static IEnumerable<(ThingId Holder, ThingId Missing)> OfCare(CareBook care) =>
    [
        .. care.Contracts.Select(x => (x.Thing, x.Mission.Thing)),
        .. care.Approvals.Select(x => (new ThingId(CareKinds.Criteria, x.Id), x.Mission.Thing)),
        .. care.Commitments.SelectMany(x => new[] { (x.Thing, x.Mission.Thing), (x.Thing, x.From.Thing), (x.Thing, x.To.Thing) }),
        .. care.Commitments.Where(x => x.Backs is not null).Select(x => (x.Thing, x.Backs!.Value.Thing)),
        .. care.Accountability.Select(x => (new ThingId(CareKinds.Accountability, x.Id), x.Mission.Thing)),
        .. care.Accountability.SelectMany(x => x.Holders.SelectMany(h => new[] { h.Party.Thing, h.Person.Thing, JourneyStep(h.Step) }.Select(named => (new ThingId(CareKinds.Accountability, x.Id), named)))),
        .. care.Travels.SelectMany(x => new[] { (x.Thing, x.Mission.Thing), (x.Thing, x.Who.Thing) }),
    ];

    private static IEnumerable<ThingId> OfMission(CustomerMission mission)
    {
        if (mission.Flight is { } flight) yield return flight.Thing;
        if (mission.Customer is { } customer) yield return customer.Thing;
        if (mission.Broker is { } broker) yield return broker.Thing;
        if (mission.Participant is { } participant) yield return participant.Thing;
        if (mission.Steward is { } steward) yield return steward.Thing;
        if (mission.Family is { } family) yield return family.Thing;
    }

    private static ThingId Procedure(string id) => new(Operations.FlightControl.ControlKinds.Procedure, id);
    private static ThingId ConsoleSeat(string id) => new("console-seat", id);
    private static ThingId Organization(string id) => new(PeopleKinds.Organization, id);
    private static ThingId Type(VehicleTypeId id) => new("vehicle-type", id.Value);
    private static ThingId Template(string id) => new("template", id);
    private static ThingId Curriculum(string id) => new("curriculum", id);
    private static ThingId Session(string id) => new("training-session", id);
    private static ThingId Bag(string id) => new(CargoKinds.Bag, id);
    private static ThingId Consumable(string id) => new(SupplyKinds.Consumable, id);
    private static ThingId JourneyStep(string id) => new("journey-step", id);
    private static ThingId Requirement(string id) => new("requirement", id);
    private static ThingId PromiseRule(string id) => new("promise-rule", id);
}
