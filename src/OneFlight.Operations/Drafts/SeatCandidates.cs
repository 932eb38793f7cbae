using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Drafts;

/// <summary>Someone who could take a seat, and how far they are from it.</summary>
/// <param name="Free">Sits in no other flight in that time.</param>
/// <param name="Backup">Named as the backup of this seat.</param>
/// <param name="Open">The demands that are not green.</param>
public sealed record SeatCandidate(Person Person, bool Free, bool Backup, ClearanceStanding Clearance, ImmutableArray<SeatStanding> Open, int Demands)
{
    /// <summary>The worst light of all that is asked.</summary>
    public GateLight Light => GateState.Worst([Clearance.Light, .. Open.Select(o => o.Standing.Light), .. Free ? Array.Empty<GateLight>() : [GateLight.Red]]);
}

/// <summary>Who could take a seat, the nearest to it first.</summary>
public static class SeatCandidates
{
    private const int most = 6;

    /// <summary>The seat's backup, and for a crew seat everyone who sits or stands by in the same role elsewhere; a guest's seat is sold to that guest.</summary>
    public static ImmutableArray<SeatCandidate> For(Campaign campaign, Flight flight, Seat seat, Instant now)
    {
        if (flight.Plan is not { } plan) return [];
        var persons = campaign.People.Persons.ToDictionary(p => p.Id);
        var cleared = campaign.Clearances.GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.MaxBy(c => c.IssuedAt)!);
        var type = campaign.Fleet.Vehicles.FirstOrDefault(v => v.Id == plan.Vehicle)?.Type;
        var onBoard = flight.Seats.Select(s => s.Person).OfType<PersonId>().ToHashSet();
        var sameRole = campaign.Flights.SelectMany(f => f.Seats).Where(s => Substitution.IsCrew(seat) && s.Role == seat.Role).SelectMany(s => new[] { s.Person, s.Backup });
        return
        [
            .. sameRole.Prepend(seat.Backup).OfType<PersonId>().Distinct().Where(p => !onBoard.Contains(p)).Select(persons.GetValueOrDefault).OfType<Person>()
                .Select(p => Of(campaign, flight, seat, p, cleared.GetValueOrDefault(p.Id), type, now))
                .OrderBy(c => !c.Free).ThenBy(c => Count(c, GateLight.Red)).ThenBy(c => Count(c, GateLight.Unknown)).ThenBy(c => !c.Backup)
                .ThenBy(c => Count(c, GateLight.Amber)).ThenBy(c => c.Person.Id.Value, StringComparer.Ordinal).Take(most),
        ];
    }

    private static SeatCandidate Of(Campaign campaign, Flight flight, Seat seat, Person person, Clearance? clearance, VehicleTypeId? type, Instant now)
    {
        var all = SeatQualifications.Of(campaign.Qualifications, flight, seat, person.Id, type, now);
        return new(person, Substitution.Free(person.Id, flight, flight.Plan!, campaign.Flights), seat.Backup == person.Id,
            SeatQualifications.Clearance(campaign.Qualifications, clearance, person, flight, seat, now), [.. all.Where(s => s.Standing.Light != GateLight.Green)], all.Length);
    }

    private static int Count(SeatCandidate candidate, GateLight light) => candidate.Open.Count(o => o.Standing.Light == light) + (candidate.Clearance.Light == light ? 1 : 0);
}
