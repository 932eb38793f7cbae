using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Primitives;

namespace OneFlight.Operations.Drafts;

/// <summary>Tries changes on a plan.</summary>
public static class Draft
{
    /// <summary>Applies the changes, re-plans in at least three ways, and says what each way touches.</summary>
    public static Result<DraftAnswer> Try(Campaign campaign, ImmutableArray<Change> changes, Instant now) => throw new NotImplementedException();
}
