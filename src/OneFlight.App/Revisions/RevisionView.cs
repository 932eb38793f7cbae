using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Impact;
using OneFlight.Operations.Impact;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Revisions;

/// <summary>All kept revisions, newest first.</summary>
public sealed record RevisionsView(OpenCampaign Open, ImmutableArray<RevisionSummary> Revisions);

/// <summary>One kept revision: who, when, why, and what it changed against the one before.</summary>
/// <param name="Before">Null: the first.</param>
/// <param name="Latest">The newest revision's number: only an older one can be gone back to.</param>
public sealed record RevisionView(
    OpenCampaign Open, OpenCampaign Shown, OpenCampaign? Before, int Latest, ImmutableArray<TouchedKind> Kinds, ImmutableArray<Touched> Promises,
    ImmutableArray<HearTask> Tasks, ImmutableArray<AcceptRequest> Requests, bool MayRevert, Instant Now)
{
    public static RevisionView From(
        OpenCampaign latest, OpenCampaign shown, OpenCampaign? before, ImmutableArray<HearTask> tasks, ImmutableArray<AcceptRequest> requests, Viewer viewer, Instant now)
    {
        var report = before is null ? new ImpactReport([], 0) : shown.View("difference", () => ChangeImpact.Between(before.Statement, shown.Statement, []));
        return new(latest, shown, before, latest.Revision.Number, TouchedKind.AllOf(report),
            [.. report.Touched.Where(t => t.Thing.Kind == PromiseKinds.Promise).OrderByDescending(t => (t.After as PromiseState)?.Status)],
            tasks, requests, viewer.May(Policies.PlanRevert), now);
    }
}
