using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

public enum CommitmentAnswer { Asked, Accepted, Declined }

/// <summary>What one party commits to another so that a promise can be kept: the promise's back.</summary>
/// <param name="From">Who commits; only their own desk may answer.</param>
/// <param name="To">To whom, mostly the operator.</param>
/// <param name="Backs">The promise that leans on it; null: the mission as a whole does.</param>
/// <param name="Holds">When it holds; an answer covers no other time. Null: whenever the flight flies.</param>
/// <param name="At">The event of the flight that has to lie in that time.</param>
public sealed record Commitment(
    string Id, MissionId Mission, OrganizationId From, OrganizationId To, string Text, PromiseId? Backs, Interval? Holds, Anchor At,
    Instant AskedAt, CommitmentAnswer Answer = CommitmentAnswer.Asked, Instant? AnsweredAt = null, string? AnsweredBy = null, string? Why = null)
{
    public ThingId Thing => new(CareKinds.Commitment, Id);

    /// <summary>The event it has to hold at, as planned; null while nobody knows.</summary>
    public Instant? EventIn(FlightPlan? plan) => TermDate.From(At, 0).In("UTC", plan);
}

/// <summary>How a commitment is asked and answered.</summary>
public static class CommitmentRules
{
    /// <param name="party">The organization whose desk answers.</param>
    /// <remarks>Refused: <c>another-party</c>, <c>already-answered</c>, and <c>no-reason</c> when declined without one.</remarks>
    public static Result<Commitment> Answer(Commitment commitment, OrganizationId party, CommitmentAnswer answer, string by, string? why, Instant at)
    {
        var where = Place.Of($"commitment {commitment.Id}");
        if (party != commitment.From) return new Problem("another-party", where, $"an answer of {party}", $"an answer of {commitment.From}, who is asked");
        if (commitment.Answer != CommitmentAnswer.Asked)
            return new Problem("already-answered", where, $"{(commitment.Answer == CommitmentAnswer.Accepted ? "accepted" : "declined")} by {commitment.AnsweredBy}", "a commitment that is still asked; ask anew to change it");
        if (answer == CommitmentAnswer.Declined && string.IsNullOrWhiteSpace(why)) return new Problem("no-reason", where, "nothing", "why it is declined, so that another way can be found");
        return commitment with { Answer = answer, AnsweredAt = at, AnsweredBy = by, Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim() };
    }

    /// <summary>The same commitment asked again for another time; the answer before it is gone.</summary>
    public static Commitment AskAgain(Commitment commitment, Interval? holds, Instant at) =>
        commitment with { Holds = holds, AskedAt = at, Answer = CommitmentAnswer.Asked, AnsweredAt = null, AnsweredBy = null, Why = null };
}
