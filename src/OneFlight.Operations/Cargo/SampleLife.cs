using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

/// <summary>What must have happened before the life of a sample ends.</summary>
public enum LifeEnd
{
    /// <summary>It has arrived at the station.</summary>
    Used,

    /// <summary>It is back in the hands of its owner.</summary>
    Back,
}

/// <summary>How long a prepared sample is good for.</summary>
/// <param name="Prepared">When it is prepared or taken out; a date of the laboratory's own that does not move with the launch.</param>
/// <param name="Lasts">From then on.</param>
public sealed record SampleLife(Instant Prepared, Duration Lasts, LifeEnd Until)
{
    public Instant Ends => Prepared + Lasts;

    /// <summary>When the plan has it used or back; null: the plan does not say.</summary>
    public Instant? Needed(CargoItem item, FlightPlan? plan) => Until switch
    {
        LifeEnd.Used => plan?.Arrival,
        _ => plan?.End is { } landing ? landing + Duration.FromHours(item.Return?.WithinHours ?? 0) : null,
    };
}

/// <summary>The life of a sample against its flight.</summary>
/// <param name="Needed">When it is used or back; null: the flight has no plan that says.</param>
public sealed record SampleLifeState(Instant Ends, Instant? Needed, LifeEnd Until, bool LeftBehind) : StateValue
{
    /// <summary>Less than this to spare is amber: a scrub of two days or a night at sea would spend it.</summary>
    public static readonly Duration Narrow = Duration.FromDays(2);

    public Duration? Spare => Needed is { } needed ? Ends - needed : null;

    public GateLight Light => LeftBehind ? GateLight.NotApplicable : Spare is not { } spare ? GateLight.Unknown
        : spare < Duration.Zero ? GateLight.Red : spare < Narrow ? GateLight.Amber : GateLight.Green;

    public override string Text
    {
        get
        {
            var verb = Until == LifeEnd.Used ? "used" : "back";
            if (LeftBehind) return "stays on the ground";
            if (Needed is not { } needed) return $"good until {TimeText.Instant(Ends)}, the flight has no plan that says when it is {verb}";
            return needed <= Ends
                ? $"good until {TimeText.Instant(Ends)}, {verb} {TimeText.Instant(needed)}"
                : $"spoiled: good until {TimeText.Instant(Ends)}, {verb} only {TimeText.Instant(needed)}";
        }
    }
}
