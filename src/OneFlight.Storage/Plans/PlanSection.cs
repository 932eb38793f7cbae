using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Json;

namespace OneFlight.Storage.Plans;

/// <summary>A part of a plan that differs from the revision before; no document: it is gone.</summary>
internal sealed record PartChange(string Kind, string Id, long Ordinal, string? Document);

/// <summary>A part as it is stored, whichever revision it came from.</summary>
internal sealed record StoredPart(string Kind, string Id, long Ordinal, string? Document);

/// <summary>Where each part of a plan stands among its kind.</summary>
internal sealed class Ordinals(ImmutableDictionary<(string Kind, string Id), long> places)
{
    public static Ordinals None { get; } = new(ImmutableDictionary<(string, string), long>.Empty);

    public long? Of(string kind, string id) => places.TryGetValue((kind, id), out var ordinal) ? ordinal : null;

    public Ordinals After(IEnumerable<PartChange> changes)
    {
        var next = places.ToBuilder();
        foreach (var change in changes)
        {
            if (change.Document is null) next.Remove((change.Kind, change.Id));
            else next[(change.Kind, change.Id)] = change.Ordinal;
        }
        return new(next.ToImmutable());
    }
}

/// <summary>One list of the plan that is stored item by item.</summary>
internal abstract class PlanSection(string kind)
{
    public string Kind => kind;

    /// <summary>Ids that stand twice in the list, which no version could tell apart.</summary>
    public abstract IEnumerable<string> Doubles(Campaign campaign);

    /// <summary>What has to be stored to get from one plan to the other.</summary>
    public abstract IEnumerable<PartChange> Changes(Campaign before, Campaign after, Ordinals ordinals);

    /// <summary>The plan with the stored parts in place; untouched items stay the same objects.</summary>
    public abstract Campaign Apply(Campaign campaign, IReadOnlyCollection<StoredPart> parts, Ordinals ordinals);
}

/// <inheritdoc/>
internal sealed class PlanSection<T>(
    string kind, Func<Campaign, ImmutableArray<T>> items, Func<T, string> id, Func<Campaign, ImmutableArray<T>, Campaign> with)
    : PlanSection(kind) where T : class
{
    public override IEnumerable<string> Doubles(Campaign campaign) =>
        items(campaign).GroupBy(id).Where(g => g.Count() > 1).Select(g => g.Key);

    public override IEnumerable<PartChange> Changes(Campaign before, Campaign after, Ordinals ordinals)
    {
        if (items(before) == items(after)) return [];

        var old = items(before).ToDictionary(id);
        var ids = items(after).Select(id).ToList();
        var changes = old.Keys.Except(ids).Select(gone => new PartChange(Kind, gone, 0, null)).ToList();
        var places = Places.Assign([.. ids.Select(i => ordinals.Of(Kind, i))]);
        foreach (var (item, ordinal) in items(after).Zip(places))
        {
            var key = id(item);
            var stays = old.TryGetValue(key, out var was) && ordinals.Of(Kind, key) == ordinal;
            if (stays && ReferenceEquals(was, item)) continue;
            var document = StoredJson.Write(item);
            if (!stays || StoredJson.Write(was!) != document) changes.Add(new(Kind, key, ordinal, document));
        }
        return changes;
    }

    public override Campaign Apply(Campaign campaign, IReadOnlyCollection<StoredPart> parts, Ordinals ordinals)
    {
        if (parts.Count == 0) return campaign;

        var next = items(campaign).ToDictionary(id, i => (Ordinal: ordinals.Of(Kind, id(i)) ?? 0, Item: i));
        foreach (var part in parts)
        {
            if (part.Document is null) next.Remove(part.Id);
            else next[part.Id] = (part.Ordinal, StoredJson.Read<T>(part.Document));
        }
        return with(campaign, [.. next.Values.OrderBy(p => p.Ordinal).Select(p => p.Item)]);
    }
}
