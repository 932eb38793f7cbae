using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Drafts;

/// <summary>The ways to meet changes, from the nearest at hand to the last resort.</summary>
internal static class Candidates
{
    private static readonly int[] waits = [3, 7, 14, 1, 21, 28];

    /// <summary>Lazily, in order of interest: a caller stops when it has enough answers that differ.</summary>
    public static IEnumerable<Candidate> For(AppliedChanges applied, ImmutableArray<Change> changes, Instant now)
    {
        var affected = Affected.Flights(applied, changes, now);
        foreach (var facts in Handlings(applied, changes, now))
            foreach (var candidate in Plans(facts, applied, affected, changes, now)) yield return candidate;
        foreach (var days in waits)
            if (!affected.IsEmpty)
                yield return new($"wait-{days}", string.Create(CultureInfo.InvariantCulture, $"Wait {days} more {(days == 1 ? "day" : "days")}"),
                    Handlings(applied, changes, now).First().Facts,
                    new(now, [.. affected.Select(t => Later(t, Duration.FromDays(days)))], WhoYields.Moved, applied.Bounds), Spare: true);
        if (StandDown(applied, affected, now) is { } last) yield return last;
    }

    private static FlightTarget Later(FlightTarget target, Duration by) =>
        target with { NotBefore = target.NotBefore + by, Preferred = target.Preferred + by };

    /// <summary>What is done about people and cargo before the planner is asked.</summary>
    private static IEnumerable<Handling> Handlings(AppliedChanges applied, ImmutableArray<Change> changes, Instant now)
    {
        var substituted = Substitution.Substitute(applied.Facts, changes, now);
        if (substituted is not null) yield return new("", "", substituted, applied.Bounds);
        else yield return new("", "", applied.Facts, applied.Bounds);

        var items = changes.OfType<CargoLate>().Select(c => c.Item).ToHashSet();
        if (items.Count > 0)
        {
            var left = applied.Facts.Cargo.Select(i => items.Contains(i.Id) ? i with { LeftBehind = true } : i);
            yield return new("leave-behind", "Fly without the late cargo", applied.Facts with { Cargo = [.. left] }, []);
        }
        if (Substitution.FlyWithout(applied.Facts, changes) is { } without)
            yield return new("fly-without", "Fly without the guest, who waits for another flight", without, applied.Bounds);
        if (changes.Any(c => c is CancelFlight) && Rebooking.OntoNextFlights(applied.Facts, changes, now) is { } rebooked)
            yield return new("rebook", "Move the customers to the next flight with room", rebooked, applied.Bounds);
    }

    private sealed record Handling(string Key, string Name, Campaign Facts, ImmutableArray<StartBound> Bounds);

    private static IEnumerable<Candidate> Plans(
        Handling handling, AppliedChanges applied, ImmutableArray<FlightTarget> affected, ImmutableArray<Change> changes, Instant now)
    {
        // A flight that is only hit, not sent anywhere, keeps its date where a swap or a substitution allows.
        var sent = applied.Targets;
        if (handling.Key.Length > 0)
        {
            yield return new(handling.Key, handling.Name, handling.Facts, new(now, sent, WhoYields.Moved, handling.Bounds));
            yield break;
        }

        yield return new("stand-still", "Everything else stands still", handling.Facts,
            new(now, [.. sent.Select(t => t with { MaySwap = false })], WhoYields.Moved, handling.Bounds));
        if (!sent.IsEmpty)
        {
            yield return new("swap", "Take whatever unit, pad and port is free soonest", handling.Facts, new(now, sent, WhoYields.Moved, handling.Bounds));
            yield return new("hold-date", "Hold the new date, others give way", handling.Facts,
                new(now, [.. sent.Select(t => t with { MaySwap = false })], WhoYields.Others, handling.Bounds));
            yield return new("hold-date-swap", "Hold the new date with any unit, pad and port", handling.Facts, new(now, sent, WhoYields.Others, handling.Bounds));
        }
        if (WaitUntilOver(affected, sent, changes, applied.Facts, now) is { IsEmpty: false } waiting)
        {
            yield return new("wait-until-over", "Wait until it is over", applied.Facts, new(now, waiting, WhoYields.Moved, applied.Bounds));
            yield return new("wait-others-yield", "Wait until it is over, others give way", applied.Facts, new(now, waiting, WhoYields.Others, applied.Bounds));
        }
        if (PullForward(applied, changes, now) is { } pulled)
            yield return new("pull-forward", "The next flight of its kind takes the freed date", handling.Facts, new(now, [pulled], WhoYields.Moved, handling.Bounds));
    }

    private static ImmutableArray<FlightTarget> WaitUntilOver(
        ImmutableArray<FlightTarget> affected, ImmutableArray<FlightTarget> sent, ImmutableArray<Change> changes, Campaign facts, Instant now)
    {
        var flights = facts.Flights.ToDictionary(f => f.Id);
        var waiting = ImmutableArray.CreateBuilder<FlightTarget>();
        foreach (var target in affected)
        {
            if (sent.Any(s => s.Flight == target.Flight)) { waiting.Add(target); continue; }
            if (Affected.Over(changes, flights[target.Flight], facts, now) is not { } over || over <= target.NotBefore) continue;
            waiting.Add(target with { NotBefore = over, Preferred = over, MaySwap = false });
        }
        return waiting.Count > sent.Length ? waiting.ToImmutable() : [];
    }

    private static FlightTarget? PullForward(AppliedChanges applied, ImmutableArray<Change> changes, Instant now)
    {
        foreach (var cancelled in changes.OfType<CancelFlight>().Select(c => applied.Facts.Flights.First(f => f.Id == c.Flight)))
        {
            var freed = Instant.Max(cancelled.Wish.Launch, now + Duration.FromDays(1));
            var next = applied.Facts.Flights
                .Where(f => f.Kind == cancelled.Kind && f.Wish.Station == cancelled.Wish.Station && f.Plan is { } plan && plan.Launch > freed
                    && f.Wish.Pins is null && (f.Wish.Earliest is null || f.Wish.Earliest < plan.Launch))
                .OrderBy(f => f.Plan!.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal).FirstOrDefault();
            if (next is null) continue;
            var date = Instant.Max(freed, next.Wish.Earliest ?? freed);
            return new(next.Id, date, date, MaySwap: true, cancelled.Thing, $"{cancelled.Name} leaves its date free");
        }
        return null;
    }

    /// <summary>The last resort: the flights that are hit do not fly.</summary>
    private static Candidate? StandDown(AppliedChanges applied, ImmutableArray<FlightTarget> affected, Instant now)
    {
        if (affected.IsEmpty) return null;
        var ids = affected.Select(t => t.Flight).ToHashSet();
        var flights = applied.Facts.Flights.Select(f => ids.Contains(f.Id) ? f with { Plan = null, Cancelled = new(now, "stood down") } : f);
        return new("stand-down", "Do not fly", applied.Facts with { Flights = [.. flights] }, new(now, [], WhoYields.Moved, []), Spare: true);
    }
}
