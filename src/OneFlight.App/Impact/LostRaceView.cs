using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.Primitives;

namespace OneFlight.App.Impact;

/// <summary>Someone else kept a plan first.</summary>
/// <param name="Basis">The revision that the draft was tried on.</param>
/// <param name="Meanwhile">One for each revision kept since: who, when, why and what it changed.</param>
/// <param name="Again">The same draft on the newest revision.</param>
public sealed record LostRaceView(OpenCampaign Open, int Basis, ImmutableArray<Problem> Meanwhile, string Again);
