using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

/// <summary>Facts about dates told and bought: launch, landing, stay, and what lies before the launch.</summary>
public static partial class PromiseFacts
{
    // Training that asks a participant to be there; refreshers inside quarantine are no surprise to a diary.
    private static readonly ImmutableArray<string> TrainingBlocks =
        ["TRNACAD", "CENTRIF", "SIMBLK1", "STNTRN", "PLDTRN", "EMERTRN", "SURVTRN", "EVATRN", "TEAMB", "PARAB", "SIM30H"];

    private static double? LaunchOutsideWindowDays(PlannedFlight flight, PromiseTerms terms) =>
        terms.Window is { HasStart: true, HasEnd: true } window
            ? Math.Max((window.Start - flight.Plan.Launch).TotalDays, (flight.Plan.Launch - window.End).TotalDays)
            : null;

    private static double? LaunchPastDateDays(PlannedFlight flight, PromiseTerms terms) =>
        terms.By is { } by ? (flight.Plan.Launch - by).TotalDays : null;

    private static double? ReturnSlipDays(PlannedFlight flight, PromiseTerms terms) =>
        terms.By is { } by && flight.Plan.End is { } end ? (end - by).TotalDays : null;

    private static double? StayBeyondBoughtDays(PlannedFlight flight, PromiseTerms terms) =>
        terms.Amount is { } bought && OnBoard(flight) is { } stay ? stay.Duration.TotalDays - bought : null;

    private static double? SlotOnBoardPercent(PlannedFlight flight, PromiseTerms terms) =>
        terms.Window is { HasStart: true, HasEnd: true } slot && slot.Duration > Duration.Zero && OnBoard(flight) is { } stay
            ? 100 * Overlap(slot, stay).TotalHours / slot.Duration.TotalHours
            : null;

    private static double? QuarantineDays(PlannedFlight flight, PromiseTerms terms) =>
        Find(flight, "QUAR") is { } quarantine
            ? (Instant.Max(quarantine.End, flight.Plan.Launch) - quarantine.Start).TotalDays
            : null;

    private static double? TrainingBlocksOutsideWindowCount(PlannedFlight flight, PromiseTerms terms)
    {
        if (terms.Window is not { HasStart: true, HasEnd: true } free) return null;
        var blocks = flight.Plan.Activities.Where(a => TrainingBlocks.Contains(a.Id.Stem)).ToList();
        return blocks.Count > 0 ? blocks.Count(b => b.Start < free.Start || b.End > free.End) : null;
    }

    private static double? LateLoadEndHours(PlannedFlight flight, PromiseTerms terms) =>
        Find(flight, "LATE") is { } load ? (flight.Plan.Launch - load.End).TotalHours : null;

    /// <summary>The time on board that a customer buys: docked, or the whole flight where there is no station.</summary>
    private static Interval? OnBoard(PlannedFlight flight) => (flight.Plan, flight.Flight.Wish.Station) switch
    {
        ({ Arrival: { } arrival, Departure: { } departure }, _) => new(arrival, departure),
        ({ End: { } end, Launch: var launch }, null) => new(launch, end),
        _ => null,
    };

    /// <summary>The activity by its stem; of repeated ones the last, which is the one that counts.</summary>
    private static PlannedActivity? Find(PlannedFlight flight, string stem) =>
        flight.Plan.Activities.LastOrDefault(a => a.Id.Stem == stem);

    private static Duration Overlap(Interval one, Interval other)
    {
        var from = Instant.Max(one.Start, other.Start);
        var to = Instant.Min(one.End, other.End);
        return to > from ? to - from : Duration.Zero;
    }
}
