using System.Diagnostics;
using NodaTime;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Samples;

namespace OneFlight.Benchmarks;

/// <summary>How long the full answer to a slip takes: re-planning in several ways, impact, ranking and the hear-list.</summary>
internal static class ImpactOfSlips
{
    public static int Run(string[] args)
    {
        var plain = args is ["--flights", _];
        var baseline = Baseline.Milliseconds();
        var year = plain ? SampleYear.Planned(SampleYear.Wishes(int.Parse(args[1]))).Plan : SampleYear.WithStory();
        Console.WriteLine($"the full answer to a slip; {year.Flights.Length} flights{(plain ? "" : ", the story among them")}; baseline (sorting two million longs) {Figures.Text(baseline)} ms");

        var rows = new List<string> { "flight,days,ms,baseline_ms,options,flyable,touched,without_path" };
        var times = new List<double>();
        var pathless = 0;
        for (var warm = 0; warm < 3; warm++) _ = Draft.Try(year, [new Slip(year.Flights[^1].Id, Duration.FromDays(9), null)], OperatorYear.PlannedFrom);
        foreach (var flight in year.Flights)
            foreach (var days in (int[])[1, 9, 40])
            {
                var clock = Stopwatch.StartNew();
                var answer = Draft.Try(year, [new Slip(flight.Id, Duration.FromDays(days), null)], OperatorYear.PlannedFrom);
                var took = clock.Elapsed.TotalMilliseconds;
                if (!answer.Succeeded) continue;
                var without = answer.Value.Options.Sum(o => o.Impact.Touched.Count(t => t.Path.IsEmpty));
                pathless += without;
                times.Add(took);
                rows.Add(string.Join(',', flight.Id, days, Figures.Text(took), Figures.Text(baseline), answer.Value.Options.Length,
                    answer.Value.Options.Count(o => o.Flyable), answer.Value.Options[0].Impact.Touched.Length, without));
            }

        Figures.Print("answers", "median ms", "p95 ms", "max ms", "p95 × baseline", "without path");
        Figures.Print($"{times.Count}", Figures.Text(Figures.Percentile(times, 0.5)), Figures.Text(Figures.Percentile(times, 0.95)),
            Figures.Text(times.Max()), Figures.Text(Figures.Percentile(times, 0.95) / baseline, "0.00"), $"{pathless}");
        Figures.Keep("impact", rows);
        return 0;
    }
}
