using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.Portal;

/// <summary>How sure the dates are: how much of what must be true before the flight is true today. Counts only; what stands behind them is the
/// operator's, and partly of closed compartments.</summary>
public static class PortalSure
{
    /// <summary>Null: the flight is over, or there is none to be sure of.</summary>
    public static string? Of(OpenCampaign open, Flight? flight, NodaTime.Instant now)
    {
        if (flight?.Plan is not { } plan || plan.Launch <= now) return null;
        var lights = open.View($"portal-sure {flight.Id}", () => new Counted([.. open.Statement.Things.Select(t => t.Value).OfType<GateState>()
            .Where(g => g.Flight == flight.Thing && g.Gate <= Gate.Countdown && g.Light != GateLight.NotApplicable).Select(g => g.Light)])).Lights;
        if (lights.Length == 0) return "Not known yet: what must be true before this flight is not written down.";
        int Count(GateLight light) => lights.Count(l => l == light);
        var (green, amber, red, unknown) = (Count(GateLight.Green), Count(GateLight.Amber), Count(GateLight.Red), Count(GateLight.Unknown));
        if (green == lights.Length) return $"All {lights.Length} things that must be true before launch are true today.";
        var rest = new[] { (amber, "on the way"), (red, "not true"), (unknown, "not known yet") }.Where(r => r.Item1 > 0).Select(r => $"{r.Item1} {r.Item2}");
        return $"Of {Say.Count(lights.Length, "thing")} that must be true before launch, {green} {(green == 1 ? "is" : "are")} true today; {string.Join(", ", rest)}.";
    }

    private sealed record Counted(GateLight[] Lights);
}
