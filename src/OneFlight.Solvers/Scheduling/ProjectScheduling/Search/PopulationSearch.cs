namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>Two populations, one of schedules packed forward in time and one of schedules packed backward, that breed into each other.</summary>
/// <remarks>
/// After the bi-population genetic algorithm of Debels and Vanhoucke 2005: a child of two forward schedules is decoded backward and the other way round,
/// so that every schedule is an improvement pass too. A child stays only when it is no worse than the one in its place and no copy of any other.
/// </remarks>
internal sealed class PopulationSearch
{
    private const double LeastMutation = 0.02, MostMutation = 0.5, MutationRise = 1.2, MutationFall = 0.95;
    private const int SmallestPopulation = 6, LargestPopulation = 400, FirstUnboundedPopulation = 60, PassesWithoutGain = 100;

    private readonly int activities;
    private readonly SearchRun run;
    private readonly ListSampler sampler;
    private readonly ListOrder order;
    private readonly ListBreeding breeding;
    private readonly int[] childList;
    private int[] childEnds;
    private SplitMix random;
    private double mutation;

    public PopulationSearch(ProjectProblem problem, CriticalPath path, SearchRun run, int seed)
    {
        activities = problem.Activities.Length;
        this.run = run;
        sampler = new(run.Direction(0), run.Direction(1), [.. path.Latest]);
        order = new([run.Direction(0), run.Direction(1)], activities);
        breeding = new(problem);
        childList = new int[activities];
        childEnds = new int[activities];
        random = new((ulong)seed);
    }

    /// <summary>Searches until the run is over; each time a population has nothing new to give, begins anew with one twice as large.</summary>
    public void Run(long schedules)
    {
        for (var size = SizeFor(schedules); !run.IsOver; size = Math.Min(LargestPopulation, size * 2)) Evolve(size);
    }

    /// <summary>Tuned on instances of 60 and 120 activities at 1,000 to 50,000 schedules.</summary>
    private int SizeFor(long schedules) => schedules > 1_000_000
        ? FirstUnboundedPopulation
        : Math.Clamp((int)(22 * Math.Pow(schedules / 1_000.0, 0.69) * Math.Sqrt(62.0 / activities)), SmallestPopulation, LargestPopulation);

    private void Evolve(int size)
    {
        var populations = new Member[2][];
        for (var direction = 0; direction < 2; direction++) populations[direction] = [.. Enumerable.Range(0, size).Select(_ => new Member(activities))];
        mutation = LeastMutation;
        for (var i = 0; i < size && !run.IsOver; i++)
        {
            if (i == 0) sampler.Rule(childList);
            else sampler.Draw(childList, ref random);
            Keep(populations[0][i], 0, run.Decode(0, childList, childEnds));
        }
        for (var i = 0; i < size && !run.IsOver; i++) Keep(populations[1][i], 1, run.Decode(1, populations[0][i].List, childEnds));

        var best = int.MaxValue;
        var stale = 0;
        for (var from = 1; stale < PassesWithoutGain && !run.IsOver; from = 1 - from)
        {
            Breed(populations[from], populations[1 - from], 1 - from);
            var gained = Shortest(populations[1 - from]);
            stale = gained < best ? 0 : stale + 1;
            best = Math.Min(best, gained);
        }
    }

    private void Breed(Member[] parents, Member[] children, int direction)
    {
        for (var i = 0; i < parents.Length && !run.IsOver; i++)
        {
            breeding.Cross(parents[i], Mother(parents, i), childList, ref random);
            breeding.Mutate(childList, run.Direction(direction), mutation, ref random);
            var makespan = run.Decode(direction, childList, childEnds);
            // Copies are a sign that the lists have become alike.
            var isCopy = IsCopy(children, makespan);
            mutation = isCopy ? Math.Min(MostMutation, mutation * MutationRise) : Math.Max(LeastMutation, mutation * MutationFall);
            if (!isCopy && makespan <= children[i].Makespan) Keep(children[i], direction, makespan);
        }
    }

    /// <summary>The better of two drawn members, not the father unless the population is too small.</summary>
    private Member Mother(Member[] parents, int father)
    {
        var best = random.Below(parents.Length);
        for (var tries = 0; tries < 5; tries++)
        {
            var other = random.Below(parents.Length);
            if (parents[other].Makespan < parents[best].Makespan) best = other;
            if (best != father) break;
            best = random.Below(parents.Length);
        }
        return parents[best];
    }

    private bool IsCopy(Member[] members, int makespan)
    {
        foreach (var member in members)
        {
            if (member.IsSameSchedule(makespan, childEnds)) return true;
        }
        return false;
    }

    private static int Shortest(Member[] members)
    {
        var shortest = int.MaxValue;
        foreach (var member in members) shortest = Math.Min(shortest, member.Makespan);
        return shortest;
    }

    /// <summary>Puts the schedule that was just decoded in a member's place.</summary>
    private void Keep(Member member, int direction, int makespan)
    {
        (member.Ends, childEnds) = (childEnds, member.Ends);
        member.Makespan = makespan;
        order.Fill(member, direction);
    }
}
