using System.Collections.Immutable;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Stewardship;

/// <summary>Who a silent person is and how they are reached, in the compartment of identities and nowhere else. The latest holds.</summary>
/// <param name="Name">Their name. It enters no plan, page, notice, log line or feed; only who may open the compartment reads it.</param>
/// <param name="Reached">How, when and through whom: a number, hours, a code word.</param>
/// <param name="Never">What must not be done: "no message to the house"; empty: nothing said.</param>
public sealed record SilentIdentity(string Name, string Reached, string Never) : ILogEvent
{
    public static string StreamOf(PersonId person) => $"identity/{person}";

    /// <summary>What holds now; null: nothing is kept of this person.</summary>
    public static SilentIdentity? Of(ImmutableArray<LogEntry> stream) => stream.Select(e => e.Event).OfType<SilentIdentity>().LastOrDefault();
}
