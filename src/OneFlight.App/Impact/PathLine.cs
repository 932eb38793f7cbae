using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Impact;

/// <summary>A touch path in one quiet line, each step short: "SOLSTICE-4 → launch +9 d", "SOLSTICE-4 → Health stabilisation +9 d".</summary>
public static class PathLine
{
    private const string Decides = " decides it";

    public static string Of(ImmutableArray<TouchStep> steps, IReadOnlyDictionary<ThingId, Touched> touched)
    {
        if (steps.IsEmpty) return "";
        // The last step is the thing itself, which stands right above: its reason says more than its name.
        var (last, cause) = (steps[^1], steps.Length > 1 ? touched.GetValueOrDefault(steps[^2].Thing) : null);
        var names = steps[..^1].Select(s => Say.Brief(s.Name) + Shift(touched.GetValueOrDefault(s.Thing))).ToList();
        if (last.Thing.Kind != PromiseKinds.Promise || steps.Length == 1) names.Add(last.Reason);
        else if (ReasonOf(last.Reason, cause) is { } reason) names.Add(reason);
        return string.Join(" → ", names);
    }

    /// <summary>Null: the step before says it all.</summary>
    private static string? ReasonOf(string reason, Touched? cause)
    {
        if (reason == "is what it was promised on") return null;
        if (reason == "the flight's dates decide it") return "its dates";
        if (!reason.StartsWith("the ", StringComparison.Ordinal) || !reason.EndsWith(Decides, StringComparison.Ordinal)) return reason;
        var anchor = reason["the ".Length..^Decides.Length];
        if (cause is not { Thing.Kind: FlightKinds.Flight, Before: FlightState was }) return anchor;
        if (cause.After is not FlightState { Launch: not null } now) return $"no {anchor}";
        return At(anchor, was) is { } from && At(anchor, now) is { } to && from != to ? $"{anchor} {Say.Moved(to - from)}" : anchor;
    }

    // A flight's own shift is said at the anchor that counts.
    private static string Shift(Touched? touched) =>
        touched is { Before: ActivityState was, After: ActivityState now } && was.Start != now.Start ? $" {Say.Moved(now.Start - was.Start)}" : "";

    private static Instant? At(string anchor, FlightState state) => anchor switch
    {
        "launch" => state.Launch,
        "arrival" => state.Arrival,
        "departure" => state.Departure,
        "landing" => state.End,
        _ => null,
    };
}
