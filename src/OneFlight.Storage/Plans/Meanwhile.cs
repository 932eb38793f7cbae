using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;

namespace OneFlight.Storage.Plans;

/// <summary>What others kept while someone was still thinking.</summary>
internal static class Meanwhile
{
    private const int NamedParts = 8;
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss 'UTC'");

    /// <summary>One problem for each revision that has the wanted number or a later one; empty when the number is free.</summary>
    public static async Task<ImmutableArray<Problem>> Kept(OneFlightDb db, Revision<Campaign> next, CancellationToken stop)
    {
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.Campaign == next.Campaign && r.Number >= next.Number)
            .OrderBy(r => r.Number).Select(r => new { r.Number, r.Who, r.At, r.Why }).ToListAsync(stop);
        if (revisions.Count == 0) return [];

        var parts = next.Number == 1 ? [] : await db.PlanParts.AsNoTracking().Where(p => p.Campaign == next.Campaign && p.Revision >= next.Number)
            .OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => new { p.Revision, p.Kind, p.Id }).ToListAsync(stop);
        var latest = revisions[^1].Number;
        return [.. revisions.Select(r => new Problem(
            "revision-lost", Place.Of($"campaign {next.Campaign}, revision {r.Number}"),
            $"{r.Who} kept it on {Minute.Format(r.At)} (\"{r.Why}\"){Changing([.. parts.Where(p => p.Revision == r.Number).Select(p => $"{p.Kind} {p.Id}")])}",
            $"the change made again on revision {latest}"))];
    }

    private static string Changing(ImmutableArray<string> parts) => parts.Length switch
    {
        0 => "",
        <= NamedParts => ", changing " + string.Join(", ", parts),
        _ => $", changing {string.Join(", ", parts.Take(NamedParts))} and {parts.Length - NamedParts} more",
    };
}
