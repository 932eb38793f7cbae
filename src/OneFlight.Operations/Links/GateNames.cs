namespace OneFlight.Operations.Links;

/// <summary>Gates in words.</summary>
public static class GateNames
{
    public static string Of(Gate gate) => gate switch
    {
        Gate.Contract => "contract",
        Gate.TrainingStart => "start of training",
        Gate.CrewQualification => "crew qualification",
        Gate.FlightReadiness => "flight readiness review",
        Gate.LaunchReadiness => "launch readiness review",
        Gate.Countdown => "countdown",
        Gate.Docking => "docking",
        Gate.Undocking => "undocking",
        Gate.Deorbit => "deorbit",
        Gate.PostFlight => "after the flight",
        Gate.License => "license",
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, null),
    };
}
