using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;

namespace OneFlight.Storage.Plans;

/// <summary>On what terms a plan is kept.</summary>
/// <param name="PlanningNow">What is over by then was flown: it is recorded, never refused.</param>
/// <param name="Accepted">New violations that someone takes on themselves.</param>
public sealed record AppendTerms(Instant PlanningNow, ImmutableArray<AcceptedViolation> Accepted)
{
    public static AppendTerms At(Instant planningNow) => new(planningNow, []);
}

/// <summary>A violation accepted by name.</summary>
/// <param name="Rule">Code of the rule, or <see cref="References.Rule"/>.</param>
/// <param name="Subjects">Exactly the violation's subjects.</param>
/// <param name="By">Who accepts it.</param>
public sealed record AcceptedViolation(string Rule, ImmutableArray<ThingId> Subjects, string By, string Reason)
{
    internal bool Covers(Violation violation) =>
        Rule == violation.Rule && Subjects.SequenceEqual(violation.Subjects) && !string.IsNullOrWhiteSpace(By) && !string.IsNullOrWhiteSpace(Reason);
}
