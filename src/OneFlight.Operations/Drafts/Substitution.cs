using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Drafts;

/// <summary>Who can sit in a seat instead of a person who is not cleared.</summary>
internal static class Substitution
{
    /// <summary>The campaign with every seat that loses its person given to the backup, or to someone who flies the same role and is
    /// free and cleared; null when nobody has to be replaced or nobody can be.</summary>
    public static Campaign? Substitute(Campaign campaign, ImmutableArray<Change> changes, Instant now)
    {
        var unfit = changes.OfType<NotFit>().Select(c => c.Person).ToHashSet();
        if (unfit.Count == 0) return null;

        var persons = campaign.People.Persons.ToDictionary(p => p.Id);
        var flights = campaign.Flights;
        var replaced = false;
        for (var i = 0; i < flights.Length; i++)
        {
            if (flights[i].Plan is not { } plan || plan.Launch <= now) continue;
            foreach (var seat in flights[i].Seats.Where(s => s.Person is { } p && unfit.Contains(p) && !SeatStatement.Cleared(persons[p], plan)))
            {
                if (Substitute(seat, flights[i], plan, flights, persons) is not { } other) return null;
                flights = flights.SetItem(i, flights[i] with { Seats = flights[i].Seats.Replace(seat, seat with { Person = other, Backup = null }) });
                replaced = true;
            }
        }
        return replaced ? campaign with { Flights = flights } : null;
    }

    private static PersonId? Substitute(Seat seat, Flight flight, FlightPlan plan, ImmutableArray<Flight> flights, Dictionary<PersonId, Person> persons)
    {
        // A guest's seat is sold to that guest; only its own backup may take it.
        var sameRole = flights.SelectMany(f => f.Seats).Where(s => IsCrew(seat) && s.Role == seat.Role && s.Person is not null)
            .Select(s => s.Person!.Value).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal);
        PersonId[] first = seat.Backup is { } backup ? [backup] : [];
        foreach (var id in first.Concat(sameRole))
            if (persons.TryGetValue(id, out var person) && SeatStatement.Cleared(person, plan) && Free(id, flight, plan, flights)) return id;
        return null;
    }

    internal static bool IsCrew(Seat seat) => seat.Role is "Commander" or "Pilot";

    internal static bool Free(PersonId id, Flight flight, FlightPlan plan, ImmutableArray<Flight> flights) => !flights.Any(f =>
        f.Plan is { } other && f.Seats.Any(s => s.Person == id)
        && (f.Id == flight.Id || (other.Launch < (plan.End ?? Instant.MaxValue) && plan.Launch < (other.End ?? Instant.MaxValue))));

    /// <summary>The campaign with the seats of uncleared guests empty and their missions waiting; null where crew is concerned or nobody is.</summary>
    public static Campaign? FlyWithout(Campaign campaign, ImmutableArray<Change> changes)
    {
        var unfit = changes.OfType<NotFit>().Select(c => c.Person).ToHashSet();
        var seats = campaign.Flights.SelectMany(f => f.Seats).Where(s => s.Person is { } p && unfit.Contains(p)).ToList();
        if (seats.Count == 0 || seats.Any(IsCrew)) return null;

        var flights = campaign.Flights.Select(f => f.Seats.Any(s => s.Person is { } p && unfit.Contains(p))
            ? f with { Seats = [.. f.Seats.Select(s => s.Person is { } p && unfit.Contains(p) ? s with { Person = null } : s)] }
            : f);
        var missions = campaign.Missions.Select(m => m.Participant is { } p && unfit.Contains(p) ? m with { Flight = null } : m);
        return campaign with { Flights = [.. flights], Missions = [.. missions] };
    }
}
