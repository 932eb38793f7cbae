using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.FlightControl.Mishaps;

// What may stand in the stream mishap/ID. Of the first entry, At is when it happened and KnownAt when we came to know it.

public enum Injury { NotKnown, None, Minor, Serious, Fatal }

/// <summary>A fact that decides a class; not known is treated as if it were so until somebody knows.</summary>
public enum Fact { NotKnown, No, Yes }

/// <param name="HarmOutside">Debris, fire or other hazard outside the planned area.</param>
/// <param name="VehicleLost">The vehicle is lost or damaged so that it cannot go on.</param>
/// <param name="PropertyDamaged">Property damaged that is not the flight's own.</param>
/// <param name="SafetySystemFailed">A safety system did not do what it is for.</param>
/// <param name="CloseCall">Nothing of this happened, but nearly.</param>
public sealed record MishapFacts(Injury Injury, Fact HarmOutside, Fact VehicleLost, Fact PropertyDamaged, Fact SafetySystemFailed, bool CloseCall);

/// <param name="Flight">Id of the flight; null: none.</param>
/// <param name="Protected">True: who reported it is kept nowhere.</param>
public sealed record MishapReported(string? Flight, string Title, string What, MishapFacts Facts, bool Protected) : ILogEvent;

/// <summary>A fact became known; the class is judged anew.</summary>
public sealed record MishapFactsCorrected(MishapFacts Facts, string Why) : ILogEvent;

/// <param name="Line">Key of the checklist.</param>
/// <param name="Person">Who was told, by name or office.</param>
public sealed record MishapNotified(string Line, string Person, string Means) : ILogEvent;

/// <param name="What">Each record that nobody changes from now on.</param>
public sealed record RecordsFrozen(ImmutableArray<string> What) : ILogEvent;

/// <param name="Corrective">What was changed so that it does not happen again, and how one knows that it works.</param>
public sealed record MishapClosed(string Cause, string Corrective) : ILogEvent;
