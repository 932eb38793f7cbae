using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Hospitality;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Hospitality;

/// <summary>Records what was done for someone after landing: a call, a flag for the surgeon, the surgeon's call.</summary>
public sealed class RecordCare(LogbookStore logbook)
{
    /// <param name="decide">The rule of <see cref="CareRules"/>.</param>
    /// <remarks>Refused: <c>unknown-person</c> when they do not come down on the flight, and what the rule refuses.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> Run(
        OpenCampaign open, string flight, PersonId person, Instant now, Func<CareState, Result<NewLogEntry>> decide, CancellationToken stop)
    {
        if (CareReading.PlanOf(open, flight, person) is not { } contacts)
            return new Problem("unknown-person", Place.Of("care after landing"), $"'{person}' on {flight}", "someone who comes down on a flight with a planned landing");
        return await logbook.Change(open.Id, Compartment.Care, CareStreams.Of(person),
            before => decide(CareState.Of(contacts, before, now)).Then(e => (Result<ImmutableArray<NewLogEntry>>)ImmutableArray.Create(e)), stop);
    }
}

/// <summary>Ends the contacts after landing at someone's wish; said by themselves, or by their steward for them.</summary>
public sealed class OptOutOfCare(RecordCare record)
{
    /// <param name="who">As shown: of someone silent the alias.</param>
    /// <remarks>Refused: <c>unknown-person</c>, <c>opted-out</c>.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Run(OpenCampaign open, string flight, PersonId person, string who, Instant now, CancellationToken stop) =>
        record.Run(open, flight, person, now, state => CareRules.OptOut(state, now, who), stop);
}
