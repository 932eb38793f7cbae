using OneFlight.Operations.Promises;

namespace OneFlight.App.Portal;

/// <summary>What was promised to the reader, word for word, and how it stands. Only the customer themselves and their office see it.</summary>
public static class PortalPromises
{
    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (!facts.IsPrincipal) yield break;
        var lines = facts.Open.Index.PromisesOf[facts.Mission.Id]
            .Select(p => (Promise: p, State: facts.Open.Statement.Find(p.Id.Thing)?.Value as PromiseState))
            .OrderByDescending(p => p.State?.Status ?? PromiseStatus.Waiting).ThenBy(p => p.State?.Due)
            .Select(p => Line(p.Promise, p.State)).ToList();
        if (lines.Count == 0) yield break;
        var close = lines.Count(l => l.Mark is PortalMark.Care or PortalMark.Trouble);
        yield return new("promises", "What we promised you", PortalPlace.Agreed, [.. lines])
        {
            Intro = close == 0 ? "Nothing of it is in danger as the plan stands." : $"{close} of {lines.Count} need care as the plan stands.",
            Folded = $"All {lines.Count} promises",
        };
    }

    private static PortalLine Line(Promise promise, PromiseState? state)
    {
        var (mark, word) = In(state?.Status ?? PromiseStatus.Waiting);
        return new($"“{promise.Words}”", null, state?.Due, mark, word);
    }

    /// <summary>A promise's state for the one it was made to.</summary>
    public static (PortalMark Mark, string Word) In(PromiseStatus status) => status switch
    {
        PromiseStatus.Kept => (PortalMark.Done, "as promised"),
        PromiseStatus.Watch => (PortalMark.Care, "as promised, close to the limit"),
        PromiseStatus.AtRisk => (PortalMark.Care, "in danger"),
        PromiseStatus.Bent => (PortalMark.Trouble, "not quite as promised"),
        PromiseStatus.Broken => (PortalMark.Trouble, "not as promised: we answer for it"),
        PromiseStatus.NotApplicable => (PortalMark.None, ""),
        _ => (PortalMark.Waiting, "not decided yet"),
    };
}
