using System.Collections.Immutable;
using OneFlight.Primitives;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>Something of which a part is taken while an activity runs and given back at its end.</summary>
public sealed record RenewableResource(string Name, int Capacity);

/// <summary>One way to carry out an activity.</summary>
/// <param name="Duration">In the unit of time that the caller chose.</param>
/// <param name="Demands">Of each resource of the problem, in its order.</param>
public sealed record Mode(int Duration, ImmutableArray<int> Demands);

/// <summary>Work that runs without a break, in one of its modes.</summary>
/// <param name="Number">How the caller calls it; problems name it so.</param>
public sealed record Activity(int Number, ImmutableArray<Mode> Modes);

/// <summary>The later activity starts no earlier than the earlier one ends. Both are positions in the list of activities.</summary>
public readonly record struct FinishStart(int Earlier, int Later);

/// <summary>Activities that wait for one another and share resources; the wish is to end as early as possible.</summary>
/// <remarks>Made only by <see cref="Create"/>, so that every problem there is can be met: it has no cycle, and every activity fits alone.</remarks>
public sealed class ProjectProblem
{
    /// <summary>The longest that all activities one after another may last.</summary>
    public const int LongestHorizon = 1_000_000;

    /// <summary>The most resources times horizon: beyond it a table of the free capacities would not fit a memory.</summary>
    public const long LargestTable = 50_000_000;

    private ProjectProblem(string name, ImmutableArray<Activity> activities, ImmutableArray<RenewableResource> resources, ImmutableArray<FinishStart> links, ImmutableArray<int> order)
    {
        Name = name;
        Activities = activities;
        Resources = resources;
        Links = links;
        Order = order;
        Horizon = activities.Sum(a => a.Modes.Max(m => m.Duration));
    }

    public string Name { get; }
    public ImmutableArray<Activity> Activities { get; }
    public ImmutableArray<RenewableResource> Resources { get; }
    public ImmutableArray<FinishStart> Links { get; }

    /// <summary>The positions of the activities, each after all that it waits for.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>What all activities last one after another: no useful schedule is longer.</summary>
    public int Horizon { get; }

    /// <summary>A problem that can be met, or everything that is wrong with it.</summary>
    public static Result<ProjectProblem> Create(string name, ImmutableArray<Activity> activities, ImmutableArray<RenewableResource> resources, ImmutableArray<FinishStart> links)
    {
        var problems = ProjectRules.Broken(activities, resources, links);
        if (!problems.IsEmpty) return problems;
        var order = PrecedenceOrder.Of(activities.Length, links);
        return order.Length < activities.Length
            ? ProjectRules.Cycle(activities, links)
            : new ProjectProblem(name, activities, resources, [.. links.Distinct()], order);
    }
}
