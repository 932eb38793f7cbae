using System.Collections.Immutable;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Impact;

namespace OneFlight.Operations.Campaigns.Changes;

/// <summary>Changes put into the facts of a campaign; the plan still stands as before.</summary>
/// <param name="Facts">The campaign with its facts changed.</param>
/// <param name="Targets">Flights that the changes themselves move.</param>
/// <param name="Bounds">Activities that have to wait.</param>
/// <param name="Roots">Where the changes enter the model.</param>
/// <param name="Sentences">Each change in one sentence.</param>
public sealed record AppliedChanges(
    Campaign Facts, ImmutableArray<FlightTarget> Targets, ImmutableArray<StartBound> Bounds,
    ImmutableArray<ChangeRoot> Roots, ImmutableArray<string> Sentences);
