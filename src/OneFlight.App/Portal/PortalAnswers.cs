using System.Collections.Immutable;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Portal;

/// <summary>What customers do on their own page. Whoever calls has asked the policy for the mission at hand.</summary>
public sealed class PortalAnswers(LogbookStore logbook, KeepFact keep)
{
    /// <summary>They read what they were told of last. Said twice it stays what it was.</summary>
    /// <remarks>Refused: <c>not-told</c> for anything else.</remarks>
    public async Task<Result<bool>> Read(PortalFacts facts, int revision, CancellationToken stop)
    {
        if (facts.Told.Latest is not { } told || told.Revision != revision) return new Problem("not-told", Place.Of("revision"), $"{revision}", "the change that you were told of last");
        var entry = NewLogEntry.Now(facts.Now, facts.Viewer.Name, new PortalRead(revision));
        var kept = await logbook.Change(facts.Open.Id, Compartment.Operations, PortalRead.StreamOf(facts.Mission.Id.Value),
            before => PortalRead.Of(before, revision, facts.Viewer.Name) is null ? ImmutableArray.Create(entry) : ImmutableArray<NewLogEntry>.Empty, stop);
        // The notice knows it too, when there was one.
        await logbook.Change(facts.Open.Id, Compartment.Operations, Notice.StreamOf(told.Revision, told.Line), before => Notice.Of(before) is { } notice && NoticeRules.Acknowledge(notice, facts.Viewer.Name) is { Succeeded: true } read
            ? ImmutableArray.Create(NewLogEntry.Now(facts.Now, facts.Viewer.Name, read.Value)) : ImmutableArray<NewLogEntry>.Empty, stop);
        return kept.Then<bool>(_ => true);
    }

    /// <remarks>Refused: what <see cref="CriteriaRules.Approve"/> refuses, and <c>changed-meanwhile</c> when other words stand now than were read.</remarks>
    public async Task<Result<bool>> Approve(PortalFacts facts, string? hash, CancellationToken stop)
    {
        if (facts.Viewer.Person is not { } person) return new Problem("not-the-customer", Place.Of("approval"), facts.Viewer.Name, "someone who speaks for the customer");
        var kept = await keep.Run(facts.Open.Id, facts.Viewer, $"Criteria of {facts.Mission.Id} approved by the customer", campaign =>
        {
            var mission = campaign.Missions.Single(m => m.Id == facts.Mission.Id);
            if (CriteriaRules.HashOf(mission) != hash) return new Problem("changed-meanwhile", Place.Of("approval"), "other words than you read", "the words as they stand now: read them again");
            return CriteriaRules.Approve(mission, new PersonId(person), campaign.People, facts.Now).Then<Campaign>(a => campaign with { Care = campaign.Care.With(a) });
        }, stop);
        return kept.Then<bool>(_ => true);
    }
}
