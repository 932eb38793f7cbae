using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Drafts;

/// <summary>A stated thing that a substitution turns; before or after is null when only one of the two has it.</summary>
public sealed record SeatDelta(ThingId Thing, string Name, StateValue? Before, StateValue? After);

/// <summary>Everything that another person in a seat means.</summary>
/// <param name="Sentence">Who takes the seat from whom.</param>
/// <param name="Rows">Rows of the flight's gates that differ or belong to another person now, whichever capability states them: qualifications,
/// clearance, training, consent, suit. By kind, then name.</param>
/// <param name="Others">Whatever else differs, such as what the two are bound to.</param>
/// <param name="Missions">Missions in which whoever leaves takes part: without them these wait for another flight.</param>
/// <param name="Promises">Promises whose state differs.</param>
/// <param name="Breaks">Hard rules that are broken and were not before.</param>
public sealed record SeatSubstitution(
    string Sentence, ImmutableArray<SeatDelta> Rows, ImmutableArray<SeatDelta> Others, ImmutableArray<CustomerMission> Missions,
    ImmutableArray<SeatDelta> Promises, ImmutableArray<string> Breaks)
{
    /// <summary>The complete difference. Pure; keeps nothing.</summary>
    /// <remarks>Knows no capability but the seat: whatever states a gate row of the flight is in it.</remarks>
    public static Result<SeatSubstitution> Substitute(Campaign campaign, FlightId flight, int seat, PersonId person, Instant now) =>
        Application.Apply(campaign, [new GiveSeat(flight, seat, person)], now).Then<SeatSubstitution>(applied =>
        {
            var differing = Differing(CampaignStatement.Of(campaign, now), CampaignStatement.Of(applied.Facts, now));
            var leaving = campaign.Flights.First(f => f.Id == flight).Seats.First(s => s.Number == seat).Person;
            var before = PlanCheck.Judge(campaign).Violations.Select(v => v.Facts).ToHashSet();
            return new SeatSubstitution(applied.Sentences[0],
                [.. differing.Where(d => (d.After ?? d.Before) is GateState row && row.Flight == flight.Thing)],
                [.. differing.Where(d => (d.After ?? d.Before) is not (GateState or PromiseState))],
                [.. campaign.Missions.Where(m => m.Flight == flight && m.Participant is { } part && part == leaving)],
                [.. differing.Where(d => (d.After ?? d.Before) is PromiseState)],
                [.. PlanCheck.Judge(applied.Facts).Violations.Where(v => !before.Contains(v.Facts)).Select(v => $"{v.Rule}: {v.Facts}")]);
        });

    // A row that now speaks of another person is a difference too, also where it stands as it stood.
    private static List<SeatDelta> Differing(Statement before, Statement after)
    {
        var same = before.Parts.ToHashSet();
        same.IntersectWith(after.Parts);
        var was = before.Parts.Where(p => !same.Contains(p)).SelectMany(p => p.Things.Values).ToDictionary(t => t.Id);
        var differing = new List<SeatDelta>();
        foreach (var thing in after.Parts.Where(p => !same.Contains(p)).SelectMany(p => p.Things.Values))
            if (!was.Remove(thing.Id, out var old) || !old.Value.Equals(thing.Value) || old.Name != thing.Name) differing.Add(new(thing.Id, thing.Name, old?.Value, thing.Value));
        differing.AddRange(was.Values.Select(t => new SeatDelta(t.Id, t.Name, t.Value, null)));
        return [.. differing.OrderBy(d => d.Thing.Kind, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Thing)];
    }
}
