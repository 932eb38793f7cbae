using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/flight-phases.csv</c>.</summary>
public static class FlightPhases
{
    private static readonly string[] columns =
        ["id", "flight", "phase", "kind", "anchor", "start_s_rel_anchor", "duration_s", "event", "gate_or_limit", "who", "abort_or_fallback", "basis", "confidence", "text_seen"];

    private static readonly ImmutableArray<string> kinds =
        ["milestone", "review", "brief", "handover", "activity", "poll", "check", FlightPhase.AbortMode, "flight", "burn", "hold", "decision", "rest"];

    public static Result<ImmutableArray<FlightPhase>> Read(ReadOnlyMemory<byte> bytes, string file = "flight-phases.csv") => CsvTable.Read(bytes, file, columns).Then(Read);

    /// <summary>Reads and lints the phases, or says every problem.</summary>
    public static Result<ImmutableArray<FlightPhase>> Read(CsvTable table)
    {
        var (problems, known) = (new CsvProblems(), new HashSet<string>(StringComparer.Ordinal));
        var read = table.Rows.Select(row => Phase(row, known, problems)).ToImmutableArray();
        if (read.IsEmpty) problems.Add("empty-table", new(table.File, 1), "no rows", "at least one phase");
        return problems.Any ? problems.All : read;
    }

    private static FlightPhase Phase(CsvRow row, HashSet<string> known, CsvProblems problems)
    {
        var (start, lasts) = (row.Whole("start_s_rel_anchor", problems), row.Whole("duration_s", problems));
        if (row["start_s_rel_anchor"].Length == 0) problems.Add("missing-value", row.Where("start_s_rel_anchor"), "nothing", "seconds from the anchor");
        if (row["duration_s"].Length == 0) problems.Add("missing-value", row.Where("duration_s"), "nothing", "seconds, zero for a moment");
        if (lasts < 0) problems.Add("out-of-range", row.Where("duration_s"), $"{lasts}", "seconds, zero for a moment");
        if (row["phase"] == "countdown" && start > 0) problems.Add("out-of-order", row.Where("start_s_rel_anchor"), $"{start} s after liftoff", "a countdown row before liftoff");
        return new(
            ControlTable.Id(row, known, problems), ControlTable.Word(row, "flight", AppliesTo.Words, problems), row.Text("phase", problems),
            ControlTable.Word(row, "kind", kinds, problems), AnchorOf(row, problems), Duration.FromSeconds(start ?? 0), Duration.FromSeconds(lasts ?? 0),
            row.Text("event", problems), row["gate_or_limit"], row.Text("who", problems), row["abort_or_fallback"], row.Text("basis", problems),
            ControlTable.Confidence(row, problems), ControlTable.TextSeen(row, problems));
    }

    private static Anchor AnchorOf(CsvRow row, CsvProblems problems) => ControlTable.Word(row, "anchor", ["L", "D", "U", "S"], problems) switch
    {
        "D" => Anchor.Arrival,
        "U" => Anchor.Departure,
        "S" => Anchor.End,
        _ => Anchor.Launch,
    };
}
