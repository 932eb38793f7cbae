using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Performance;

/// <summary>Opens a case of recovery and takes it on, until the customer says that it is put right.</summary>
public sealed class HandleRecovery(LogbookStore logbook)
{
    private const int MostOfAMission = 100;

    /// <remarks>Refused: <c>unknown-mission</c>, <c>too-many-cases</c>, and what <see cref="RecoveryRules.Open"/> refuses.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> Open(
        OpenCampaign open, MissionId mission, RecoveryTrigger trigger, string topic, string what, RecoverySeverity severity, Instant now, string who, CancellationToken stop)
    {
        if (!open.Index.Missions.ContainsKey(mission)) return new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of this campaign");
        for (var number = 1; number <= MostOfAMission; number++)
        {
            var stream = OutcomeStreams.OfRecovery(string.Create(CultureInfo.InvariantCulture, $"{mission}-R{number}"));
            // A number that is taken, also by someone who opens one at this moment, adds nothing here.
            var opened = await logbook.Change(open.Id, Compartment.Operations, stream,
                before => before.IsEmpty ? RecoveryRules.Open(mission.Value, trigger, topic, what, severity, now, who).One() : ImmutableArray<NewLogEntry>.Empty, stop);
            if (!opened.Succeeded || !opened.Value.IsEmpty) return opened;
        }
        return new Problem("too-many-cases", Place.Of("mission"), $"{MostOfAMission} cases", "fewer cases on one mission");
    }

    /// <param name="decide">A rule of <see cref="RecoveryRules"/>.</param>
    /// <remarks>Refused: <c>unknown-case</c>, and what the rule refuses.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Go(OpenCampaign open, string id, Func<RecoveryCase, Result<NewLogEntry>> decide, CancellationToken stop) =>
        logbook.Change(open.Id, Compartment.Operations, OutcomeStreams.OfRecovery(id), before => RecoveryCase.Of(before) is { } found
            ? decide(found).One()
            : new Problem("unknown-case", Place.Of("case"), $"'{id}'", "a case of recovery of this campaign"), stop);
}
