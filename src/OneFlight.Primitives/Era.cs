using NodaTime;

namespace OneFlight.Primitives;

/// <summary>The time that plans and records speak of. Whatever is read from outside lies in it, so that no sum of a plan's times leaves the range of an instant.</summary>
public static class Era
{
    public static readonly Instant From = Instant.FromUtc(1950, 1, 1, 0, 0);
    public static readonly Instant To = Instant.FromUtc(3000, 1, 1, 0, 0);

    public static bool Contains(Instant at) => From <= at && at < To;
}
