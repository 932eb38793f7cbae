using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Contracts;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.App.Missions;

/// <summary>What a steward keeps of a mission; each part only for whoever its policy names.</summary>
/// <param name="Contract">Null: there is none, or the viewer may not read it.</param>
/// <param name="Talks">Null: the viewer may not read them.</param>
/// <param name="Wishes">Null: the viewer may not read them.</param>
/// <param name="Typed">What was typed into the note of a talk that was refused.</param>
public sealed record MissionCare(
    GateState? Criteria, CriteriaApproval? Approval, ImmutableArray<(string Id, string Name)> Voices, ImmutableArray<CommitmentLine> Commitments, ContractRow? Contract,
    ImmutableArray<LogEntry>? Talks, ImmutableArray<Wish>? Wishes, ImmutableArray<WishTopic> StillToAsk, ImmutableArray<TravelLine> Travels,
    bool MayWrite, bool MayFamily, ImmutableArray<Problem> Problems, TalkForm Typed)
{
    public static MissionCare Of(OpenCampaign open, CustomerMission mission, Viewer viewer, ImmutableArray<LogEntry>? talks, ImmutableArray<LogEntry>? wishes, ImmutableArray<Problem> problems, TalkForm? typed)
    {
        var care = open.Campaign.Care;
        return new(
            open.Statement.Find(new(CareKinds.Criteria, mission.Id.Value))?.Value as GateState, care.Approvals.FirstOrDefault(a => a.Mission == mission.Id),
            [.. open.Campaign.People.Persons.Where(p => CriteriaRules.SpeaksFor(mission, p.Id, open.Campaign.People)).Select(p => (p.Id.Value, p.PublicName))],
            [.. care.Commitments.Where(c => c.Mission == mission.Id).Select(c => CommitmentLine.Of(open, c))],
            viewer.May(Policies.CommercialRead) && care.ContractOf(mission.Id) is { } contract ? ContractRow.Of(open, contract, 0, open.Now) : null,
            talks, wishes is { } told ? WishRules.Known(told) : null, wishes is { } known ? WishRules.StillToAsk(known) : [],
            viewer.May(Policies.FamilyRead) ? [.. care.Travels.Where(t => t.Mission == mission.Id).Select(t => TravelLine.Of(open, t))] : [],
            viewer.May(Policies.CommercialWrite), viewer.May(Policies.FamilyRead), problems, typed ?? TalkForm.Empty(open, mission, viewer));
    }
}

/// <summary>A commitment with the light the plan states for it.</summary>
public sealed record CommitmentLine(Commitment Commitment, string From, string To, string? Promise, GateLight Light, string Words)
{
    public static CommitmentLine Of(OpenCampaign open, Commitment commitment)
    {
        var state = open.Statement.Find(commitment.Thing)?.Value as GateState;
        return new(commitment, open.Index.NameOf(commitment.From), open.Index.NameOf(commitment.To),
            commitment.Backs is { } promise && open.Index.Promises.TryGetValue(promise, out var found) ? found.Words : null, state?.Light ?? GateLight.Unknown, state?.Words ?? Say.Unknown);
    }
}

/// <summary>A family's journey, for those who may read it.</summary>
public sealed record TravelLine(FamilyTravel Travel, string Who, TravelState? State)
{
    public static TravelLine Of(OpenCampaign open, FamilyTravel travel) => new(travel, open.Index.NameOf(travel.Who), open.Statement.Find(travel.Thing)?.Value as TravelState);

    public string Shape => State?.Fit switch { TravelFit.Fits => "kept", TravelFit.MissesRefundable => "at-risk", TravelFit.MissesLost => "broken", _ => "waiting" };
}

/// <summary>The note of a talk as typed; a promise is drawn from it when words are given.</summary>
public sealed record TalkForm(string With, string Channel, string Summary, string Words, string Rule, string MadeBy, string Weight, string By, string Amount)
{
    public static TalkForm Empty(OpenCampaign open, CustomerMission mission, Viewer viewer) =>
        new(open.Index.NameOf(mission.Participant, open.Index.NameOf(mission.Customer, mission.Name)), "in person", "", "", "", open.Index.NameOf(mission.Steward, viewer.Name), "0.1", "", "");
}
