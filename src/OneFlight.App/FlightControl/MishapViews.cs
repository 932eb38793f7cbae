using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.FlightControl.Mishaps;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.App.FlightControl;

/// <summary>All mishaps with their clocks, and the intake.</summary>
public sealed record MishapsView(OpenCampaign Open, ImmutableArray<MishapState> Mishaps, Instant Now, ControlForm Form, ImmutableArray<Problem> Problems)
{
    public static MishapsView From(OpenCampaign open, ImmutableArray<MishapState> mishaps, Instant now, ControlForm form, ImmutableArray<Problem> problems) =>
        new(open, [.. mishaps.OrderBy(m => m.ClosedAt is not null).ThenByDescending(m => m.KnownAt)], now, form, problems);
}

/// <summary>One mishap.</summary>
public sealed record MishapView(
    OpenCampaign Open, MishapState Mishap, ImmutableArray<LogEntry> Entries, ImmutableArray<Problem> Chain, bool Leads, Instant Now, string? Act, ControlForm Form, ImmutableArray<Problem> Problems)
{
    public string Address => ControlPaths.Mishap(Open.Id, Mishap.Id);
    public string? Typed(string act, string field) => Act == act ? Form[field] : null;

    public static MishapView From(OpenCampaign open, MishapState mishap, ImmutableArray<LogEntry> entries, FrameView frame, string? act, ControlForm form, ImmutableArray<Problem> problems) =>
        new(open, mishap, entries, LogChain.Verify(entries), frame.Viewer.May(Policies.MishapLead), frame.Now, act, form, problems);
}

/// <summary>Words of mishaps.</summary>
public static class MishapSay
{
    public static string Injury(Injury injury) => injury == Operations.FlightControl.Mishaps.Injury.NotKnown ? "not known" : Say.Words(injury);

    public static string Fact(Fact fact) => fact == Operations.FlightControl.Mishaps.Fact.NotKnown ? "not known" : Say.Words(fact);

    public static ImmutableArray<(string Field, string Words)> Facts { get; } =
    [
        ("harm", "Harm outside the planned area"), ("vehicle", "Vehicle lost"), ("property", "Property of others damaged"), ("system", "A safety system failed"),
    ];

    public static MishapFacts FactsOf(ControlForm form) => new(
        form.Choice<Injury>("injury") ?? Operations.FlightControl.Mishaps.Injury.NotKnown, Read(form, "harm"), Read(form, "vehicle"), Read(form, "property"), Read(form, "system"), form["close"] is not null);

    private static Fact Read(ControlForm form, string field) => form.Choice<Fact>(field) ?? Operations.FlightControl.Mishaps.Fact.NotKnown;

    public static Fact Of(MishapFacts facts, string field) => field switch { "harm" => facts.HarmOutside, "vehicle" => facts.VehicleLost, "property" => facts.PropertyDamaged, _ => facts.SafetySystemFailed };

    public static string Event(LogEntry entry) => entry.Event switch
    {
        MishapReported e => $"Reported: {e.Title}",
        MishapFactsCorrected e => $"Facts corrected: {e.Why}",
        MishapNotified e => $"{e.Line}: {e.Person} told by {e.Means}",
        RecordsFrozen e => $"Records frozen: {string.Join("; ", e.What)}",
        MishapClosed e => $"Closed. Cause: {e.Cause}. Corrective action: {e.Corrective}",
        _ => LogKinds.Of(entry.Event),
    };
}
