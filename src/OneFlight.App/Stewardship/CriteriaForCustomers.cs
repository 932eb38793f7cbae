using System.Collections.Immutable;
using System.Globalization;
using OneFlight.App.Portal;
using OneFlight.Operations.People;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Stewardship;

/// <summary>What success is made of, in the customer's weights, for them to approve.</summary>
public static class CriteriaForCustomers
{
    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (!facts.IsPrincipal || facts.Mission.Criteria.IsEmpty) yield break;
        var approval = facts.Open.Campaign.Care.Approvals.FirstOrDefault(a => a.Mission == facts.Mission.Id);
        var approved = approval?.TextHash == CriteriaRules.HashOf(facts.Mission);
        ImmutableArray<PortalLine> lines = [.. facts.Mission.Criteria.Select(c => new PortalLine(c.Text,
            string.Create(CultureInfo.InvariantCulture, $"{c.Weight:0.##} of 1, {(c.Measurable ? c.Measure ?? "measured" : "felt: only you can say")}")))];
        if (approved)
            yield return new("criteria", "What success is made of", PortalPlace.Agreed, lines) { Intro = $"Approved by {approval!.By} on {new PortalClock(facts.Zone).Full(approval.At)}." };
        else yield return new("criteria", "What success is made of: is this right?", PortalPlace.ToDo, [.. lines, .. MayApprove(facts) ? [Form(facts)] : Array.Empty<PortalLine>()])
        {
            Intro = approval is null ? "We work towards this, and you judge us by it. Nobody has approved it yet." : "It changed since it was approved, so it is asked again.",
        };
    }

    private static bool MayApprove(PortalFacts facts) =>
        facts.Viewer.Person is { } person && CriteriaRules.SpeaksFor(facts.Mission, new PersonId(person), facts.Open.Campaign.People);

    private static PortalLine Form(PortalFacts facts) => new("If it is not right, tell your steward what is.")
    {
        Acts = [new PortalAct("Yes, this is what I want", facts.Path + "/criteria", true, [new PortalField("hash", CriteriaRules.HashOf(facts.Mission))]) { First = true }],
    };
}
