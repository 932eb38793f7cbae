using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>Something to be started once, as close as can be to a preferred start within a window.</summary>
/// <param name="Id">Unique among the jobs of a board.</param>
/// <param name="Modes">Alternative ways of doing it; the one named first is preferred.</param>
/// <param name="Floor">No start can lie before it, whatever is given up; at or before <paramref name="Earliest"/>.</param>
public sealed record Job(int Id, long Earliest, long Latest, long Preferred, ImmutableArray<Mode> Modes, long Floor = Horizon.Always / 2);

/// <summary>One way of doing a job. All times in it are offsets from the job's start.</summary>
/// <param name="Needs">All of them must be met, each by one of its choices.</param>
/// <param name="Cost">How far, in time units, the start may lie off before this mode is better than one that costs nothing.</param>
public sealed record Mode(ImmutableArray<Need> Needs, ImmutableArray<SpacedEvent> Events, ImmutableArray<Load> Loads, long Cost);

/// <summary>One of several unary resources must be free.</summary>
/// <param name="Kind">The caller's own number for the kind of need, the same in every mode.</param>
/// <param name="Barred">Resources that would do but for a restriction of the caller's; used only to explain a clash.</param>
public sealed record Need(int Kind, ImmutableArray<Choice> Choices, ImmutableArray<BarredChoice> Barred, Waived Waived = Waived.Nothing);

/// <summary>Rules of a need that are set aside while a clash is explained.</summary>
[Flags]
public enum Waived { Nothing = 0, Held = 1, Closed = 2 }

/// <summary>A resource that can meet a need, held over offsets from the start, with a gap after.</summary>
/// <param name="Cost">Breaks ties between choices that are free at the same start; smaller is better.</param>
public readonly record struct Choice(int Resource, long From, long To, long Gap, int Cost)
{
    /// <summary>The hold when the job starts at an instant.</summary>
    public Hold At(long start) => new(Resource, Horizon.Add(start, From), Horizon.Add(start, To), Gap);
}

/// <param name="Restriction">The caller's own number for what bars it.</param>
public readonly record struct BarredChoice(Choice Choice, int Restriction);

/// <summary>Where a job stands: its start, its mode, and the choice taken for each of the mode's needs.</summary>
public sealed record Placement(Job Job, long Start, int Mode, ImmutableArray<Choice> Choices)
{
    /// <summary>All that it takes.</summary>
    public Footprint Footprint()
    {
        var mode = Job.Modes[Mode];
        return new(
            [.. Choices.Select(c => c.At(Start))],
            [.. mode.Events.Select(e => e with { At = e.At + Start })],
            [.. mode.Loads.Select(l => l with { From = l.From + Start, To = l.To + Start })]);
    }
}
