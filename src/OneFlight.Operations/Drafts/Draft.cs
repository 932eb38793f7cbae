using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Drafts;

/// <summary>Tries changes on a plan.</summary>
public static class Draft
{
    /// <summary>How many answers that can be flown are looked for.</summary>
    internal const int Wanted = 3;

    private const int tried = 12;

    /// <summary>Applies the changes, re-plans in several ways, and says what each way touches. Pure: trying keeps nothing, and the same
    /// campaign, changes and now give the same answer.</summary>
    /// <returns>At least three answers that differ, where the plan has as many; or every reason why a change cannot be tried.</returns>
    public static Result<DraftAnswer> Try(Campaign campaign, ImmutableArray<Change> changes, Instant now) =>
        Application.Apply(campaign, changes, now).Then<DraftAnswer>(applied => Answer(campaign, applied, changes, now));

    private static DraftAnswer Answer(Campaign campaign, AppliedChanges applied, ImmutableArray<Change> changes, Instant now)
    {
        var evaluation = new Evaluation(campaign, applied, now);
        var options = new List<Option>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var candidate in Candidates.For(applied, changes, now))
        {
            if (++count > tried || (candidate.Spare && Ranking.Sensible(campaign, options).Count() >= Wanted)) break;
            var answer = Planner.Plan(candidate.Facts, candidate.Request);
            if (!seen.Add(Signature(campaign, answer.Plan))) continue;
            var option = evaluation.Of(candidate, answer);
            // Waiting until the flight stands where it stood takes the change back; it does not answer it.
            if (candidate.Spare && option.Impact.Touched.IsEmpty) continue;
            // Answers that move the same flights in the same way differ in how they came about.
            options.Add(options.Exists(o => o.Name == option.Name) ? option with { Name = $"{option.Name} ({OptionNames.Lower(candidate.Name)})" } : option);
        }
        return new(campaign, changes, applied.Sentences, Ranking.Rank(campaign, options));
    }

    /// <summary>What tells two answers apart: where flights stand, who sits in them, what stays behind.</summary>
    private static string Signature(Campaign before, Campaign plan)
    {
        var moves = Moves.Between(before, plan)
            .Select(m => $"{m.Flight}@{m.After?.Launch}/{m.After?.Vehicle}/{m.After?.Pad}/{string.Join('+', m.After?.Stays ?? [])}");
        var was = before.Flights.ToDictionary(f => f.Id);
        var seats = plan.Flights.Where(f => was.TryGetValue(f.Id, out var old) && !old.Seats.Equals(f.Seats))
            .Select(f => $"{f.Id}:{string.Join('+', f.Seats.Select(s => s.Person))}");
        var left = plan.Cargo.Where(i => i.LeftBehind).Select(i => i.Id.Value);
        var activities = plan.Flights.Where(f => was.TryGetValue(f.Id, out var old) && !ReferenceEquals(old.Plan, f.Plan))
            .Select(f => $"{f.Id}#{string.Join(',', f.Plan?.Activities.Select(a => a.Start.ToUnixTimeSeconds()) ?? [])}");
        return string.Join('|', moves.Concat(seats).Concat(left).Concat(activities));
    }
}
