using System.Collections.Immutable;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Stewardship;

public enum CoverageFinding { Covered, None, Many, Unaccepted, BrokerOnly }

/// <summary>One step of a mission and who answers for it.</summary>
/// <param name="Holders">All that are named.</param>
public sealed record CoverageCell(JourneyStep Step, ImmutableArray<StepHolder> Holders, CoverageFinding Finding);

/// <summary>How far exactly one accepted party answers for each step of a mission.</summary>
/// <remarks>Source: stewardship model 5.6. A broker alone does not count unless the step is the broker's own: nobody's care rests solely with an intermediary.</remarks>
public sealed record Coverage(ImmutableArray<CoverageCell> Cells)
{
    public int Covered => Cells.Count(c => c.Finding == CoverageFinding.Covered);

    /// <summary>Covered cells of all, 0 to 1; null when no step applies.</summary>
    public double? Share => Cells.IsEmpty ? null : (double)Covered / Cells.Length;

    public static Coverage Of(MissionAccountability of, ImmutableArray<JourneyStep> steps, IReadOnlySet<OrganizationId> brokers)
    {
        var holders = of.Holders.ToLookup(h => h.Step, StringComparer.Ordinal);
        return new([.. steps.Where(s => of.Journeys.Contains(s.Template)).Select(s => new CoverageCell(s, [.. holders[s.Id]], Judge(s, [.. holders[s.Id]], brokers)))]);
    }

    private static CoverageFinding Judge(JourneyStep step, ImmutableArray<StepHolder> named, IReadOnlySet<OrganizationId> brokers)
    {
        var accepted = named.Where(h => h.AcceptedAt is not null).Select(h => h.Party).Distinct().ToList();
        if (named.IsEmpty) return CoverageFinding.None;
        if (accepted.Count > 1) return CoverageFinding.Many;
        if (accepted.Count == 0) return CoverageFinding.Unaccepted;
        return brokers.Contains(accepted[0]) && step.Accountable != "broker" ? CoverageFinding.BrokerOnly : CoverageFinding.Covered;
    }

    /// <summary>The finding in words.</summary>
    public static string Word(CoverageFinding finding) => finding switch
    {
        CoverageFinding.Covered => "accepted",
        CoverageFinding.None => "nobody is named",
        CoverageFinding.Many => "more than one accepted",
        CoverageFinding.Unaccepted => "named, not accepted",
        _ => "a broker alone",
    };
}
