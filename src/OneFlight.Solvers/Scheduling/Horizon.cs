namespace OneFlight.Solvers.Scheduling;

/// <summary>Times in this solver are counts of a unit that the caller chooses; <see cref="Never"/> is later than all of them.</summary>
public static class Horizon
{
    /// <summary>The end of what lasts for good.</summary>
    public const long Never = long.MaxValue / 4;

    /// <summary>The start of what was always so.</summary>
    public const long Always = -Never;

    /// <summary>Adds, so that never stays never and always stays always.</summary>
    public static long Add(long time, long span) =>
        time >= Never || span >= Never ? Never : time <= Always ? Always : Math.Min(Never, time + span);
}
