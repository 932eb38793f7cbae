using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Safety;

/// <summary>How a control stands on a flight.</summary>
/// <param name="Target">What it leans on there; null: it is built in.</param>
public sealed record ControlStanding(HazardControl Control, GateLight Light, string Words, ThingId? Target);

public sealed record CauseStanding(HazardCause Cause, GateLight Light, ImmutableArray<ControlStanding> Controls);

/// <summary>How a hazard stands on a flight: as its weakest cause, and that as its weakest control.</summary>
/// <param name="Words">What keeps it from being green, or that all holds.</param>
/// <param name="Flags">Weaknesses of the baseline itself.</param>
public sealed record HazardStanding(Hazard Hazard, GateLight Light, string Words, ImmutableArray<CauseStanding> Causes, ImmutableArray<string> Flags)
{
    private const string ProcedureOnly = "only procedures stand against a catastrophic hazard", NotAccepted = "nobody has accepted the risk that is left";

    /// <param name="targets">Lights by thing; what is not in it is not known.</param>
    public static HazardStanding Of(Hazard hazard, FlightId flight, ImmutableDictionary<ThingId, GateLight> targets)
    {
        ImmutableArray<CauseStanding> causes = [.. hazard.Causes.Select(cause => Of(cause, flight, targets))];
        ImmutableArray<string> flags = [.. new[] { hazard.OnlyProcedures ? ProcedureOnly : null, hazard.AcceptedBy is null ? NotAccepted : null }.OfType<string>()];
        var light = GateState.Worst(flags.Select(_ => GateLight.Amber).Concat(causes.Select(c => c.Light)));
        var weak = causes.SelectMany(c => c.Controls).Where(c => c.Light == light && light != GateLight.Green).ToList();
        var words = weak.Count > 0 ? $"{weak[0].Control.Id} {weak[0].Words}{(weak.Count > 1 ? $", and {weak.Count - 1} more" : "")}"
            : causes.IsEmpty ? "no cause is written down"
            : causes.FirstOrDefault(c => c.Controls.IsEmpty) is { } bare ? $"nothing stands against {bare.Cause.Id}"
            : flags.IsEmpty ? "every control holds" : flags[0];
        return new(hazard, light, words, causes, flags);
    }

    private static CauseStanding Of(HazardCause cause, FlightId flight, ImmutableDictionary<ThingId, GateLight> targets)
    {
        ImmutableArray<ControlStanding> controls = [.. cause.Controls.Select(control => Of(control, flight, targets))];
        return new(cause, controls.IsEmpty ? GateLight.Red : GateState.Worst(controls.Select(c => c.Light)), controls);
    }

    private static ControlStanding Of(HazardControl control, FlightId flight, ImmutableDictionary<ThingId, GateLight> targets)
    {
        var proven = control.Verifications.Select(v => v.State switch { VerificationState.Closed => GateLight.Green, VerificationState.Failed => GateLight.Red, _ => GateLight.Amber });
        if (control.TargetOn(flight) is not { } target)
        {
            if (control.Target is not null) return new(control, GateLight.Unknown, $"points at '{control.Target}', which is nothing", null);
            var built = control.Verifications.IsEmpty ? GateLight.Unknown : GateState.Worst(proven);
            return new(control, built, Proof(control, built), null);
        }
        var light = GateState.Worst(proven.Append(targets.GetValueOrDefault(target, GateLight.Unknown)));
        var leans = targets.GetValueOrDefault(target, GateLight.Unknown);
        return new(control, light, leans == light ? $"leans on {Name(target)}, which is {GateState.Word(leans)}" : Proof(control, light), target);
    }

    private static string Proof(HazardControl control, GateLight light) => control.Verifications.IsEmpty ? "was never verified"
        : light == GateLight.Green ? "is verified"
        : control.Verifications.FirstOrDefault(v => v.State == VerificationState.Failed) is { } failed ? $"failed its {failed.Method}"
        : $"waits for its {control.Verifications.First(v => v.State == VerificationState.Open).Method}";

    private static string Name(ThingId target) => target.Kind switch
    {
        SafetyKinds.Training => $"training in {target.Id[(target.Id.IndexOf('/') + 1)..]}",
        SafetyKinds.Step => $"procedure step {target.Id}",
        _ => $"commit criterion {target.Id}",
    };
}
