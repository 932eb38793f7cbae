using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Drafts;

/// <summary>Gives the customers of a cancelled flight a place on another.</summary>
internal static class Rebooking
{
    /// <summary>Missions of cancelled flights moved to the next flight of the same kind and station that has as many seats free;
    /// null when none can be moved.</summary>
    public static Campaign? OntoNextFlights(Campaign campaign, ImmutableArray<Change> changes, Instant now)
    {
        var moved = false;
        foreach (var id in changes.OfType<CancelFlight>().Select(c => c.Flight))
        {
            var cancelled = campaign.Flights.First(f => f.Id == id);
            var guests = cancelled.Seats.Where(s => s.Person is { } p && campaign.Missions.Any(m => m.Flight == id && m.Participant == p)).ToImmutableArray();
            if (Next(campaign, cancelled, guests.Length, now) is not { } next) continue;

            var missions = campaign.Missions.Select(m => m.Flight == id ? m with { Flight = next.Id } : m);
            var items = campaign.Cargo.Select(i => i.Flight == id ? i with { Flight = next.Id } : i);
            var number = next.Seats.Select(s => s.Number).DefaultIfEmpty().Max();
            var seats = next.Seats.AddRange(guests.Select((s, n) => s with { Number = number + n + 1 }));
            campaign = campaign with
            {
                Missions = [.. missions],
                Cargo = [.. items],
                Flights = [.. campaign.Flights.Select(f => f.Id == next.Id ? f with { Seats = seats } : f)],
            };
            moved = true;
        }
        return moved ? campaign : null;
    }

    private static Flight? Next(Campaign campaign, Flight cancelled, int guests, Instant now)
    {
        var types = campaign.Fleet.Types.ToDictionary(t => t.Id);
        var room = campaign.Fleet.Vehicles.ToDictionary(v => v.Id, v => types[v.Type].CrewMaximum ?? 0);
        return campaign.Flights
            .Where(f => f.Kind == cancelled.Kind && f.Wish.Station == cancelled.Wish.Station && f.Template == cancelled.Template
                && f.Plan is { } plan && plan.Launch > Instant.Max(now, cancelled.Wish.Launch)
                && (guests == 0 || f.Seats.Length + guests <= room.GetValueOrDefault(plan.Vehicle)))
            .OrderBy(f => f.Plan!.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
