using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Samples;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Setup;

/// <summary>A local user to begin with.</summary>
public sealed record FirstMember(string Id, string Name, ImmutableArray<string> Roles);

/// <summary>Fills an operator's place on the first start; any later start finds everything there and is quick.</summary>
public sealed class FirstStart(IDbContextFactory<OneFlightDb> database, PlanHistory history, LogbookStore logbook)
{
    /// <summary>Makes the operator and its members, and keeps the sample campaigns.</summary>
    /// <param name="samples">Asked only while samples are missing. A start that was cut short goes on where it stopped.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="log">What a sample's logbook already holds; null: nothing.</param>
    /// <returns>The sample campaigns kept by this start, or why one of them was refused.</returns>
    public async Task<Result<ImmutableArray<CampaignId>>> Run(
        string operatorName, ImmutableArray<FirstMember> members, Func<IEnumerable<Campaign>> samples, Instant now,
        Action<string> progress, CancellationToken stop, Func<Campaign, ImmutableArray<StoryEvent>>? log = null)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var own = await Operator(db, operatorName, members, stop);
        if (own.SamplesLoadedAt is not null) return ImmutableArray<CampaignId>.Empty;

        var kept = ImmutableArray.CreateBuilder<CampaignId>();
        foreach (var sample in samples())
        {
            if (await db.Campaigns.AnyAsync(c => c.Campaign == sample.Id, stop)) continue;
            progress($"Loading the sample campaign {sample.Name}: {sample.Flights.Length} flights");
            var first = Revision.First(sample, now, "OneFlight", "Sample campaign loaded on first start");
            var result = await history.Append(first, [], [], AppendTerms.At(sample.AsOf ?? now), stop);
            // Another process that started at the same time may have been first.
            if (!result.Succeeded && result.Problems.All(p => p.Code is not "revision-lost")) return result.Problems;
            foreach (var stream in (log?.Invoke(sample) ?? []).GroupBy(e => (e.Compartment, e.Stream)))
            {
                var added = await logbook.Change(sample.Id, stream.Key.Compartment, stream.Key.Stream,
                    before => before.IsEmpty ? stream.Select(e => e.Entry).ToImmutableArray() : ImmutableArray<NewLogEntry>.Empty, stop);
                if (!added.Succeeded) return added.Problems;
            }
            kept.Add(sample.Id);
        }
        own.SamplesLoadedAt = now;
        await db.SaveChangesAsync(stop);
        return kept.ToImmutable();
    }

    private static async Task<OperatorRow> Operator(
        OneFlightDb db, string name, ImmutableArray<FirstMember> members, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"insert into operators (operator_id, name) values ({db.Tenant.Value}, {name}) on conflict do nothing", stop);
        foreach (var member in members)
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into members (operator_id, id, name, roles) values ({db.Tenant.Value}, {member.Id}, {member.Name}, {member.Roles.ToArray()}) on conflict do nothing", stop);
        }
        return await db.Operators.SingleAsync(stop);
    }
}
