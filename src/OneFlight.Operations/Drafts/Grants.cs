using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Drafts;

/// <summary>What other parties must grant before a plan holds.</summary>
public static class Grants
{
    private static readonly Duration timeToAnswer = Duration.FromDays(5);
    private static readonly Duration beforeLaunch = Duration.FromDays(14);

    /// <summary>One line for each port stay and launch slot that a party other than the operator grants and that differs from before.</summary>
    public static ImmutableArray<ToAccept> Needed(Campaign before, Campaign after, Instant now)
    {
        var stations = after.Fleet.Stations.SelectMany(s => s.Ports.Select(p => (Port: p, s))).ToDictionary(p => p.Port.Id);
        var flights = after.Flights.ToDictionary(f => f.Id, f => f.Name);
        var pads = after.Fleet.Pads.ToDictionary(p => p.Id);
        var names = after.People.Organizations.ToDictionary(o => o.Id.Value, o => o.Name);
        var grants = ImmutableArray.CreateBuilder<ToAccept>();
        foreach (var move in Moves.Between(before, after))
        {
            if (move.After is not { } plan) continue;
            foreach (var stay in plan.Stays.Where(s => move.Before is null || !move.Before.Stays.Contains(s)))
                if (stations.TryGetValue(stay.Port, out var at) && at.s.GrantedBy is { } station)
                    Ask(station, $"{at.Port.Name} for {flights[move.Flight]}, {TimeText.Span(stay.From, stay.To)}", plan.Launch, move.Flight);
            if (plan.Pad is { } pad && pads.GetValueOrDefault(pad) is { GrantedBy: { } range } site && (move.Before?.Launch != plan.Launch || move.Before?.Pad != plan.Pad))
                Ask(range, $"launch of {flights[move.Flight]} from {site.Name}, {TimeText.Instant(plan.Launch)}", plan.Launch, move.Flight);
        }
        return grants.ToImmutable();

        void Ask(string party, string what, Instant launch, FlightId flight) => grants.Add(new(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{party}/{flight}/{grants.Count + 1}"),
            new(PeopleKinds.Organization, party), names.GetValueOrDefault(party, party), what,
            Instant.Max(now + Duration.FromHours(1), Instant.Min(now + timeToAnswer, launch - beforeLaunch))));
    }
}
