using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Primitives;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>Reads the <c>.sm</c> files of the project scheduling library: activities with one mode and renewable resources.</summary>
/// <remarks>Format: Kolisch and Sprecher, "PSPLIB, a project scheduling problem library", 1996. Jobs keep their numbers and order.</remarks>
public static class ProjectLibraryFile
{
    private const int MostJobs = 100_000, MostResources = 1_000;

    /// <summary>The project, or what is wrong and in which line.</summary>
    public static Result<ProjectProblem> Read(string name, string text)
    {
        var reader = new LineReader(name, text);
        try
        {
            var jobs = reader.Labeled("jobs", 1, MostJobs);
            var renewable = reader.Labeled("- renewable", 0, MostResources);
            if (reader.Labeled("- nonrenewable", 0, MostResources) > 0) return reader.Here("non-renewable resources", "none: this reader takes files with renewable resources only");
            if (reader.Labeled("- doubly constrained", 0, MostResources) > 0) return reader.Here("doubly constrained resources", "none: this reader takes files with renewable resources only");
            var links = Links(reader, jobs);
            var activities = Activities(reader, jobs, renewable);
            var capacities = Capacities(reader, renewable);
            return ProjectProblem.Create(name, activities, capacities, links)
                .Match<Result<ProjectProblem>>(p => p, problems => problems.Select(p => p with { Where = p.Where with { File = name } }).ToImmutableArray());
        }
        catch (LineRefused refused)
        {
            return refused.Problem;
        }
    }

    private static ImmutableArray<FinishStart> Links(LineReader reader, int jobs)
    {
        reader.Section("PRECEDENCE RELATIONS", 1);
        var links = ImmutableArray.CreateBuilder<FinishStart>();
        for (var job = 1; job <= jobs; job++)
        {
            var row = reader.Row("job, number of modes, number of successors, successors", 3);
            reader.Same(row[0], job, "job");
            reader.Same(row[1], 1, "number of modes");
            reader.Same(row.Length - 3, row[2], "count of successors");
            foreach (var successor in row.AsSpan(3)) links.Add(new(job - 1, reader.Within(successor, 1, jobs, "successor") - 1));
        }
        return links.ToImmutable();
    }

    private static ImmutableArray<Activity> Activities(LineReader reader, int jobs, int resources)
    {
        reader.Section("REQUESTS/DURATIONS", 2);
        var activities = ImmutableArray.CreateBuilder<Activity>(jobs);
        for (var job = 1; job <= jobs; job++)
        {
            var row = reader.Row("job, mode, duration and a demand for each resource", 3 + resources);
            reader.Same(row[0], job, "job");
            reader.Same(row[1], 1, "mode");
            reader.Same(row.Length - 3, resources, "count of demands");
            activities.Add(new(job, [new(row[2], [.. row[3..]])]));
        }
        return activities.ToImmutable();
    }

    private static ImmutableArray<RenewableResource> Capacities(LineReader reader, int resources)
    {
        reader.Section("RESOURCEAVAILABILITIES", 1);
        if (resources == 0) return [];
        var row = reader.Row("a capacity for each resource", resources);
        reader.Same(row.Length, resources, "count of capacities");
        return [.. row.Select((capacity, r) => new RenewableResource(string.Create(CultureInfo.InvariantCulture, $"R{r + 1}"), capacity))];
    }
}
