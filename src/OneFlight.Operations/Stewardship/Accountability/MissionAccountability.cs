using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>Who answers for each step of a mission's journeys.</summary>
/// <param name="Id">The mission's id.</param>
/// <param name="Journeys">Template ids of the journeys that apply.</param>
public sealed record MissionAccountability(string Id, MissionId Mission, ImmutableArray<string> Journeys, ImmutableArray<StepHolder> Holders);

/// <summary>A party named for a step, and whether the person named there has accepted.</summary>
/// <param name="Step">Id of the <see cref="JourneyStep"/>.</param>
public sealed record StepHolder(string Step, OrganizationId Party, PersonId Person, Instant? AcceptedAt = null);

/// <summary>How accountability is named and accepted.</summary>
public static class AccountabilityRules
{
    /// <param name="who">The person who accepts.</param>
    /// <remarks>Refused: <c>not-named</c>, <c>already-accepted</c>.</remarks>
    public static Result<MissionAccountability> Accept(MissionAccountability of, string step, PersonId who, Instant at)
    {
        var where = Place.Of($"step {step} of {of.Mission}");
        var named = of.Holders.Where(h => h.Step == step).ToList();
        if (named.FirstOrDefault(h => h.Person == who) is not { } holder)
            return new Problem("not-named", where, $"an acceptance by {who}", named.Count == 0 ? "someone named for the step; nobody is" : $"one by {string.Join(" or ", named.Select(h => h.Person))}, who is named");
        if (holder.AcceptedAt is not null) return new Problem("already-accepted", where, $"accepted {TimeText.Day(holder.AcceptedAt.Value)}", "a step that is not accepted yet");
        return of with { Holders = of.Holders.Replace(holder, holder with { AcceptedAt = at }) };
    }

    /// <summary>Names the one who answers for a step; whoever was named before is not any more.</summary>
    /// <remarks>Refused: <c>unknown-step</c>.</remarks>
    public static Result<MissionAccountability> Name(MissionAccountability of, ImmutableArray<JourneyStep> steps, string step, OrganizationId party, PersonId person) =>
        steps.Any(s => s.Id == step && of.Journeys.Contains(s.Template))
            ? of with { Holders = [.. of.Holders.Where(h => h.Step != step), new(step, party, person)] }
            : new Problem("unknown-step", Place.Of($"step of {of.Mission}"), $"'{step}'", "a step of its journeys");
}
