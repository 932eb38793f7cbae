namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>One schedule of a population, with its list for the opposite direction of time.</summary>
internal sealed class Member(int activities)
{
    public int Makespan { get; set; } = int.MaxValue;

    /// <summary>End of each activity in the time of the member's direction.</summary>
    public int[] Ends { get; set; } = new int[activities];

    /// <summary>The activities by falling end. Decoded against time it packs the schedule from the other side, which never makes it longer.</summary>
    /// <remarks>Forward-backward improvement: Tormos and Lova 2001; Valls, Ballestín and Quintanilla 2005.</remarks>
    public int[] List { get; } = new int[activities];

    public bool IsSameSchedule(int makespan, ReadOnlySpan<int> ends) => makespan == Makespan && ends.SequenceEqual(Ends);
}

/// <summary>Orders activities by falling end without allocating.</summary>
/// <param name="directions">In each direction the activities in precedence order, which decides between equal ends.</param>
internal sealed class ListOrder(TimeDirection[] directions, int activities)
{
    private const int MostBucketsPerActivity = 32;
    private readonly int[] buckets = new int[activities * MostBucketsPerActivity + 2];
    private readonly long[] keys = new long[activities];

    /// <summary>Fills in the list of a member of a direction.</summary>
    public void Fill(Member member, int direction)
    {
        var order = directions[1 - direction].Order;
        if (member.Makespan > activities * MostBucketsPerActivity) SortKeys(member, order);
        else SortBuckets(member, order);
    }

    private void SortBuckets(Member member, int[] order)
    {
        var (makespan, ends, list) = (member.Makespan, member.Ends, member.List);
        var first = buckets.AsSpan(0, makespan + 2);
        first.Clear();
        foreach (var end in ends) first[makespan - end + 1]++;
        for (var b = 1; b < first.Length; b++) first[b] += first[b - 1];
        foreach (var activity in order) list[first[makespan - ends[activity]]++] = activity;
    }

    private void SortKeys(Member member, int[] order)
    {
        for (var at = 0; at < order.Length; at++) keys[at] = (long)(member.Makespan - member.Ends[order[at]]) * order.Length + at;
        order.CopyTo(member.List, 0);
        keys.AsSpan().Sort(member.List.AsSpan());
    }
}
