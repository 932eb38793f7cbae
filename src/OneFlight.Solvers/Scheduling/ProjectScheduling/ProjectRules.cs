using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Primitives;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>What a project must keep so that there is a schedule for it; each broken rule is named with its activity or resource.</summary>
internal static class ProjectRules
{
    public static ImmutableArray<Problem> Broken(ImmutableArray<Activity> activities, ImmutableArray<RenewableResource> resources, ImmutableArray<FinishStart> links)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (activities.IsEmpty) problems.Add(new("no-activities", Place.Of("activities"), "none", "at least one activity"));
        foreach (var resource in resources.Where(r => r.Capacity < 0))
        {
            problems.Add(new("negative-capacity", Place.Of($"resource {resource.Name}"), Text(resource.Capacity), "a capacity of zero or more"));
        }
        foreach (var activity in activities) problems.AddRange(Broken(activity, resources));
        foreach (var link in links.Where(l => !Known(l.Earlier) || !Known(l.Later)))
        {
            problems.Add(new("unknown-activity", Place.Of("links"), $"a link from position {link.Earlier} to {link.Later}", $"positions from 0 to {activities.Length - 1}"));
        }
        if (problems.Count > 0) return problems.ToImmutable();

        var horizon = activities.Sum(a => (long)a.Modes.Max(m => m.Duration));
        var longest = Math.Min(ProjectProblem.LongestHorizon, ProjectProblem.LargestTable / Math.Max(1, resources.Length));
        if (horizon > longest) problems.Add(new("horizon-too-large", Place.Of("horizon"), $"durations of {Text(horizon)} in all", $"at most {Text(longest)}; choose a coarser unit of time"));
        return problems.ToImmutable();

        bool Known(int position) => position >= 0 && position < activities.Length;
    }

    /// <summary>Names one cycle, first activity again at its end. To be asked only when there is one.</summary>
    public static Problem Cycle(ImmutableArray<Activity> activities, ImmutableArray<FinishStart> links)
    {
        // Every activity that an order leaves out waits for one that it leaves out too: walking back must come round.
        var left = Enumerable.Range(0, activities.Length).Except(PrecedenceOrder.Of(activities.Length, links)).ToHashSet();
        var earlier = links.Where(l => left.Contains(l.Earlier) && left.Contains(l.Later)).GroupBy(l => l.Later).ToDictionary(g => g.Key, g => g.Min(l => l.Earlier));
        var walked = new List<int> { left.Min() };
        while (earlier[walked[^1]] is var before && !walked.Contains(before)) walked.Add(before);
        var start = earlier[walked[^1]];
        var cycle = walked.Skip(walked.IndexOf(start)).Append(start).Reverse().Select(a => Text(activities[a].Number)).ToArray();
        var shown = cycle.Length <= 12 ? cycle : [.. cycle[..10], "…", cycle[^1]];
        return new("cyclic-precedence", Place.Of($"activity {cycle[0]}"), "a cycle " + string.Join(" → ", shown), "activities of which none waits for itself");
    }

    private static IEnumerable<Problem> Broken(Activity activity, ImmutableArray<RenewableResource> resources)
    {
        var place = Place.Of($"activity {activity.Number}");
        if (activity.Modes.Length != 1) yield return new("modes", place, $"{activity.Modes.Length} modes", "one mode");
        foreach (var mode in activity.Modes)
        {
            if (mode.Duration < 0) yield return new("negative-duration", place, Text(mode.Duration), "a duration of zero or more");
            if (mode.Demands.Length != resources.Length) yield return new("demands", place, $"{mode.Demands.Length} demands", $"one for each of {resources.Length} resources");
            foreach (var (demand, resource) in mode.Demands.Zip(resources))
            {
                if (demand < 0) yield return new("negative-demand", place, $"{Text(demand)} of {resource.Name}", "a demand of zero or more");
                if (demand > resource.Capacity && resource.Capacity >= 0 && mode.Duration > 0)
                {
                    yield return new("demand-over-capacity", place, $"{Text(demand)} of {resource.Name}", $"at most its capacity of {Text(resource.Capacity)}");
                }
            }
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
