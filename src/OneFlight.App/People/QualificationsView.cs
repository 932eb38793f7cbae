using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.People;

/// <summary>Who is current in what, and what turns when: what is red or not known first, then by the day it turns.</summary>
/// <param name="Light">Only this light; null: all.</param>
/// <param name="OnFlight">Only this flight; null: all that are still to land.</param>
/// <param name="Counts">How many rows of each light there are, before that filter.</param>
/// <param name="Opened">The row that is opened to its rule and evidence; null: none.</param>
public sealed record QualificationsView(
    OpenCampaign Open, Query Query, GateLight? Light, string? OnFlight, ImmutableArray<Flight> Flights, ImmutableArray<(GateLight Light, int Count)> Counts,
    Paging<DemandRow> Rows, DemandRow? Opened)
{
    public static QualificationsView From(OpenCampaign open, Query query, Instant now)
    {
        var all = Demands.All(open);
        var light = Enum.TryParse<GateLight>(query["light"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : (GateLight?)null;
        var onFlight = query["flight"];
        var within = all.Where(r => onFlight is null ? !(r.Flight.Plan?.End <= now) : r.Flight.Id.Value == onFlight).ToList();
        var rows = within.Where(r => light is null || r.Standing.Light == light)
            .OrderByDescending(r => Rank(r.Standing.Light)).ThenBy(r => r.Standing.TurnsAt ?? Instant.MaxValue).ThenBy(r => r.Flight.Plan?.Launch)
            .ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        return new(open, query, light, onFlight, [.. all.Select(r => r.Flight).Distinct().OrderBy(f => f.Plan?.Launch)],
            [.. new[] { GateLight.Red, GateLight.Unknown, GateLight.Amber, GateLight.Green }.Select(l => (l, within.Count(r => r.Standing.Light == l)))],
            Paging<DemandRow>.Of(rows, int.TryParse(query["page"], out var page) ? page : null), all.FirstOrDefault(r => r.Key == query["open"]));
    }

    private static int Rank(GateLight light) => light switch { GateLight.Red => 3, GateLight.Unknown => 2, GateLight.Amber => 1, _ => 0 };
}
