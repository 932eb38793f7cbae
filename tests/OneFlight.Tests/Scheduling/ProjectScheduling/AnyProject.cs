using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OneFlight.Primitives;
using OneFlight.Solvers.Scheduling.ProjectScheduling;

namespace OneFlight.Tests.Scheduling.ProjectScheduling;

/// <summary>Projects for tests: by hand, generated, and those kept as files.</summary>
internal static class AnyProject
{
    public static Result<ProjectProblem> Of(int[] capacities, (int Duration, int[] Demands)[] activities, params (int Earlier, int Later)[] links) => ProjectProblem.Create(
        "a project",
        [.. activities.Select((a, i) => new Activity(i + 1, [new(a.Duration, [.. a.Demands])]))],
        [.. capacities.Select((c, r) => new RenewableResource($"R{r + 1}", c))],
        [.. links.Select(l => new FinishStart(l.Earlier, l.Later))]);

    /// <summary>A random project that can be met; links run from lower to higher positions.</summary>
    public static ProjectProblem Random(int seed, int activities, int resources = 2, int capacity = 4, int longest = 5)
    {
        var random = new Random(seed);
        return Of(
            [.. Enumerable.Repeat(capacity, resources)],
            [.. Enumerable.Range(0, activities).Select(_ => (random.Next(longest + 1), Enumerable.Range(0, resources).Select(_ => random.Next(capacity + 1)).ToArray()))],
            [.. from earlier in Enumerable.Range(0, activities) from later in Enumerable.Range(earlier + 1, activities - earlier - 1) where random.Next(4) == 0 select (earlier, later)]).Value;
    }

    public static ProjectProblem With(this ProjectProblem problem, ImmutableArray<RenewableResource> resources) =>
        ProjectProblem.Create(problem.Name, problem.Activities, resources, problem.Links).Value;

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder(), "*.sm", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static ProjectProblem Kept(string name) => ProjectLibraryFile.Read(name, Text(name)).Value;

    public static string Text(string name) => File.ReadAllText(Files.Single(f => Path.GetFileNameWithoutExtension(f) == name));

    /// <summary>Critical path, best proven lower bound and best makespan of the kept instances.</summary>
    public static Dictionary<string, (int CriticalPath, int LowerBound, int Best)> Known => File.ReadLines(Path.Combine(Folder(), "best_known.csv")).Skip(1)
        .Select(l => l.Split(',')).ToDictionary(c => c[1], c => (int.Parse(c[4]), int.Parse(c[5]), int.Parse(c[6])));

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../data/psplib"));
}
