using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Links;

/// <summary>The points of a flight's life at which things must be true, in order.</summary>
public enum Gate { Contract, TrainingStart, CrewQualification, FlightReadiness, LaunchReadiness, Countdown, Docking, Undocking, Deorbit, PostFlight, License }

/// <summary>How something that must be true stands. Not known is a light of its own and never green.</summary>
public enum GateLight { Green, Amber, Red, Unknown, NotApplicable }

/// <summary>One row of a gate: something that must be true for a flight. Whatever a capability states with this value is seen on the
/// readiness page and in the impact answer, without either knowing the capability.</summary>
/// <param name="Flight">The flight that passes the gate.</param>
/// <param name="Words">Why it stands so, for people; no finding of a closed compartment.</param>
/// <param name="TurnsAt">When a green or amber row turns red by itself; null: it does not, or nobody knows.</param>
/// <param name="Holder">Who holds it: a role, such as "flight surgeon".</param>
public sealed record GateState(ThingId Flight, Gate Gate, GateLight Light, string Words, Instant? TurnsAt, string Holder) : StateValue
{
    public override string Text => TurnsAt is { } turns ? $"{Word(Light)}: {Words}, until {TimeText.Instant(turns)}" : $"{Word(Light)}: {Words}";

    public static string Word(GateLight light) => light switch
    {
        GateLight.Green => "green",
        GateLight.Amber => "amber",
        GateLight.Red => "red",
        GateLight.NotApplicable => "does not apply",
        _ => "not known",
    };

    /// <summary>The light of several together: the worst, where not known is worse than amber; nothing at all is not known.</summary>
    public static GateLight Worst(IEnumerable<GateLight> lights)
    {
        var worst = (GateLight?)null;
        foreach (var light in lights)
            if (worst is null || Rank(light) > Rank(worst.Value)) worst = light;
        return worst ?? GateLight.Unknown;
    }

    private static int Rank(GateLight light) => light switch
    {
        GateLight.NotApplicable => 0,
        GateLight.Green => 1,
        GateLight.Amber => 2,
        GateLight.Unknown => 3,
        _ => 4,
    };
}
