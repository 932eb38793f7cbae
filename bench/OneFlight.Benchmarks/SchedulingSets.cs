using System.Diagnostics;
using System.Globalization;
using OneFlight.Solvers.Scheduling.ProjectScheduling;

namespace OneFlight.Benchmarks;

/// <summary>How good the scheduling engine is on the sets of the project scheduling library, at a number of schedules.</summary>
internal static class SchedulingSets
{
    private const string Variable = "ONEFLIGHT_PSPLIB";

    public static int Run(string[] args)
    {
        var options = Options.Read(args);
        if (options is null || !File.Exists(Path.Combine(options.Data, "best_known.csv")))
        {
            Console.Error.WriteLine($"usage: oneflight bench scheduling [--set j60|j120] [--schedules N] [--instances N] [--seed K] [--data DIR]\n"
                + $"DIR, or {Variable}, is a folder with best_known.csv and a folder of .sm files for each set; without it the instances in data/psplib are taken.");
            return 2;
        }
        Console.WriteLine($"project scheduling, {options.Schedules} schedules, seed {options.Seed}; deviation is from the critical path, every schedule is checked");
        Figures.Print("set", "instances", "deviation %", "best known %", "hits", "at bound", "schedules/s");
        foreach (var set in options.Sets)
        {
            var known = Spread([.. BestKnown.Of(options.Data, set)], options.Instances);
            if (known.Length == 0) continue;
            var runs = known.Select(k => InstanceRun.Of(options, k)).ToArray();
            Print(set, runs);
            Figures.Keep($"scheduling-{set}-{options.Schedules}{(options.Instances < int.MaxValue ? $"-of-{runs.Length}" : "")}", runs.Select(r => r.Row).Prepend(InstanceRun.Header));
        }
        return 0;
    }

    private static void Print(string set, InstanceRun[] runs) => Figures.Print(
        set, $"{runs.Length}", Figures.Text(runs.Average(r => r.Deviation), "0.000"), Figures.Text(runs.Average(r => r.Known.Deviation), "0.000"),
        $"{runs.Count(r => r.Makespan <= r.Known.Best)}", $"{runs.Count(r => r.Makespan == r.Bound)}", Figures.Text(runs.Sum(r => r.Schedules) / runs.Sum(r => r.Seconds), "0"));

    /// <summary>So many of the instances, evenly spread over the set, so that every kind is there.</summary>
    private static BestKnown[] Spread(BestKnown[] all, int wanted) =>
        wanted >= all.Length ? all : [.. Enumerable.Range(0, wanted).Select(i => all[(int)((i + 0.5) * all.Length / wanted)])];

    private sealed record Options(string[] Sets, int Schedules, int Instances, int Seed, string Data)
    {
        public static Options? Read(string[] args)
        {
            var own = Path.Combine(Figures.Root(), "data", "psplib");
            var options = new Options(["j60", "j120"], 1_000, int.MaxValue, 1, Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : own);
            for (var at = 0; at < args.Length; at += 2)
            {
                var value = at + 1 < args.Length ? args[at + 1] : "";
                var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : 0;
                switch (args[at])
                {
                    case "--set" when value.Length > 0: options = options with { Sets = [value] }; break;
                    case "--data" when value.Length > 0: options = options with { Data = value }; break;
                    case "--schedules" when number > 0: options = options with { Schedules = number }; break;
                    case "--instances" when number > 0: options = options with { Instances = number }; break;
                    case "--seed" when number > 0: options = options with { Seed = number }; break;
                    default: return null;
                }
            }
            return options;
        }
    }

    /// <summary>One instance and the best makespan that anyone has found for it.</summary>
    private sealed record BestKnown(string Name, string File, int CriticalPath, int Best)
    {
        public double Deviation => 100.0 * (Best - CriticalPath) / CriticalPath;

        /// <summary>Those of a set whose file is there.</summary>
        public static IEnumerable<BestKnown> Of(string data, string set) =>
            from line in System.IO.File.ReadLines(Path.Combine(data, "best_known.csv")).Skip(1)
            let cells = line.Split(',')
            let file = Path.Combine(data, set, cells[1] + ".sm")
            where cells[0] == set && System.IO.File.Exists(file)
            select new BestKnown(cells[1], file, int.Parse(cells[4], CultureInfo.InvariantCulture), int.Parse(cells[6], CultureInfo.InvariantCulture));
    }

    private sealed record InstanceRun(BestKnown Known, int Makespan, int Bound, long Schedules, double Seconds, int Seed)
    {
        public const string Header = "instance,critical_path,best_known,makespan,bound,deviation_percent,schedules,seed,milliseconds";

        public double Deviation => 100.0 * (Makespan - Known.CriticalPath) / Known.CriticalPath;

        public string Row => string.Join(',', Known.Name, Known.CriticalPath, Known.Best, Makespan, Bound, Figures.Text(Deviation, "0.0000"), Schedules, Seed, Figures.Text(Seconds * 1e3));

        public static InstanceRun Of(Options options, BestKnown known)
        {
            var problem = ProjectLibraryFile.Read(known.Name, System.IO.File.ReadAllText(known.File)).Value;
            var clock = Stopwatch.StartNew();
            var solution = ProjectSolver.Solve(problem, SearchBudget.Of(options.Schedules), options.Seed);
            var seconds = clock.Elapsed.TotalSeconds;
            var wrong = ScheduleChecker.Check(problem, solution.Schedule);
            if (!wrong.IsEmpty) throw new InvalidOperationException($"{known.Name}: {wrong[0].Text}");
            if (solution.CriticalPath != known.CriticalPath || solution.Makespan < solution.Bound) throw new InvalidOperationException($"{known.Name}: the bound is wrong.");
            return new(known, solution.Makespan, solution.Bound, solution.Schedules, seconds, options.Seed);
        }
    }
}
