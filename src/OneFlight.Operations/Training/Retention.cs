namespace OneFlight.Operations.Training;

/// <summary>How much of a skill is likely left after days without using it: an estimate beside the legal currency, never above it.</summary>
/// <param name="Low">The lower of the two shapes, 0 to 1.</param>
/// <param name="High">The higher of the two, 0 to 1.</param>
/// <remarks>Two shapes with the same half point, shown as a band: 2^(-t/h), and a straight line to nothing after 2h.
/// Half points after Arthur et al. 1998 and Tatel and Ackerman 2023; the exponential shape is a choice.</remarks>
public readonly record struct Retention(double Low, double High)
{
    /// <param name="days">Days since it was last passed; before that none are lost.</param>
    /// <param name="grade">0 to 1, what it starts from; null: passed without a grade counts as one.</param>
    public static Retention After(double days, int halfLifeDays, double? grade = null)
    {
        var (curve, line) = (Exponential(Math.Max(0, days), halfLifeDays), Linear(Math.Max(0, days), halfLifeDays));
        var from = grade ?? 1;
        return new(from * Math.Min(curve, line), from * Math.Max(curve, line));
    }

    public static double Exponential(double days, double halfLifeDays) => Math.Pow(2, -days / halfLifeDays);

    public static double Linear(double days, double halfLifeDays) => Math.Max(0, 1 - (days / (2 * halfLifeDays)));
}
