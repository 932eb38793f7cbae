using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Readiness;
using OneFlight.Operations.Safety;

namespace OneFlight.App.Safety;

/// <summary>What safety says of the flights of a revision, worked out once for each flight.</summary>
public static class OpenSafety
{
    public static SafetyOfFlight Of(OpenCampaign open, Flight flight) => open.View($"safety {flight.Id}", () => SafetyOfFlight.Of(
        open.Campaign.Safety, flight, open.View("safety-facts", () => CampaignSafety.Facts(open.Campaign, open.Now))));

    /// <summary>Flights that have a safety plan, in the order of liftoff.</summary>
    public static ImmutableArray<Flight> Planned(OpenCampaign open) => open.View("safety-flights", () => open.Campaign.Safety.Plans
        .Select(p => open.Index.Flights.GetValueOrDefault(p.Flight)).OfType<Flight>().OrderBy(f => f.Plan?.Launch ?? f.Wish.Launch).ToImmutableArray());
}

/// <summary>The hazard baseline in one list, with how each hazard stands on the flights that have a safety plan.</summary>
public sealed record HazardsView(OpenCampaign Open, ImmutableArray<HazardLine> Hazards, int Flights)
{
    public static HazardsView From(OpenCampaign open)
    {
        var flights = OpenSafety.Planned(open);
        var standings = flights.SelectMany(f => OpenSafety.Of(open, f).Hazards).ToLookup(h => h.Hazard.Id);
        return new(open, [.. open.Campaign.Safety.Hazards.OrderBy(h => h.Id, StringComparer.Ordinal).Select(h => HazardLine.Of(open, h, [.. standings[h.Id]]))], flights.Length);
    }
}

/// <param name="Likelihood">Level and name.</param>
/// <param name="Worst">The axis that is worst, and its level.</param>
/// <param name="Flags">Weaknesses of the baseline itself.</param>
public sealed record HazardLine(Hazard Hazard, string Likelihood, string Worst, GateLight Light, LightCounts Flights, ImmutableArray<string> Flags)
{
    public static HazardLine Of(OpenCampaign open, Hazard hazard, ImmutableArray<HazardStanding> on)
    {
        var (axis, level) = hazard.Severity.Worst;
        return new(hazard, LevelName(open, RiskScale.Likelihood, hazard.Likelihood), $"{AxisName(axis)} {level}", GateState.Worst(on.Select(h => h.Light)),
            LightCounts.Of(on.Select(h => h.Light)), on is [var first, ..] ? first.Flags : []);
    }

    public static string LevelName(OpenCampaign open, string scale, int level) =>
        $"{level} {open.Campaign.Safety.Risks.FirstOrDefault(r => r.Scale == scale && r.Level == level)?.Name ?? "not on the scale"}";

    public static string AxisName(string scale) => scale switch
    {
        RiskScale.Safety => "safety",
        RiskScale.Performance => "performance",
        RiskScale.Schedule => "schedule",
        RiskScale.Cost => "cost",
        RiskScale.Customer => "customer",
        _ => "likelihood",
    };
}

/// <summary>One hazard: why it can happen, what is done about each cause, how that is shown, and what it leans on.</summary>
/// <param name="On">The flight on which the tree is judged; null: no flight with a safety plan has this hazard.</param>
/// <param name="Flights">How it stands on each flight.</param>
public sealed record HazardView(OpenCampaign Open, Hazard Hazard, Flight? On, HazardStanding Standing, ImmutableArray<(Flight Flight, HazardStanding Standing)> Flights, string Annex)
{
    /// <summary>The view, or null when the baseline has no such hazard.</summary>
    /// <param name="flight">Judged on this flight; null: on the next one.</param>
    public static HazardView? From(OpenCampaign open, string id, string? flight, NodaTime.Instant now)
    {
        if (open.Campaign.Safety.Hazards.FirstOrDefault(h => h.Id == id) is not { } hazard) return null;
        var on = OpenSafety.Planned(open).Select(f => (Flight: f, Standing: OpenSafety.Of(open, f).Hazards.FirstOrDefault(h => h.Hazard.Id == id)))
            .Where(f => f.Standing is not null).Select(f => (f.Flight, f.Standing!)).ToImmutableArray();
        var chosen = on.Cast<(Flight Flight, HazardStanding Standing)?>().FirstOrDefault(f => f!.Value.Flight.Id.Value == flight)
            ?? on.Cast<(Flight Flight, HazardStanding Standing)?>().FirstOrDefault(f => f!.Value.Flight.Plan?.Launch > now) ?? on.Cast<(Flight, HazardStanding)?>().FirstOrDefault();
        var standing = chosen?.Item2 ?? HazardStanding.Of(hazard, new(""), ImmutableDictionary<ThingId, GateLight>.Empty);
        return new(open, hazard, chosen?.Item1, standing, on, chosen is { } there ? OpenSafety.Of(open, there.Item1).Annex.Hash : "");
    }
}
