using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OneFlight.Primitives;

namespace OneFlight.Operations.Logbook;

/// <summary>Something that happened, as a record of one capability: a vote, a custody transfer, a contact. Never changed, only added.</summary>
/// <remarks>The name of the type in kebab case is its kind in storage, so a type that has been kept is not renamed.</remarks>
public interface ILogEvent;

/// <summary>Who may read an entry at all; what they may do is the policy's.</summary>
public enum Compartment
{
    /// <summary>The operator's own work.</summary>
    Operations,

    /// <summary>Clinical findings: the flight surgeon alone. Kept in a store of its own.</summary>
    Medical,

    /// <summary>Who a silent person is, and how they are reached.</summary>
    Identity,

    /// <summary>A family's wishes, contacts and access.</summary>
    Family,

    /// <summary>How someone fares after landing.</summary>
    Care,

    /// <summary>What was agreed about money.</summary>
    Commercial,
}

/// <summary>One entry of a stream, chained to the one before by hash.</summary>
/// <param name="Stream">What the entries are about: <c>control/HALCYON-09</c>, <c>custody/c0007</c>. One stream stays in one compartment.</param>
/// <param name="Number">Counted from one within the stream.</param>
/// <param name="At">When it happened.</param>
/// <param name="KnownAt">When it became known to us; not before <paramref name="At"/>.</param>
/// <param name="Who">By whom, as shown to people; of a silent person the alias.</param>
/// <param name="Document">The event exactly as it is kept; the hash is over this text.</param>
/// <param name="Hash">See <see cref="LogChain"/>.</param>
public sealed record LogEntry(
    Compartment Compartment, string Stream, int Number, Instant At, Instant KnownAt, string Who, ILogEvent Event, string Document, string Hash);

/// <summary>An entry that is to be added.</summary>
public sealed record NewLogEntry(Instant At, Instant KnownAt, string Who, ILogEvent Event)
{
    /// <summary>Known as it happened.</summary>
    public static NewLogEntry Now(Instant at, string who, ILogEvent what) => new(at, at, who, what);
}

/// <summary>The hash chain of a stream: SHA-256, in lower-case hexadecimal, over the hash before and every field of the entry.</summary>
public static class LogChain
{
    /// <summary>What the first entry is chained to.</summary>
    public const string Origin = "";

    public static string Hash(string before, string stream, int number, Instant at, Instant knownAt, string who, string kind, string document)
    {
        // Lengths keep the fields apart, whatever they hold.
        var text = new StringBuilder();
        string[] fields = [before, stream, number.ToString(System.Globalization.CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(at),
            InstantPattern.ExtendedIso.Format(knownAt), who, kind, document];
        foreach (var field in fields) text.Append(field.Length).Append(':').Append(field).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Where a stream was changed, taken from or added to in between; empty: it is whole.</summary>
    /// <param name="entries">All entries of one stream, in order.</param>
    public static ImmutableArray<Problem> Verify(ImmutableArray<LogEntry> entries)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var (before, number) = (Origin, 0);
        foreach (var entry in entries)
        {
            var wanted = Hash(before, entry.Stream, ++number, entry.At, entry.KnownAt, entry.Who, LogKinds.Of(entry.Event), entry.Document);
            if (entry.Number != number || entry.Hash != wanted)
                problems.Add(new("broken-chain", Place.Of($"{entry.Stream}, entry {entry.Number}"), $"hash {Short(entry.Hash)}", $"entry {number} with hash {Short(wanted)}"));
            before = entry.Hash;
        }
        return problems.ToImmutable();
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}

/// <summary>Names of event types in storage.</summary>
public static class LogKinds
{
    private static readonly Dictionary<string, Type> types = typeof(LogKinds).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(ILogEvent).IsAssignableFrom(t)).ToDictionary(Name);

    public static string Of(ILogEvent what) => Name(what.GetType());

    /// <summary>Null: no event has this kind.</summary>
    public static Type? TypeOf(string kind) => types.GetValueOrDefault(kind);

    private static string Name(Type type)
    {
        var name = new StringBuilder();
        foreach (var letter in type.Name)
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }
}
