using System.Globalization;
using NodaTime;

namespace OneFlight.Operations.FlightControl;

public enum CriterionOperator { AtMost, AtLeast, Equal }

/// <summary>Whether a criterion may be passed although it does not hold.</summary>
public enum Waivable
{
    /// <summary>By nobody, whatever their role.</summary>
    No,

    /// <summary>When the condition of its hold rule is met and said.</summary>
    Conditional,

    /// <summary>By the one who is named.</summary>
    ByNamed,
}

/// <summary>Something that must hold to commit to a flight or a landing: a row of <c>data/commit-criteria.csv</c>.</summary>
/// <param name="AppliesTo">See <see cref="FlightControl.AppliesTo"/>.</param>
/// <param name="Who">Who answers for it, several apart by semicolons.</param>
/// <param name="RecheckSeconds">How old a value may be; zero: it is decided once for an attempt and does not age.</param>
/// <param name="WaivableBy">Who may waive it, as the table says; empty: nobody is named.</param>
/// <param name="Agreed">False: it was changed and not agreed again, so it counts as not known.</param>
public sealed record CommitCriterion(
    string Id, string AppliesTo, string Group, string Text, CriterionOperator Operator, double Limit, string Unit, string HoldRule, string Who,
    int RecheckSeconds, Waivable Waivable, string WaivableBy, string Basis, string Confidence, string TextSeen, bool Agreed = true)
{
    /// <summary>How long a value must stay beyond the limit, or within it again, before it counts: half the recheck time, so that a
    /// flicker between two readings does nothing. What is decided once does not flicker.</summary>
    public Duration Settle => Duration.FromSeconds(RecheckSeconds / 2.0);

    public Duration Recheck => Duration.FromSeconds(RecheckSeconds);

    public bool Holds(double value) => Operator switch
    {
        CriterionOperator.AtMost => value <= Limit,
        CriterionOperator.AtLeast => value >= Limit,
        _ => Math.Abs(value - Limit) < 1e-9,
    };

    /// <summary>"at most 30 mph".</summary>
    public string LimitWords => $"{OperatorWord} {Number(Limit)} {Unit}";

    /// <summary>A value in full, also where it is a probability of one in a million.</summary>
    public static string Number(double value) =>
        value.ToString(value != 0 && Math.Abs(value) < 1e-3 ? "0.##e-0" : "0.######", CultureInfo.InvariantCulture);

    private string OperatorWord => Operator switch { CriterionOperator.AtMost => "at most", CriterionOperator.AtLeast => "at least", _ => "exactly" };
}
