using System.Collections.Immutable;
using NodaTime;

namespace OneFlight.Operations.FlightControl.Mishaps;

/// <summary>One reading of the facts under one set of rules.</summary>
/// <param name="Why">The facts that decided it.</param>
/// <param name="Confidence">How sure we are of the rule itself, as in the requirements catalogue: H, M or L.</param>
public sealed record MishapClass(string Scheme, string Class, string Why, string Source, string Confidence);

/// <summary>Something that law or our own rule wants by a time, counted from when it became known.</summary>
public sealed record MishapClock(string Key, string What, Instant Due, string Source);

/// <summary>One who must be told.</summary>
/// <param name="After">Key of the line that comes first; null: none.</param>
public sealed record NotifyLine(string Key, string Who, string Why, string? After = null);

/// <summary>Classifies a mishap from its facts and says why. Rules only: the same facts always give the same answer.</summary>
/// <remarks>14 CFR 450.173: at once where there is death or serious injury (as in 49 CFR 830.2), within 24 hours otherwise, a written report
/// within five days. The clocks run from when it became known, not from when it happened.</remarks>
public static class MishapClassifier
{
    private static readonly Duration call = Duration.FromHours(24), written = Duration.FromDays(5), triage = Duration.FromHours(72);

    public static ImmutableArray<MishapClass> Classes(MishapFacts facts)
    {
        var classes = ImmutableArray.CreateBuilder<MishapClass>();
        var reasons = Reasons(facts);
        classes.Add(reasons.IsEmpty
            ? new("FAA", "not a mishap", "no injury, no loss, no harm outside, no failed safety system", "14 CFR 450.173", "H")
            : new("FAA", IsGrave(facts) ? "mishap with death or serious injury" : "mishap", string.Join("; ", reasons), "14 CFR 450.173", "H"));
        classes.Add(facts.Injury switch
        {
            Injury.Serious or Injury.Fatal => new("Injury", facts.Injury == Injury.Fatal ? "fatal" : "serious", "as reported", "49 CFR 830.2", "H"),
            Injury.NotKnown => new("Injury", "not known", "nobody has said yet: it counts as serious until then", "49 CFR 830.2", "H"),
            _ => new("Injury", facts.Injury == Injury.Minor ? "minor" : "none", "as reported", "49 CFR 830.2", "H"),
        });
        classes.Add(IsGrave(facts) || facts.VehicleLost == Fact.Yes
            ? new("Agency", "type A, where the agency's people or property are on board", "death, serious injury or the vehicle lost", "NPR 8621.1", "M")
            : new("Agency", "the agency decides", "its money thresholds are not in our tables", "NPR 8621.1", "L"));
        classes.Add(new("Operator", reasons.IsEmpty ? facts.CloseCall ? "close call" : "event" : IsGrave(facts) ? "1, all flights wait" : "2, the flight waits",
            reasons.IsEmpty ? "nothing happened that the law calls a mishap" : string.Join("; ", reasons), "our own rule", "H"));
        return classes.ToImmutable();
    }

    /// <summary>In the order in which they run out.</summary>
    /// <param name="known">When we came to know it.</param>
    public static ImmutableArray<MishapClock> Clocks(MishapFacts facts, Instant known)
    {
        if (Reasons(facts).IsEmpty) return [new("triage", "Safety lead decides what it is", known + triage, "our own rule")];
        return
        [
            IsGrave(facts) || facts.Injury == Injury.NotKnown
                ? new("call", "Call to the FAA operations center at once", known, "14 CFR 450.173(c)")
                : new("call", "Call to the FAA operations center", known + call, "14 CFR 450.173(c)"),
            new("report", "Written preliminary report", known + written, "14 CFR 450.173(d)"),
        ];
    }

    /// <summary>Who must be told, in order.</summary>
    public static ImmutableArray<NotifyLine> Notify(MishapFacts facts)
    {
        var lines = ImmutableArray.CreateBuilder<NotifyLine>();
        lines.Add(new("director", "Mission director", "leads from the first minute"));
        lines.Add(new("safety", "Safety official", "holds the records and the clocks"));
        if (Reasons(facts).IsEmpty) return lines.ToImmutable();
        lines.Add(new("faa", "FAA operations center", "14 CFR 450.173"));
        if (facts.Injury is Injury.Serious or Injury.Fatal or Injury.NotKnown)
        {
            lines.Add(new("surgeon", "Flight surgeon", "somebody is or may be hurt"));
            lines.Add(new("kin", "Next of kin", "before anybody else outside", "surgeon"));
            lines.Add(new("ntsb", "NTSB", "49 CFR 830"));
        }
        lines.Add(new("insurer", "Insurer", "the policy asks for it"));
        lines.Add(new("customers", "Stewards of the flight's customers", "they hear from us, not from the news", lines.Any(l => l.Key == "kin") ? "kin" : null));
        lines.Add(new("press", "Press desk", "says nothing before the lines above are told", "customers"));
        return lines.ToImmutable();
    }

    /// <summary>What is frozen at once.</summary>
    public static ImmutableArray<string> Records(string? flight) =>
        flight is null ? ["statements of those who saw it", "photographs of the place"]
        : [$"record of flight {flight}", "telemetry and voice of the flight", "custody log of its cargo", "procedures as run", "statements of those who saw it"];

    private static bool IsGrave(MishapFacts facts) => facts.Injury is Injury.Serious or Injury.Fatal;

    private static ImmutableArray<string> Reasons(MishapFacts facts)
    {
        if (facts.CloseCall && facts is { Injury: Injury.None or Injury.Minor, HarmOutside: Fact.No, VehicleLost: Fact.No, PropertyDamaged: Fact.No, SafetySystemFailed: Fact.No }) return [];
        var reasons = ImmutableArray.CreateBuilder<string>();
        if (facts.Injury is Injury.Fatal) reasons.Add("a death");
        if (facts.Injury is Injury.Serious) reasons.Add("a serious injury");
        if (facts.Injury is Injury.NotKnown) reasons.Add("whether somebody is hurt is not known");
        Add(facts.HarmOutside, "harm outside the planned area");
        Add(facts.VehicleLost, "the vehicle lost");
        Add(facts.PropertyDamaged, "property of others damaged");
        Add(facts.SafetySystemFailed, "a safety system failed");
        return reasons.ToImmutable();

        void Add(Fact fact, string words)
        {
            if (fact == Fact.Yes) reasons.Add(words);
            if (fact == Fact.NotKnown) reasons.Add($"not known yet: {words}");
        }
    }
}
