using System.Collections.Immutable;
using OneFlight.Solvers.Scheduling.Berthing;

namespace OneFlight.Tests.Scheduling.Berthing;

/// <summary>Problems with the least said, and problems drawn from a seed.</summary>
internal static class BerthingCases
{
    internal static Berth ABerth(string id, long from = long.MinValue, long to = long.MaxValue) => new(id, [new(from, to)]);

    internal static Occupant AnOccupant(string id, long from, long? to, string berths, string? first = null, bool mayMove = true) =>
        new(id, from, to, [.. berths.Split(',')], first, [], mayMove);

    internal static BerthingProblem AProblem(IEnumerable<Berth> berths, params Occupant[] occupants) =>
        new([.. berths], [.. occupants], new(BetweenEvents: 2, SameBerth: 5, MoveDuration: 1));

    /// <summary>A small problem in whole units of time. Of two seeds one is roomy, with given first berths in each other's way, so that
    /// it has a plan with moves; the other is tight, and often has none.</summary>
    internal static BerthingProblem Drawn(int seed)
    {
        var random = new Random(seed);
        var roomy = seed % 2 == 0;
        var rules = new BerthingRules(random.Next(0, 3), random.Next(0, 4), random.Next(1, 3));
        var ids = Enumerable.Range(0, random.Next(roomy ? 4 : 3, 7)).Select(i => $"b{i}").ToArray();
        var berths = ids.Select(id => new Berth(id, Windows(random, roomy))).ToImmutableArray();
        var occupants = Enumerable.Range(0, random.Next(roomy ? 6 : 3, roomy ? 11 : 13)).Select(i => Draw(random, i, ids, roomy)).ToImmutableArray();
        return new(berths, occupants, rules);
    }

    private static ImmutableArray<OpenWindow> Windows(Random random, bool roomy) => random.Next(roomy ? 30 : 10) switch
    {
        0 => [new(long.MinValue, random.Next(20, 40))],
        1 => [new(random.Next(2, 12), long.MaxValue)],
        2 => [new(long.MinValue, random.Next(10, 18)), new(random.Next(18, 24), long.MaxValue)],
        _ => [OpenWindow.Always],
    };

    private static Occupant Draw(Random random, int number, string[] berths, bool roomy)
    {
        var from = random.Next(0, 56);
        long? to = random.Next(roomy ? 30 : 12) == 0 ? null : from + random.Next(2, 18);
        var some = berths.Where(_ => random.Next(roomy ? 6 : 3) > 0).DefaultIfEmpty(berths[random.Next(berths.Length)]).ToImmutableArray();
        // Roomy: everyone is given one of the first few, so that they stand in each other's way while others are free.
        var first = roomy ? some[random.Next(Math.Min(2, some.Length))] : random.Next(2) == 0 ? some[random.Next(some.Length)] : null;
        return new($"o{number:00}", from, to, some, first, [.. some.Take(1)], random.Next(roomy ? 20 : 8) > 0);
    }
}
