using OneFlight.Solvers.Scheduling.ProjectScheduling;

namespace OneFlight.Tests.Scheduling.ProjectScheduling;

/// <summary>The least makespan of a tiny project by trying every start of every activity; shares nothing with the solver.</summary>
internal static class ExactOptimum
{
    public static int Of(ProjectProblem problem)
    {
        var starts = new int[problem.Activities.Length];
        var best = problem.Horizon;
        Place(0, 0);
        return best;

        void Place(int at, int makespan)
        {
            if (at == starts.Length) { best = Math.Min(best, makespan); return; }
            // Positions are in precedence order in generated projects.
            var ready = problem.Links.Where(l => l.Later == at).Select(l => starts[l.Earlier] + Duration(l.Earlier)).DefaultIfEmpty(0).Max();
            for (var start = ready; Math.Max(makespan, start + Duration(at)) < best; start++)
            {
                starts[at] = start;
                if (Fits(at)) Place(at + 1, Math.Max(makespan, start + Duration(at)));
            }
        }

        bool Fits(int last) => Enumerable.Range(starts[last], Duration(last)).All(time => Enumerable.Range(0, problem.Resources.Length).All(r =>
            Enumerable.Range(0, last + 1).Where(a => starts[a] <= time && time < starts[a] + Duration(a)).Sum(a => problem.Activities[a].Modes[0].Demands[r]) <= problem.Resources[r].Capacity));

        int Duration(int activity) => problem.Activities[activity].Modes[0].Duration;
    }
}
