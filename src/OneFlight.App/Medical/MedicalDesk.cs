using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Medical;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Medical;

/// <summary>Reads files of the medical compartment. Every read is kept with its reader and purpose.</summary>
public sealed class MedicalReading(LogbookStore logbook, IClock clock)
{
    /// <summary>One person's file, and who read it before.</summary>
    public async Task<(MedicalFile File, ImmutableArray<AccessRow> Readers)> Of(CampaignId campaign, PersonId person, string purpose, Viewer viewer, CancellationToken stop)
    {
        var stream = MedicalWords.StreamOf(person);
        var entries = await logbook.Read(campaign, Compartment.Medical, stream, stop, Reader(viewer, purpose));
        // A reader of all files read this one too; a longer id that begins the same is another person.
        var readers = await logbook.Accesses(campaign, Compartment.Medical, MedicalWords.Streams, stop);
        return (MedicalFile.Of(entries), [.. readers.Where(r => r.Stream == stream || r.Stream == MedicalWords.Streams + "*")]);
    }

    /// <summary>The files of everyone, by person.</summary>
    public async Task<ImmutableDictionary<PersonId, MedicalFile>> All(CampaignId campaign, string purpose, Viewer viewer, CancellationToken stop)
    {
        var entries = await logbook.ReadAll(campaign, Compartment.Medical, MedicalWords.Streams, stop, Reader(viewer, purpose));
        return entries.GroupBy(e => e.Stream).ToImmutableDictionary(g => new PersonId(g.Key[MedicalWords.Streams.Length..]), g => MedicalFile.Of([.. g]));
    }

    private Reading Reader(Viewer viewer, string purpose) => new(viewer.Name, purpose, clock.GetCurrentInstant());
}

/// <summary>Writes an entry into a person's file.</summary>
public sealed class WriteMedicalEntry(LogbookStore logbook)
{
    /// <remarks>Refused: what <see cref="MedicalDecisions.Write"/> refuses.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> Run(Campaign campaign, PersonId person, MedicalWriting writing, Viewer viewer, Instant now, CancellationToken stop)
    {
        var measures = campaign.Qualifications.Measures.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return await logbook.Change(campaign.Id, Compartment.Medical, MedicalWords.StreamOf(person),
            entries => MedicalDecisions.Write(MedicalFile.Of(entries), writing, measures, viewer.Name, now), stop);
    }
}

/// <summary>Issues what everyone may know: fit, fit with limits, not fit or not known, and until when. No word of the file passes.</summary>
public sealed class IssueClearance(LogbookStore logbook, KeepFact facts, MedicalReading reading)
{
    /// <summary>The rule sees the file first; then the clearance stands for everyone, and the file notes it.</summary>
    /// <param name="shownAs">The person's public name, for the revision.</param>
    /// <remarks>Refused: what <see cref="MedicalDecisions.Clear"/> and <see cref="KeepFact"/> refuse.</remarks>
    public async Task<Result<Clearance>> Run(
        CampaignId campaign, PersonId person, string shownAs, Fitness fitness, Instant? until, ImmutableArray<string> limits, Viewer viewer, Instant now, CancellationToken stop)
    {
        var (file, _) = await reading.Of(campaign, person, "issues a clearance", viewer, stop);
        return await MedicalDecisions.Clear(file, person, Guid.CreateVersion7().ToString("N"), fitness, until, limits, now)
            .Then(issued => Keep(campaign, issued, shownAs, [MedicalDecisions.Noted(issued, viewer.Name)], viewer, stop));
    }

    /// <summary>The person takes their authorization back: from now on nobody knows.</summary>
    public Task<Result<Clearance>> Withdraw(CampaignId campaign, PersonId person, string shownAs, string text, Viewer viewer, Instant now, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(text)) return Task.FromResult<Result<Clearance>>(new Problem("no-text", Place.Of("text"), "nothing", "how it was withdrawn"));
        var unknown = new Clearance(Guid.CreateVersion7().ToString("N"), person, Fitness.Unknown, now, null, []);
        return Keep(campaign, unknown, shownAs,
            [NewLogEntry.Now(now, viewer.Name, new MedicalAuthorizationWithdrawn(text.Trim())), MedicalDecisions.Noted(unknown, viewer.Name)], viewer, stop);
    }

    private async Task<Result<Clearance>> Keep(
        CampaignId campaign, Clearance issued, string shownAs, ImmutableArray<NewLogEntry> notes, Viewer viewer, CancellationToken stop)
    {
        var kept = await facts.Run(campaign, viewer, $"Clearance of {shownAs} by the flight surgeon", current =>
            current.People.Persons.Any(p => p.Id == issued.Person)
                ? current with { Clearances = MedicalDecisions.Supersede(current.Clearances, issued) }
                : new Problem("unknown-person", Place.Of("person"), $"'{issued.Person}'", "a person of this campaign"), stop);
        if (!kept.Succeeded) return kept.Problems;
        var noted = await logbook.Change(campaign, Compartment.Medical, MedicalWords.StreamOf(issued.Person), _ => notes, stop);
        return noted.Succeeded ? issued : noted.Problems;
    }
}
