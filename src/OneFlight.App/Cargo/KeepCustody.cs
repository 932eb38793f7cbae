using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Cargo;

/// <summary>Adds to the custody of an item what happened to it: a hand-over, readings, an opening, a loss.</summary>
public sealed class KeepCustody(LogbookStore logbook)
{
    /// <param name="step">Last part of the form's address.</param>
    /// <remarks>Refused: what <see cref="CustodyRules"/> refuses and what cannot be read; then nothing is kept.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Run(CampaignId campaign, CargoItemId item, string step, Typed typed, Viewer viewer, Instant now, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var decide = Decision(step, typed, viewer.Name, now, problems);
        return problems.Count > 0
            ? Task.FromResult<Result<ImmutableArray<LogEntry>>>(problems.ToImmutableArray())
            : logbook.Change(campaign, Compartment.Operations, Custody.Stream(item), decide, stop);
    }

    private static Func<ImmutableArray<LogEntry>, Result<ImmutableArray<NewLogEntry>>> Decision(string step, Typed typed, string who, Instant now, List<Problem> problems)
    {
        string? seal = typed.Has("seal") ? typed["seal"] : null;
        switch (step)
        {
            case "hand-over":
                var handed = typed.At("at", "handed over at", problems);
                return before => CustodyRules.HandOver(before, new(typed["from"], typed["to"], typed["place"], typed["condition"], seal, typed["freezer"] == "yes"), handed, now, who);
            case "open":
                var opened = typed.At("at", "opened at", problems);
                return before => CustodyRules.Open(before, new(typed["by"], typed["why"], seal), opened, now, who);
            case "lose":
                var lost = typed.At("at", "lost at", problems);
                return before => CustodyRules.Lose(before, new(typed["why"]), lost, now, who);
            default:
                var readings = TemperatureLog.Read(typed["csv"]);
                problems.AddRange(readings.Problems);
                return before => CustodyRules.Record(before, new(typed["logger"], readings.Value), now, who);
        }
    }
}
