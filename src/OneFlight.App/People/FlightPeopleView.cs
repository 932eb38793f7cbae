using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.App.People;

/// <summary>A seat at the head of the matrix, with the surgeon's word on who sits in it.</summary>
public sealed record SeatColumn(Seat Seat, Person? Person, ClearanceStanding? Clearance);

/// <summary>One demand across all seats; a cell is null where the seat does not demand it or is empty.</summary>
public sealed record DemandLine(string Type, string Name, ImmutableArray<DemandRow?> Cells);

/// <summary>The people of one flight: seats × demands, who could take a seat and what that would mean, and how they were chosen.</summary>
/// <param name="KnownBy">Only what was known by then is shown; null: now.</param>
/// <param name="Candidates">For the seat that is asked about; empty: none is, or nobody could.</param>
/// <param name="Delta">What the asked-for person in that seat would mean; null: nobody is asked for.</param>
/// <param name="Typed">What was typed into the selection form when it was refused.</param>
public sealed record FlightPeopleView(
    OpenCampaign Open, Query Query, Flight Flight, Instant? Through, Instant? KnownBy, ImmutableArray<SeatColumn> Seats, ImmutableArray<DemandLine> Lines, DemandRow? Opened,
    Seat? Asked, ImmutableArray<SeatCandidate> Candidates, Result<SeatSubstitution>? Delta, string? In, ImmutableArray<SelectionStep> Steps, bool MaySelect,
    ImmutableArray<Problem> Problems, SelectionTyped Typed)
{
    /// <summary>The view, or null when the campaign has no such flight.</summary>
    public static FlightPeopleView? From(OpenCampaign open, string id, Query query, Viewer viewer, Instant now, ImmutableArray<Problem> problems = default, SelectionTyped? typed = null)
    {
        if (!open.Index.Flights.TryGetValue(new(id), out var flight)) return null;
        var known = LocalDatePattern.Iso.Parse(query["known"] ?? "") is { Success: true, Value: var day } ? day.PlusDays(1).AtMidnight().InUtc().ToInstant() : (Instant?)null;
        if (known > now) known = null;
        var rows = Demands.Of(open, flight, now, known).ToList();
        var seats = flight.Seats.OrderBy(s => s.Number).Select(s => Column(open, flight, s, now)).ToImmutableArray();
        var lines = rows.GroupBy(r => r.Demand.Type).Select(g => new DemandLine(g.Key, g.First().Name, [.. seats.Select(c => g.FirstOrDefault(r => r.Seat.Number == c.Seat.Number))])).ToImmutableArray();

        var asked = flight.Seats.FirstOrDefault(s => query["seat"] == s.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var candidates = asked is null ? [] : SeatCandidates.For(open.Campaign, flight, asked, now);
        var person = asked is null ? null : query["in"];
        return new(open, query, flight, rows.Count > 0 ? rows.Max(r => r.Through) : null, known, seats, lines, rows.FirstOrDefault(r => r.Key == query["open"]),
            asked, candidates, asked is not null && person is not null ? SeatSubstitution.Substitute(open.Campaign, flight.Id, asked.Number, new(person), now) : (Result<SeatSubstitution>?)null, person,
            [.. open.Campaign.Qualifications.Selections.Where(s => s.Flight == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id, StringComparer.Ordinal)],
            viewer.May(Policies.SelectionWrite), problems.IsDefault ? [] : problems, typed ?? SelectionTyped.None);
    }

    /// <summary>The address of the impact room with the swap in it.</summary>
    public string Room => $"{Paths.Impact(Open.Id)}?{Operations.Campaigns.Changes.ChangeText.SeatKey}={Uri.EscapeDataString($"{Flight.Id}/{Asked!.Number}={In}")}";

    private static SeatColumn Column(OpenCampaign open, Flight flight, Seat seat, Instant now)
    {
        var person = seat.Person is { } id ? open.Index.Persons.GetValueOrDefault(id) : null;
        return new(seat, person, person is null ? null : SeatQualifications.Clearance(open.Campaign.Qualifications, Demands.ClearanceOf(open, person.Id), person, flight, seat, now));
    }
}

/// <summary>The fields of the selection form as they were typed.</summary>
public sealed record SelectionTyped(string Person, string Seat, string Step, string Decision, string Reason)
{
    public static SelectionTyped None { get; } = new("", "", "", "", "");
}
