using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Between times of a campaign and those of the solver, which counts ticks of 100 ns since 1970.</summary>
internal static class Clockwork
{
    public const long Day = NodaConstants.TicksPerDay;

    public static long Ticks(this Instant at) => at.ToUnixTimeTicks();
    public static long Ticks(this Instant? at) => at?.ToUnixTimeTicks() ?? Horizon.Never;

    /// <summary>Rounded up: a distance that is kept to the tick is kept.</summary>
    public static long Ticks(this Duration length) => length.BclCompatibleTicks is var whole && Duration.FromTicks(whole) < length ? whole + 1 : whole;

    public static Instant Instant(this long ticks) => NodaTime.Instant.FromUnixTimeTicks(ticks);
    public static Instant? InstantOrNever(this long ticks) => ticks >= Horizon.Never ? null : NodaTime.Instant.FromUnixTimeTicks(ticks);

    /// <summary>For people: "14 Mar 2027 08:00 UTC", or "further notice".</summary>
    public static string Text(this long ticks) =>
        ticks >= Horizon.Never / 2 ? "further notice" : TimeText.Instant(ticks.Instant());
}
