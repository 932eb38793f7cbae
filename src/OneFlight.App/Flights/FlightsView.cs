using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Promises;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Flights;

/// <summary>The flights of a campaign, filtered, in order of liftoff.</summary>
public sealed record FlightsView(OpenCampaign Open, Query Query, string? Text, string Kind, string When, string Sort, Paging<FlightRow> Flights, int Unplanned)
{
    public static FlightsView From(OpenCampaign open, Query query, Instant now)
    {
        var (text, kind, when, sort) = (query["q"], query["kind"] ?? "", query["when"] ?? "", query["sort"] ?? "launch");
        var rows = RowsOf(open).Where(r => Matches(r, text, kind, when, now)).ToList();
        var sorted = sort.TrimStart('-') switch
        {
            "name" => rows.OrderBy(r => r.Flight.Name, StringComparer.OrdinalIgnoreCase),
            "vehicle" => rows.OrderBy(r => r.Vehicle ?? "~", StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Launch),
            "landing" => rows.OrderBy(r => r.Flight.Plan?.End ?? Instant.MaxValue),
            _ => rows.OrderBy(r => r.Launch),
        };
        List<FlightRow> ordered = sort.StartsWith('-') ? [.. sorted.Reverse()] : [.. sorted];
        return new(open, query, text, kind, when, sort, Paging<FlightRow>.Of(ordered, int.TryParse(query["page"], out var page) ? page : null),
            open.Campaign.Flights.Count(f => f.Plan is null && f.Cancelled is null));
    }

    private static List<FlightRow> RowsOf(OpenCampaign open) => open.View("flight-rows", () =>
    {
        var ledger = Ledger.Of(open);
        return open.Campaign.Flights.Select(f => FlightRow.Of(open, ledger, f)).ToList();
    });

    private static bool Matches(FlightRow row, string? text, string kind, string when, Instant now) =>
        (text is null || row.SearchText.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase))
        && (kind.Length == 0 || row.Flight.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
        && when switch
        {
            "coming" => row.Flight.Cancelled is null && row.Launch >= now,
            "flying" => row.Flight.Plan is { } plan && plan.Launch < now && (plan.End is null || plan.End > now),
            "flown" => row.Flight.Plan?.End is { } end && end <= now,
            "unplanned" => row.Flight.Plan is null,
            _ => true,
        };
}

/// <summary>A flight in one line.</summary>
/// <param name="Launch">Planned liftoff, or the wanted one while there is no plan.</param>
/// <param name="Why">What binds the liftoff; empty when the plan does not say.</param>
public sealed record FlightRow(
    Flight Flight, Instant Launch, string? Vehicle, string? Pad, string? Ports, int Missions, StateCounts Promises, string Why, string SearchText)
{
    public static FlightRow Of(OpenCampaign open, Ledger ledger, Flight flight)
    {
        var index = open.Index;
        var vehicle = flight.Plan is { } plan ? index.NameOf(plan.Vehicle) : null;
        var ports = flight.Plan is { Stays.Length: > 0 } stayed ? string.Join(" → ", stayed.Stays.Select(s => index.NameOf(s.Port))) : null;
        var missions = index.MissionsOf[flight.Id].ToList();
        return new(flight, flight.Plan?.Launch ?? flight.Wish.Launch, vehicle, flight.Plan?.Pad is { } pad ? index.NameOf(pad) : null, ports,
            missions.Count, StateCounts.Of(ledger.OfFlight[flight.Id]),
            Short(flight.Plan?.Why.FirstOrDefault(b => b.Choice == "launch")?.Text ?? ""),
            string.Join(' ', [flight.Name, flight.Id.Value, vehicle, ports, .. missions.Select(m => m.Name)]));
    }

    // What nearly every line says is said in two words, so that what differs is seen.
    private static string Short(string why) => why == "stands at the wanted liftoff" ? "as wanted" : why;
}
