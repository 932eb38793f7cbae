using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Stewardship;

/// <summary>A notice as first written for one line of a hear-list. Stream <c>notice/REVISION-LINE</c>, compartment operations; each event below goes to it.</summary>
/// <param name="Hearer">The thing of who hears, written <c>kind:id</c>.</param>
/// <param name="Missions">Ids of the missions it is about.</param>
/// <param name="Critical">A second person approves it.</param>
public sealed record NoticeDrafted(int Revision, string Line, string Hearer, ImmutableArray<string> Missions, string ShownAs, bool Critical, NoticeText Text) : ILogEvent;

/// <summary>Other words; an approval given before falls.</summary>
public sealed record NoticeEdited(NoticeText Text, bool Critical) : ILogEvent;

public sealed record NoticeApproved : ILogEvent;

/// <summary>It leaves at an instant of the clock on the wall, until when it can be held back.</summary>
/// <param name="Early">Why before those who hear first; null: in order.</param>
public sealed record NoticeReleased(Instant LeavesAt, string? Early) : ILogEvent;

public sealed record NoticeHeldBack(string Why) : ILogEvent;

/// <param name="Means">"e-mail and portal" or "portal".</param>
public sealed record NoticeSent(string Means) : ILogEvent;

/// <param name="Note">What was said beside the text, or why they heard out of order.</param>
public sealed record NoticeTold(string Means, string? Note) : ILogEvent;

/// <param name="By">Shown name of who read or heard it.</param>
public sealed record NoticeAcknowledged(string By) : ILogEvent;

/// <summary>Where a party is reached. Stream <c>contact/KIND:ID</c>, compartment identity.</summary>
public sealed record ContactRecorded(string Email, string? Telephone) : ILogEvent;
