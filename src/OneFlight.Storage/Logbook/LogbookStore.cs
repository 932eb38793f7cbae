using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Changes;
using OneFlight.Storage.Json;

namespace OneFlight.Storage.Logbook;

/// <summary>The logbook of an operator's campaigns: streams are read, and added to by rules that see all that is there.</summary>
/// <remarks>Whoever calls has asked the policy first; a read of a closed compartment names its reader and purpose and is kept.</remarks>
public sealed class LogbookStore(IDbContextFactory<OneFlightDb> database)
{
    private const int Attempts = 5;

    /// <summary>All entries of a stream in order; empty when there are none.</summary>
    /// <param name="reading">Who reads for what; demanded for every compartment but operations.</param>
    /// <exception cref="ArgumentException">A closed compartment is read by nobody.</exception>
    public async Task<ImmutableArray<LogEntry>> Read(CampaignId campaign, Compartment compartment, string stream, CancellationToken stop, Reading? reading = null)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await Note(db, campaign, compartment, stream, reading, stop);
        return await Entries(db, campaign, compartment, whole: true, stream, stop);
    }

    /// <summary>All entries of all streams that begin with a prefix, by stream and number.</summary>
    /// <inheritdoc cref="Read"/>
    public async Task<ImmutableArray<LogEntry>> ReadAll(CampaignId campaign, Compartment compartment, string prefix, CancellationToken stop, Reading? reading = null)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await Note(db, campaign, compartment, prefix + "*", reading, stop);
        return await Entries(db, campaign, compartment, whole: false, prefix, stop);
    }

    /// <summary>Adds what a rule decides from all that stands in the stream. When someone else adds meanwhile, the rule decides anew.</summary>
    /// <param name="decide">Pure: the entries to add, none when there is nothing to do, or why not.</param>
    /// <returns>What was added.</returns>
    public async Task<Result<ImmutableArray<LogEntry>>> Change(
        CampaignId campaign, Compartment compartment, string stream, Func<ImmutableArray<LogEntry>, Result<ImmutableArray<NewLogEntry>>> decide, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await database.CreateDbContextAsync(stop);
            var before = await Entries(db, campaign, compartment, whole: true, stream, stop);
            var decided = decide(before);
            if (!decided.Succeeded) return decided.Problems;
            if (decided.Value.IsEmpty) return ImmutableArray<LogEntry>.Empty;
            var added = Chained(compartment, stream, before, decided.Value);
            db.AddRange(added.Select(e => Row(db, campaign, e)));
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                await db.Database.ExecuteSqlAsync($"set local synchronous_commit = on", stop);
                await db.SaveChangesAsync(stop);
                await db.Announce(new(db.Tenant.Value, campaign.Value, null, Stream: compartment == Compartment.Operations ? stream : ""), stop);
                await transaction.CommitAsync(stop);
                return added;
            }
            catch (DbUpdateException failure) when (attempt < Attempts && failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Someone else added first: decide again on what now stands there.
            }
        }
    }

    /// <summary>Who read what of a closed compartment, the latest first.</summary>
    public async Task<ImmutableArray<AccessRow>> Accesses(CampaignId campaign, Compartment compartment, string prefix, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return [.. await db.Accesses.AsNoTracking().Where(a => a.Campaign == campaign && a.Compartment == compartment && a.Stream.StartsWith(prefix))
            .OrderByDescending(a => a.At).Take(500).ToListAsync(stop)];
    }

    private static ImmutableArray<LogEntry> Chained(Compartment compartment, string stream, ImmutableArray<LogEntry> before, ImmutableArray<NewLogEntry> wanted)
    {
        var (hash, number) = before.IsEmpty ? (LogChain.Origin, 0) : (before[^1].Hash, before[^1].Number);
        var added = ImmutableArray.CreateBuilder<LogEntry>(wanted.Length);
        foreach (var entry in wanted)
        {
            var (at, known) = (entry.At.ToMicroseconds(), entry.KnownAt.ToMicroseconds());
            var document = StoredJson.Write(entry.Event, entry.Event.GetType());
            hash = LogChain.Hash(hash, stream, ++number, at, known, entry.Who, LogKinds.Of(entry.Event), document);
            added.Add(new(compartment, stream, number, at, known, entry.Who, entry.Event, document, hash));
        }
        return added.ToImmutable();
    }

    private static LogRow Row(OneFlightDb db, CampaignId campaign, LogEntry entry)
    {
        var kind = LogKinds.Of(entry.Event);
        return entry.Compartment == Compartment.Medical
            ? new MedicalLogRow { Operator = db.Tenant, Campaign = campaign, Stream = entry.Stream, Number = entry.Number, Compartment = entry.Compartment, At = entry.At, KnownAt = entry.KnownAt, Who = entry.Who, Kind = kind, Document = entry.Document, Hash = entry.Hash }
            : new OpenLogRow { Operator = db.Tenant, Campaign = campaign, Stream = entry.Stream, Number = entry.Number, Compartment = entry.Compartment, At = entry.At, KnownAt = entry.KnownAt, Who = entry.Who, Kind = kind, Document = entry.Document, Hash = entry.Hash };
    }

    private static async Task<ImmutableArray<LogEntry>> Entries(
        OneFlightDb db, CampaignId campaign, Compartment compartment, bool whole, string streamOrPrefix, CancellationToken stop)
    {
        IQueryable<LogRow> rows = compartment == Compartment.Medical ? db.MedicalLog : db.Log;
        rows = rows.AsNoTracking().Where(r => r.Campaign == campaign && r.Compartment == compartment);
        rows = whole ? rows.Where(r => r.Stream == streamOrPrefix) : rows.Where(r => r.Stream.StartsWith(streamOrPrefix));
        var found = await rows.OrderBy(r => r.Stream).ThenBy(r => r.Number).ToListAsync(stop);
        return [.. found.Select(r => new LogEntry(r.Compartment, r.Stream, r.Number, r.At, r.KnownAt, r.Who, Event(r), r.Document, r.Hash))];
    }

    private static ILogEvent Event(LogRow row) => LogKinds.TypeOf(row.Kind) is { } type
        ? (ILogEvent)StoredJson.Read(row.Document, type)
        : throw new InvalidOperationException($"No event is of the kind {row.Kind}, which {row.Stream} holds.");

    private static async Task Note(OneFlightDb db, CampaignId campaign, Compartment compartment, string stream, Reading? reading, CancellationToken stop)
    {
        if (compartment == Compartment.Operations) return;
        if (reading is null) throw new ArgumentException($"Whoever reads {compartment} says who they are and for what.", nameof(reading));
        db.Add(new AccessRow { Operator = db.Tenant, Campaign = campaign, Id = Guid.CreateVersion7(), At = reading.At, Who = reading.Who, Compartment = compartment, Stream = stream, Purpose = reading.Purpose });
        await db.SaveChangesAsync(stop);
    }
}

/// <summary>Who reads a closed compartment, when, and for what.</summary>
public sealed record Reading(string Who, string Purpose, Instant At);
