using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Things;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Impact;

/// <summary>What one answer means, grouped for reading.</summary>
public sealed record ChosenOption(
    Option Option, PlanStrip Strip, ImmutableArray<TouchedMission> Missions, PromiseTotals Totals, ImmutableArray<HearWave> Waves,
    ImmutableArray<TouchedKind> Also, ImmutableArray<(string Kind, int Count)> Unchanged)
{
    /// <summary>The touched things by their ids, for a path's steps.</summary>
    public FrozenDictionary<ThingId, Touched> TouchedById { get; } = Option.Impact.Touched.ToFrozenDictionary(t => t.Thing);

    public static ChosenOption Of(OpenCampaign open, Option option, ImmutableArray<Option> all, string? show, Instant now)
    {
        var missions = TouchedMission.AllOf(open, option, all);
        return new(option, PlanStrip.Of(open, option, now), show == "all" ? missions : TouchedMission.First(missions), PromiseTotals.Of(open, option, missions),
            HearWave.AllOf(option.Hear), TouchedKind.AllOf(option.Impact), UnchangedOf(open, option));
    }

    private static ImmutableArray<(string, int)> UnchangedOf(OpenCampaign open, Option option)
    {
        var touched = option.Impact.Touched.Where(t => t.Before is not null).CountBy(t => t.Thing.Kind).ToDictionary();
        return [.. open.Statement.Things.CountBy(t => t.Id.Kind)
            .Select(k => (Kind: k.Key, Count: k.Value - touched.GetValueOrDefault(k.Key)))
            .Where(k => k.Count > 0).OrderBy(k => KindWords.Rank(k.Kind)).Select(k => (KindWords.Many(k.Kind), k.Count))];
    }
}

/// <summary>The touched promises of one mission, worst first.</summary>
public sealed record TouchedMission(MissionId Id, string Name, string About, ImmutableArray<TouchedPromise> Promises)
{
    private const int MostShown = 60;

    public static ImmutableArray<TouchedMission> AllOf(OpenCampaign open, Option option, ImmutableArray<Option> all)
    {
        var others = all.Where(o => o.Flyable).Select(o => (o.Key, Broken: BrokenIn(o))).ToList();
        return [.. option.Impact.Touched
            .Where(t => t.Thing.Kind == PromiseKinds.Promise)
            .Select(t => TouchedPromise.Of(open, t, others.Count(o => o.Broken.Contains(t.Thing)), others.Count))
            .OfType<TouchedPromise>()
            .GroupBy(p => p.Promise.Mission)
            .Select(g => Of(open, g.Key, [.. g.OrderByDescending(p => p.Rank).ThenByDescending(p => p.Promise.Weight)]))
            .OrderByDescending(m => m.Promises[0].Rank).ThenBy(m => m.Name, StringComparer.Ordinal)];
    }

    /// <summary>The first missions up to about a screenful of promises; the worst are never left out.</summary>
    public static ImmutableArray<TouchedMission> First(ImmutableArray<TouchedMission> all)
    {
        var shown = ImmutableArray.CreateBuilder<TouchedMission>();
        var count = 0;
        foreach (var mission in all)
        {
            if (count > 0 && count + mission.Promises.Length > MostShown) break;
            shown.Add(mission);
            count += mission.Promises.Length;
        }
        return shown.ToImmutable();
    }

    private static HashSet<ThingId> BrokenIn(Option option) =>
        [.. option.Impact.Touched.Where(t => t.After is PromiseState { Status: PromiseStatus.Broken }).Select(t => t.Thing)];

    private static TouchedMission Of(OpenCampaign open, MissionId id, ImmutableArray<TouchedPromise> promises)
    {
        if (!open.Index.Missions.TryGetValue(id, out var mission)) return new(id, id.Value, "added by this draft", promises);
        var about = Shell.Say.Words(mission.Kind);
        if (mission.Customer is { } customer) about = $"{open.Index.NameOf(customer)} · {about}";
        if (mission.Broker is { } broker) about += $" · through {open.Index.NameOf(broker)}";
        if (mission.Posture == Posture.Silent) about += " · silent: shown by alias outside its stewards";
        return new(id, mission.Name, about, promises);
    }
}

/// <summary>One promise before and after, with the path that touched it.</summary>
/// <param name="Rank">Worse for the customer is higher.</param>
/// <param name="BrokenInAll">True: no flyable answer keeps it from breaking.</param>
public sealed record TouchedPromise(
    Promise Promise, PromiseState? Before, PromiseState? After, ImmutableArray<TouchStep> Path, string Numbers, double Rank, bool BrokenInAll)
{
    public static TouchedPromise? Of(OpenCampaign open, Touched touched, int brokenIn, int flyable)
    {
        if (!open.Index.Promises.TryGetValue(new(touched.Thing.Id), out var promise)) return null;
        var (before, after) = (touched.Before as PromiseState, touched.After as PromiseState);
        var status = after?.Status ?? PromiseStatus.NotApplicable;
        var rank = ((before?.Status ?? PromiseStatus.NotApplicable) != status ? 100 : 0) + (int)status * 10 + (after?.Gap ?? 0);
        return new(promise, before, after, touched.Path, NumbersOf(before, after), rank, status == PromiseStatus.Broken && flyable > 1 && brokenIn == flyable);
    }

    private static string NumbersOf(PromiseState? before, PromiseState? after)
    {
        if (before?.Measured == after?.Measured) return before?.Due != after?.Due && after?.Due is { } due ? $"decided {Shell.Say.Day(due)}" : "";
        return MeasureWords.Change(before?.Measured, after?.Measured, after?.Unit ?? before?.Unit ?? "");
    }
}

/// <summary>How many promises are touched, and how they end.</summary>
public sealed record PromiseTotals(int Touched, int All, ImmutableArray<(PromiseStatus Status, int Count)> After, int Worse)
{
    public static PromiseTotals Of(OpenCampaign open, Option option, ImmutableArray<TouchedMission> missions)
    {
        var promises = missions.SelectMany(m => m.Promises).ToList();
        return new(promises.Count, open.Campaign.Promises.Length,
            [.. promises.CountBy(p => p.After?.Status ?? PromiseStatus.NotApplicable).OrderByDescending(c => c.Key).Select(c => (c.Key, c.Value))],
            promises.Count(p => (p.After?.Status ?? 0) > (p.Before?.Status ?? 0)));
    }
}

/// <summary>The lines of one wave, in the order in which people hear.</summary>
public sealed record HearWave(int Number, string Note, ImmutableArray<HearItem> Lines)
{
    public static ImmutableArray<HearWave> AllOf(ImmutableArray<HearItem> hear) => [.. hear.GroupBy(h => h.Wave).OrderBy(g => g.Key)
        .Select(g => new HearWave(g.Key, g.Key == 1 ? "before anyone else" : $"when wave {g.Key - 1} has acknowledged", [.. g.OrderBy(h => h.By).ThenBy(h => h.ShownAs, StringComparer.Ordinal)]))];
}

/// <summary>Everything else that is touched, by kind.</summary>
public sealed record TouchedKind(string Name, ImmutableArray<Touched> Things)
{
    public static ImmutableArray<TouchedKind> AllOf(ImpactReport impact) =>
    [
        .. impact.Touched.Where(t => t.Thing.Kind != PromiseKinds.Promise).GroupBy(t => t.Thing.Kind)
            .OrderBy(g => KindWords.Rank(g.Key)).Select(g => new TouchedKind(KindWords.Many(g.Key), [.. g])),
    ];
}
