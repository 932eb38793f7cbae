using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Tests.Scheduling;

public class TimelineTests
{
    private static void ForSeeds(Func<Random, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(new Random(seed))));

    [Fact]
    public void A_capacity_timeline_answers_as_counting_every_instant_does() => ForSeeds(random =>
    {
        var timeline = new CapacityTimeline(3);
        var levels = new int[100];
        var steps = new List<(long, int)>();
        for (var i = 0; i < random.Next(1, 15); i++)
        {
            var from = random.Next(90);
            var to = random.Next(from, 100);
            for (var t = from; t < to; t++) levels[t]++;
            if (random.Next(2) == 0) timeline.Add(from, to, 1);
            else steps.AddRange([(from, 1), (to, -1)]);
        }

        timeline.AddAll(steps);
        var (at, length) = (random.Next(50), random.Next(1, 20));
        bool Fits(int start) => Enumerable.Range(start, length).All(t => t is < 0 or >= 100 || levels[t] + 1 <= 3);
        return timeline.Peak(at, at + length) == levels[at..Math.Min(100, at + length)].Max()
            && timeline.Fits(at, at + length, 1) == Fits(at)
            && timeline.Next(at, length, 1) == Enumerable.Range(at, 120).First(Fits)
            && timeline.Previous(at, length, 1) == Enumerable.Range(0, 120).Select(i => at - i).First(Fits);
    });

    [Fact]
    public void A_unary_timeline_finds_the_nearest_free_starts() => ForSeeds(random =>
    {
        var closings = ImmutableArray.Create(new Closing(random.Next(30), 35), new Closing(60, random.Next(61, 70)));
        var timeline = new UnaryTimeline(closings);
        var holds = new List<Hold>();
        for (var i = 0; i < 6; i++)
        {
            var from = random.Next(90);
            var hold = new Hold(0, from, from + random.Next(1, 12), random.Next(4));
            holds.Add(hold);
            timeline.Add(i, hold);
        }

        timeline.Remove(2, holds[2]);
        holds.RemoveAt(2);
        var choice = new Choice(0, -2, random.Next(1, 8), random.Next(4), 0);
        bool Free(long start) => choice.At(start) is var mine
            && holds.All(h => h.Busy <= mine.From || mine.Busy <= h.From) && closings.All(c => c.To <= mine.From || mine.To <= c.From);
        var at = random.Next(90);
        return timeline.Next(choice, at, Waived.Nothing) == Enumerable.Range(at, 200).First(t => Free(t))
            && timeline.Previous(choice, at, Waived.Nothing) == Enumerable.Range(0, 300).Select(i => at - i).First(t => Free(t));
    });

    [Fact]
    public void Spaced_events_keep_their_distance_and_no_more()
    {
        var timeline = new SpacingTimeline(10);
        timeline.Add(1, 50);
        timeline.Add(2, 65);

        Assert.Equal((40, 75), (timeline.Previous(52, 0), timeline.Next(52, 0)));
        Assert.Equal(85, timeline.Next(55, -10));
        timeline.Remove(2, 65);
        Assert.Equal(60, timeline.Next(52, 0));
    }

    [Fact]
    public void A_clash_is_minimal_each_of_its_rules_can_be_dropped_to_leave_a_start() => ForSeeds(random =>
    {
        var board = new Board(new([[], [new(20, 40)], []], [5], []));
        for (var i = 0; i < 8; i++)
        {
            var from = random.Next(80);
            board.Add(i, new([new(random.Next(3), from, from + random.Next(5, 40), 2)], [new(0, random.Next(100))], []));
        }

        Need Need(int kind, params int[] resources) => new(
            kind, [.. resources.Select(r => new Choice(r, 0, 10, 1, 0))], kind == 0 ? [new(new(2, 0, 10, 1, 0), 7)] : []);
        var job = new Job(99, 20, 20 + random.Next(20), 25, [new([Need(0, 0), Need(1, 1, 2)], [new(0, 3)], [], 0)], Floor: 10);
        var clash = ClashFilter.Find(board, job);
        return StartSearch.Nearest(board, job) is null
            ? !clash.IsEmpty && !ClashFilter.LeavesStart(board, job, clash) && clash.All(rule => ClashFilter.LeavesStart(board, job, clash.Remove(rule)))
            : clash.IsEmpty;
    });
}
