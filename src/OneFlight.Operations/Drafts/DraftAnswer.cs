using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Operations.Drafts;

/// <summary>Changes tried on a plan: nothing is kept yet.</summary>
/// <param name="Before">The plan that the changes are tried on.</param>
/// <param name="Sentences">Each change in its order: "HALCYON-07 slips 9 days, from 12 Mar 2027 to 21 Mar 2027".</param>
/// <param name="Options">The flyable ones first, best first; then those that cannot be flown, with what forbids it.</param>
public sealed record DraftAnswer(Campaign Before, ImmutableArray<Change> Changes, ImmutableArray<string> Sentences, ImmutableArray<Option> Options)
{
    /// <summary>The changes in one sentence.</summary>
    public string Sentence => string.Join("; ", Sentences);
}

/// <summary>One answer to the changes: a whole plan and what it means.</summary>
/// <param name="Key">Stable and lower case, such as <c>least-movement</c>.</param>
/// <param name="Name">For people, what is done: "Launch 21 Mar with Tern capsule 05, ARGO-11 gives way".</param>
/// <param name="Why">What it is best at and what binds it.</param>
/// <param name="Flyable">No new hard violation and no red gate.</param>
/// <param name="Forbids">What makes it unflyable; empty when flyable.</param>
public sealed record Option(
    string Key, string Name, string Why, bool Flyable, ImmutableArray<string> Forbids, Campaign Plan,
    CheckReport Check, ImmutableArray<Gate> Gates, ImpactReport Impact, OptionMeasures Measures,
    ImmutableArray<ToAccept> ToAccept, ImmutableArray<HearItem> Hear);

/// <param name="PromisesBroken">Promises that are broken in the option and were not before.</param>
/// <param name="WeightLost">Σ weight × gap over all promises, less the same sum before.</param>
/// <param name="FlightsMoved">Flights whose liftoff, vehicle, pad or port differs.</param>
/// <param name="DaysMoved">Sum over those flights of the days by which the liftoff moves.</param>
public sealed record OptionMeasures(int PromisesBroken, double WeightLost, int FlightsMoved, double DaysMoved, int PeopleToTell);

/// <summary>How a gate stands; what is not known is never green.</summary>
public enum GateColor { Green, Amber, Red, Unknown }

/// <summary>A condition for flight as the option has it; unknown is never green.</summary>
public sealed record Gate(ThingId Thing, string Name, GateColor Color, string Facts);

/// <summary>Something another party must grant before the option holds.</summary>
/// <param name="Party">Organization that grants it.</param>
public sealed record ToAccept(string Id, ThingId Party, string PartyName, string What, Instant By);
