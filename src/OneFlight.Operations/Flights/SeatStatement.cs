using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Flights;

/// <summary>How a condition for flight stands; unknown is never green.</summary>
public enum Readiness { Green, Amber, Red, Unknown }

/// <summary>Who sits in a seat, and whether they are cleared for the whole flight.</summary>
public sealed record SeatState(PersonId? Person, string ShownAs, Readiness Readiness, string Facts) : StateValue
{
    public override string Text => $"{ShownAs}: {Facts}";
}

/// <summary>When a person is bound to flights.</summary>
public sealed record PersonState(ImmutableArray<Holding> Flights, ImmutableArray<Unfitness> Unfit) : StateValue
{
    public override string Text => (Flights.IsEmpty ? "on no flight" : string.Join("; ", Flights.Select(f => $"{f.By.Id} {TimeText.Span(f.From, f.To)}")))
        + (Unfit.IsEmpty ? "" : ", not cleared " + string.Join(", ", Unfit.Select(u => TimeText.Span(u.From, u.To))));

    public bool Equals(PersonState? other) => other is not null && Flights.SequenceEqual(other.Flights) && Unfit.SequenceEqual(other.Unfit);

    public override int GetHashCode() => HashCode.Combine(Flights.Length, Unfit.Length);
}

/// <summary>A qualification held against one flight's landing plus reserve.</summary>
/// <param name="MarginDays">Days from landing plus reserve to its end; negative: it ends before; null: not known.</param>
public sealed record QualificationState(Readiness Readiness, double? MarginDays) : StateValue
{
    public override string Text => MarginDays is { } days
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Readiness.ToString().ToLowerInvariant()}, {days:0.#} d past landing and reserve")
        : "unknown: no end date recorded";
}

/// <summary>An organization as everyone may know it; no plan changes it.</summary>
public sealed record OrganizationState(OrganizationKind Kind, string Zone) : StateValue
{
    /// <inheritdoc/>
    public override string Text => $"{Kind.ToString().ToLowerInvariant()}, {Zone}";
}

/// <summary>States organizations, and persons, seats and qualifications as the flights need them.</summary>
public static class SeatStatement
{
    /// <summary>How far past landing a qualification must hold.</summary>
    public static Duration Reserve { get; } = Duration.FromDays(7);

    /// <summary>Past this before a launch there is time to renew, so it is amber and not red.</summary>
    public static Duration TimeToRenew { get; } = Duration.FromDays(30);

    public static void State(PeopleBook people, ImmutableArray<Flight> flights, Instant now, StatementBuilder statement)
    {
        var persons = people.Persons.ToDictionary(p => p.Id);
        var busy = new Dictionary<PersonId, List<Holding>>();
        var judged = new HashSet<ThingId>();
        foreach (var flight in flights)
            foreach (var seat in flight.Seats)
            {
                StateSeat(flight, seat, persons, statement);
                if (seat.Person is not { } id || flight.Plan is not { } plan || !persons.TryGetValue(id, out var person)) continue;

                if (!busy.TryGetValue(id, out var holdings)) busy.Add(id, holdings = []);
                var from = seat.Legs.HasFlag(Legs.Up) ? plan.Launch : plan.End ?? plan.Launch;
                holdings.Add(new(flight.Thing, from, seat.Legs.HasFlag(Legs.Down) ? plan.End : from));
                statement.Link(flight.Thing, id.Thing, "carries the person");
                foreach (var qualification in person.Qualifications)
                    StateQualification(flight, plan, person, qualification, now, judged, statement);
            }

        foreach (var organization in people.Organizations)
            statement.State(organization.Id.Thing, organization.Name, new OrganizationState(organization.Kind, organization.Zone));
        foreach (var person in people.Persons)
        {
            var holdings = busy.GetValueOrDefault(person.Id) ?? [];
            holdings.Sort();
            statement.State(person.Id.Thing, person.PublicName, new PersonState([.. holdings], person.Unfit));
        }
    }

    /// <summary>Whether the person is cleared from launch to landing.</summary>
    public static bool Cleared(Person person, FlightPlan plan) =>
        !person.Unfit.Any(u => u.From < (plan.End ?? Instant.MaxValue) && plan.Launch < (u.To ?? Instant.MaxValue));

    private static void StateSeat(Flight flight, Seat seat, Dictionary<PersonId, Person> persons, StatementBuilder statement)
    {
        var thing = seat.On(flight.Id);
        var person = seat.Person is { } id ? persons.GetValueOrDefault(id) : null;
        var state = (person, flight.Plan) switch
        {
            (null, _) => new SeatState(seat.Person, seat.Role, Readiness.Unknown, "nobody named"),
            (_, null) => new SeatState(seat.Person, person.PublicName, Readiness.Unknown, "the flight has no date"),
            ({ } p, { } plan) when !Cleared(p, plan) => new SeatState(p.Id, p.PublicName, Readiness.Red, "not cleared for these dates"),
            _ => new SeatState(seat.Person, person.PublicName, Readiness.Green, "nothing against it on record"),
        };
        statement.State(thing, $"{seat.Role}, {flight.Name}", state);
        statement.Link(flight.Thing, thing, "the dates decide who may fly");
        statement.Link(thing, flight.Thing, "the flight waits for its crew");
        if (seat.Person is { } sitting)
        {
            statement.Link(sitting.Thing, thing, "sits in it");
            statement.Link(thing, sitting.Thing, "is given to the person");
        }
    }

    private static void StateQualification(
        Flight flight, FlightPlan plan, Person person, Qualification qualification, Instant now, HashSet<ThingId> judged, StatementBuilder statement)
    {
        if (plan.End is not { } end) return;
        var thing = new ThingId(PeopleKinds.Qualification, $"{person.Id}/{qualification.Name}@{flight.Id}");
        if (!judged.Add(thing)) return;
        var margin = qualification.ValidTo - (end + Reserve);
        var readiness = margin is null ? Readiness.Unknown
            : margin >= Duration.Zero ? Readiness.Green
            : plan.Launch - now >= TimeToRenew ? Readiness.Amber
            : Readiness.Red;
        statement.State(thing, $"{qualification.Name} of {person.PublicName}", new QualificationState(readiness, margin is { } m ? Math.Round(m.TotalDays, 2) : null));
        statement.Link(flight.Thing, thing, "has to hold through landing and reserve");
        statement.Link(person.Id.Thing, thing, "is held by the person");
    }
}
