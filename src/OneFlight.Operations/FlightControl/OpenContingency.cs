using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.FlightControl;

/// <summary>A contingency that was opened, with who did which first action.</summary>
/// <param name="ClosedAt">Null: open.</param>
public sealed record OpenContingency(
    string Id, Contingency Contingency, string Seen, Instant OpenedAt, string OpenedBy, ImmutableSortedDictionary<int, PersonId> Done, Instant? ClosedAt, string? Words)
{
    internal static ImmutableArray<OpenContingency> All(ImmutableArray<LogEntry> known, ControlBook book)
    {
        var all = ImmutableArray.CreateBuilder<OpenContingency>();
        foreach (var entry in known)
        {
            if (entry.Event is not ContingencyOpened opened || book.Contingencies.FirstOrDefault(c => c.Id == opened.Contingency) is not { } contingency) continue;
            var done = known.Select(e => e.Event).OfType<FirstActionDone>().Where(a => a.Id == opened.Id).DistinctBy(a => a.Action).ToImmutableSortedDictionary(a => a.Action, a => a.By);
            var closed = known.FirstOrDefault(e => e.Event is ContingencyClosed c && c.Id == opened.Id);
            all.Add(new(opened.Id, contingency, opened.Seen, entry.At, entry.Who, done, closed?.At, (closed?.Event as ContingencyClosed)?.Words));
        }
        return all.ToImmutable();
    }
}
