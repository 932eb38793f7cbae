using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Portal;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;

namespace OneFlight.App.Partners;

/// <summary>What one partner organization is asked to accept, and what it answered.</summary>
/// <param name="Problems">Why the last answer was not kept.</param>
public sealed record PartnerDeskView(string Organization, PortalClock Clock, ImmutableArray<PartnerAsk> Open, ImmutableArray<PartnerAsk> Answered, ImmutableArray<Problem> Problems)
{
    public static PartnerDeskView From(string organization, string zone, IEnumerable<PartnerAsk> asks, ImmutableArray<Problem> problems)
    {
        var all = asks.ToList();
        return new(organization, new(zone),
            [.. all.Where(a => a.State == AcceptState.Open).OrderBy(a => a.By)],
            [.. all.Where(a => a.State != AcceptState.Open).OrderByDescending(a => a.DecidedAt)], problems);
    }
}

/// <summary>One thing that is asked.</summary>
/// <param name="Kind">What to answer with: <c>request</c> of a revision, or <c>commitment</c>.</param>
/// <param name="Note">Why it is asked.</param>
public sealed record PartnerAsk(
    string Kind, CampaignId Campaign, int Revision, string Id, string What, string Note, Instant By, bool Late, AcceptState State, Instant? DecidedAt, string? DecidedBy)
{
    /// <summary>A commitment of the book, which carries no revision.</summary>
    public static PartnerAsk Of(Commitment commitment, CampaignId campaign, string campaignName, string mission, Instant by, Instant now) => new(
        "commitment", campaign, 0, commitment.Id, commitment.Text,
        $"{campaignName}, {mission}{(commitment.Holds is { HasStart: true, HasEnd: true } holds ? $", {TimeText.Day(holds.Start)} to {TimeText.Day(holds.End)}" : "")}", by, commitment.Answer == CommitmentAnswer.Asked && by < now,
        commitment.Answer switch { CommitmentAnswer.Accepted => AcceptState.Accepted, CommitmentAnswer.Declined => AcceptState.Refused, _ => AcceptState.Open }, commitment.AnsweredAt,
        commitment.Why is { } why ? $"{commitment.AnsweredBy}: {why}" : commitment.AnsweredBy);

    public static PartnerAsk Of(AcceptRequest request, string campaign, Instant now) => new(
        "request", request.Campaign, request.Revision, request.Id, request.What, $"{campaign}, asked with revision {request.Revision} of the plan",
        request.By, request.State == AcceptState.Open && request.By < now, request.State, request.DecidedAt, request.DecidedBy);
}
