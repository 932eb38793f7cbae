using NodaTime;

namespace OneFlight.App.Feeds;

/// <summary>One event of a calendar that others subscribe to.</summary>
/// <param name="Uid">Stable for as long as it is the same event, whatever else changes: <c>session:S-14</c>. Unique in its calendar.</param>
/// <param name="Sequence">Grows with each change, never falls: the number of the revision that the event is read from will do.</param>
/// <param name="Stamp">When this version of the event came to be: the time of that revision.</param>
/// <param name="Summary">The line in the calendar; of a silent person the alias.</param>
/// <param name="Cancelled">It is not going to happen; calendars strike it through instead of losing it without a word.</param>
public sealed record CalendarEvent(
    string Uid, int Sequence, Instant Stamp, Instant Start, Instant End, string Summary, string? Description = null, string? Place = null, bool Cancelled = false);
