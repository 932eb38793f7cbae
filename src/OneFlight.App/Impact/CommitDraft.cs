using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Links;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Impact;

/// <summary>Keeps one answer to a draft as a new revision, with its hear-list as tasks and its requests to others.</summary>
public sealed class CommitDraft(PlanHistory history, OpenCampaigns campaigns, ITenant tenant, IClock clock)
{
    /// <summary>Parts of a plan that the planner looks at; a fact of any other kind leaves its answer as it was.</summary>
    private static readonly ImmutableHashSet<string> planned =
        ["campaign", "vehicle-type", "vehicle", "pad", "station", "resource", "template", "promise-rule", "flight", "mission", "promise", "cargo", "organization", "person"];

    /// <param name="revision">The revision that the draft was tried on. If another was kept meanwhile, this one is refused, unless only facts
    /// were recorded that change neither the plan nor what the answer touches.</param>
    /// <remarks>Refused: <c>no-reason</c>, <c>unknown-option</c>, <c>not-flyable</c>, and whatever <see cref="PlanHistory.Append"/> refuses.</remarks>
    public async Task<Result<Revision<Campaign>>> Run(
        CampaignId campaign, int revision, DraftQuery draft, string? option, string? why, Viewer viewer, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(why)) return new Problem("no-reason", Place.Of("why"), "nothing", "a reason, for those who read it later");
        if (await history.At(campaign, revision, stop) is not { } basis)
            return new Problem("unknown-revision", Place.Of("revision"), $"{revision}", "a revision of this campaign");

        var asSeen = Chosen(basis, draft, option);
        if (!asSeen.Succeeded) return asSeen.Problems;
        var newest = await OnNewest(basis, draft, option, asSeen.Value, stop);
        var chosen = newest.Chosen.Option;
        if (!chosen.Flyable) return new Problem("not-flyable", Place.Of(chosen.Name), string.Join("; ", chosen.Forbids), "an answer that can fly");

        var next = newest.Basis.Next(chosen.Plan, clock.GetCurrentInstant(), viewer.Name, $"{newest.Chosen.Answer.Sentence}: {why.Trim()}");
        return await history.Append(next, chosen.Hear, chosen.ToAccept, AppendTerms.At(newest.Chosen.Now), stop);
    }

    private Result<TriedOption> Chosen(Revision<Campaign> basis, DraftQuery draft, string? option)
    {
        var open = campaigns.For(tenant.Operator, basis);
        return ImpactView.Try(open, draft).Then<TriedOption>(tried => tried.Options.FirstOrDefault(o => o.Key == option) is { } chosen
            ? new TriedOption(tried, chosen, open.Now)
            : new Problem("unknown-option", Place.Of("option"), $"'{option}'", $"one of {string.Join(", ", tried.Options.Select(o => o.Key))}"));
    }

    /// <summary>The same answer on the newest revision where only recorded facts lie between and it touches the same things; else as it was.</summary>
    private async Task<(Revision<Campaign> Basis, TriedOption Chosen)> OnNewest(
        Revision<Campaign> basis, DraftQuery draft, string? option, TriedOption asSeen, CancellationToken stop)
    {
        var since = await history.ChangedSince(basis.Campaign, basis.Number, stop);
        if (since.IsEmpty || since.Any(part => planned.Contains(part.Kind)) || await history.Latest(basis.Campaign, stop) is not { } latest) return (basis, asSeen);
        var again = Chosen(latest, draft, option);
        return again.Succeeded && Touched(again.Value).SetEquals(Touched(asSeen)) ? (latest, again.Value) : (basis, asSeen);
    }

    private static HashSet<ThingId> Touched(TriedOption tried) => [.. tried.Option.Impact.Touched.Select(t => t.Thing)];

    /// <summary>An answer and the option of it that someone chose.</summary>
    private sealed record TriedOption(DraftAnswer Answer, Option Option, Instant Now);
}
