using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;

namespace OneFlight.App.Partners;

/// <summary>A partner's desk accepts or declines what it is asked; nobody else's.</summary>
public sealed class AnswerRequest(AcceptRequests requests)
{
    private const int MostLetters = 300;

    /// <remarks>Refused: <c>unknown-request</c>, also for what is asked of someone else; <c>no-reason</c> for a decline without one;
    /// <c>already-decided</c>.</remarks>
    public async Task<Result<AcceptRequest>> Run(
        CampaignId campaign, int revision, string id, bool granted, string? reason, Viewer viewer, Instant now, CancellationToken stop)
    {
        var asked = (await requests.Of(campaign, revision, stop)).FirstOrDefault(r => r.Id == id);
        if (asked is null || !viewer.May(Policies.PartnerDesk, viewer.ToParty(asked.Party)))
            return new Problem("unknown-request", Place.Of("request"), "nothing that is asked of you", "a request to your organization");
        var why = reason?.Trim() ?? "";
        if (!granted && why.Length == 0) return new Problem("no-reason", Place.Of("reason"), "a decline without a reason", "a sentence that we can plan with");
        if (why.Length > MostLetters) return new Problem("long-reason", Place.Of("reason"), $"{why.Length} letters", $"at most {MostLetters}");
        // The answer and its reason are one fact, kept together.
        return await requests.Decide(campaign, revision, id, new(granted, now, why.Length > 0 ? $"{viewer.Name}: {why}" : viewer.Name), stop);
    }
}
