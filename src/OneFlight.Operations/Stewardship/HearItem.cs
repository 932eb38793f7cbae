using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Stewardship;

/// <summary>One line of the hear-list: who must hear, from whom, after whom, by when, and why.</summary>
/// <param name="Id">Stable within an answer: the hearer's thing id.</param>
/// <param name="Wave">Counted from one; a wave waits for the one before.</param>
/// <param name="Hearer">The person or organization to be told.</param>
/// <param name="ShownAs">Alias where the mission is silent.</param>
/// <param name="Owner">Who tells; null: nobody is accountable, which is a gap to close first.</param>
/// <param name="Accepted">True once that steward has accepted.</param>
/// <param name="After">Ids of the lines that must be done before.</param>
/// <param name="Zone">The hearer's time zone id, for the local time.</param>
public sealed record HearItem(
    string Id, int Wave, ThingId Hearer, string ShownAs, PersonId? Owner, string OwnerShownAs, bool Accepted,
    ImmutableArray<string> After, Instant By, string Zone, string Reason);
