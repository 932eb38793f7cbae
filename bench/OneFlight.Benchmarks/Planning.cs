using System.Diagnostics;
using OneFlight.Operations.Campaigns.Checking;

namespace OneFlight.Benchmarks;

/// <summary>How long planning from wishes takes as a campaign grows.</summary>
internal static class Planning
{
    public static int Run(string[] args)
    {
        var sizes = args is ["--flights", var list] ? list.Split(',').Select(int.Parse).ToArray() : [110, 300, 1_000];
        var baseline = Baseline.Milliseconds();
        Console.WriteLine($"planning from wishes; baseline (sorting two million longs) {Figures.Text(baseline)} ms");
        Figures.Print("flights", "activities", "plan ms", "× baseline", "check ms", "violations", "capacity", "unplanned", "MB allocated");

        _ = SampleYear.Planned(SampleYear.Wishes(20));
        var rows = new List<string> { "flights,activities,plan_ms,baseline_ms,check_ms,violations,capacity_findings,unplanned,allocated_mb" };
        foreach (var size in sizes)
        {
            var wishes = SampleYear.Wishes(size);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var answer = SampleYear.Planned(wishes);
            var plan = clock.Elapsed.TotalMilliseconds;
            var megabytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6;
            clock.Restart();
            var report = PlanCheck.Judge(answer.Plan);
            var check = clock.Elapsed.TotalMilliseconds;
            var activities = answer.Plan.Flights.Sum(f => f.Plan?.Activities.Length ?? 0);
            var capacity = report.Findings.Count(f => f.Rule == Rules.Capacity);
            Figures.Print($"{size}", $"{activities}", Figures.Text(plan), Figures.Text(plan / baseline, "0.00"), Figures.Text(check),
                $"{report.Violations.Length}", $"{capacity}", $"{answer.Clashes.Length}", Figures.Text(megabytes));
            rows.Add(string.Join(',', size, activities, Figures.Text(plan), Figures.Text(baseline), Figures.Text(check),
                report.Violations.Length, capacity, answer.Clashes.Length, Figures.Text(megabytes)));
        }
        Figures.Keep("planning", rows);
        return 0;
    }
}
