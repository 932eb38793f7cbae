using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Training;

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
        .. c.Training.Curricula.Select(t => Curriculum(t.Id)), .. c.Training.Sessions.Select(s => Session(s.Id)),
    ];

    private static IEnumerable<(ThingId Holder, ThingId Missing)> Named(Campaign c) =>
    [
        .. c.Fleet.Vehicles.Select(v => (v.Id.Thing, Type(v.Type))),
        .. c.Flights.SelectMany(f => OfFlight(f).Select(named => (f.Thing, named))),
        .. c.Missions.SelectMany(m => OfMission(m).Select(named => (m.Thing, named))),
        .. c.Promises.SelectMany(p => new[] { (p.Id.Thing, p.Mission.Thing), (p.Id.Thing, PromiseRule(p.Rule)) }),
        .. c.Cargo.Select(i => (i.Id.Thing, i.Flight.Thing)),
        .. OfTraining(c.Training),
        .. c.Cargo.Where(i => i.Mission is not null).Select(i => (i.Id.Thing, i.Mission!.Value.Thing)),
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

    private static IEnumerable<ThingId> OfMission(CustomerMission mission)
    {
        if (mission.Flight is { } flight) yield return flight.Thing;
        if (mission.Customer is { } customer) yield return customer.Thing;
        if (mission.Broker is { } broker) yield return broker.Thing;
        if (mission.Participant is { } participant) yield return participant.Thing;
        if (mission.Steward is { } steward) yield return steward.Thing;
        if (mission.Family is { } family) yield return family.Thing;
    }

    private static ThingId Organization(string id) => new(PeopleKinds.Organization, id);
    private static ThingId Type(VehicleTypeId id) => new("vehicle-type", id.Value);
    private static ThingId Template(string id) => new("template", id);
    private static ThingId Curriculum(string id) => new("curriculum", id);
    private static ThingId Session(string id) => new("training-session", id);
    private static ThingId PromiseRule(string id) => new("promise-rule", id);
}
