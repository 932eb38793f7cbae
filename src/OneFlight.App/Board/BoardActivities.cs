using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Board;

/// <summary>The activities of flights under the names that their templates give them.</summary>
internal sealed class BoardActivities(Campaign campaign)
{
    private readonly FrozenDictionary<(string Template, ActivityId Id), string> names = campaign.Templates
        .SelectMany(template => template.Activities.Select(activity => (Key: (template.Id, activity.Id), activity.Name)))
        .ToFrozenDictionary(x => x.Key, x => x.Name);

    private readonly FrozenDictionary<(FlightId Flight, ActivityId Id), string> own = campaign.Flights
        .SelectMany(flight => flight.OwnActivities.Select(activity => (Key: (flight.Id, activity.Id), activity.Name)))
        .ToFrozenDictionary(x => x.Key, x => x.Name);

    /// <summary>The activities of a flight that touch a stretch of time, by start.</summary>
    public ImmutableArray<BoardActivity> Within(Flight flight, Instant from, Instant to) => flight.Plan is not { } plan ? [] :
        [.. plan.Activities.Where(a => a.End > from && a.Start < to).OrderBy(a => a.Start)
            .Select(a => new BoardActivity(NameOf(flight, a.Id), a.Start, a.End, a.Status))];

    private string NameOf(Flight flight, ActivityId id) =>
        flight.Template is { } template && names.TryGetValue((template, id), out var name) ? name
            : own.TryGetValue((flight.Id, id), out var owned) ? owned : id.Value;
}
