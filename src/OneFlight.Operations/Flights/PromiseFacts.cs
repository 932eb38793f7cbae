using System.Collections.Frozen;
using System.Collections.Immutable;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

/// <summary>Something a plan tells about a promise, as one number.</summary>
/// <param name="Name">As rules name it; it ends in its unit.</param>
/// <param name="Reads">Which of <c>window</c>, <c>by</c>, <c>amount</c> the promise must carry.</param>
/// <param name="Measure">Null: this plan does not tell it.</param>
public sealed record PromiseFact(string Name, string Meaning, ImmutableArray<string> Reads, MeasureFact Measure);

/// <summary>Measures a planned flight for one promise.</summary>
public delegate double? MeasureFact(PlannedFlight flight, PromiseTerms terms);

/// <summary>A flight that has a plan, with the template its activities come from.</summary>
public sealed record PlannedFlight(Flight Flight, FlightPlan Plan, MissionTemplate? Template);

/// <summary>The facts that promise rules may name, one small function each.</summary>
public static partial class PromiseFacts
{
    /// <summary>The terms a promise may carry.</summary>
    public const string Window = "window", By = "by", Amount = "amount";

    /// <summary>All facts by name.</summary>
    public static FrozenDictionary<string, PromiseFact> ByName { get; } = All().ToFrozenDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The fact's value in the plan; null when the flight has no plan, the plan does not tell it, or no fact has this name.</summary>
    public static double? Measure(string fact, Flight flight, MissionTemplate? template, PromiseTerms terms)
    {
        if (flight.Plan is not { } plan || flight.Cancelled is not null || !ByName.TryGetValue(fact, out var known)) return null;

        // Six digits: a tenth of a second in days, so that a limit met exactly is not missed by the last binary digit.
        return known.Measure(new(flight, plan, template), terms) is { } value ? Math.Round(value, 6) : null;
    }

    private static ImmutableArray<PromiseFact> All() =>
    [
        new("launch-outside-window-days", "days of the launch outside the told window; inside, less than zero by the days to the nearer end", [Window], LaunchOutsideWindowDays),
        new("launch-past-date-days", "days of the launch past a date", [By], LaunchPastDateDays),
        new("return-slip-days", "days of the landing past the promised date", [By], ReturnSlipDays),
        new("stay-beyond-bought-days", "days docked, or in flight where there is no station, beyond those bought", [Amount], StayBeyondBoughtDays),
        new("slot-on-board-percent", "share of an agreed slot in which the crew is on board", [Window], SlotOnBoardPercent),
        new("quarantine-days", "from the start of quarantine to the launch", [], QuarantineDays),
        new("training-blocks-outside-window-count", "training blocks that do not lie inside the days kept free", [Window], TrainingBlocksOutsideWindowCount),
        new("late-load-end-hours", "hours from the end of late load to the launch", [], LateLoadEndHours),
        new("first-day-task-minutes", "task minutes outside the protected time in the first 24 h on board", [], FirstDayTaskMinutes),
        new("unassigned-waking-hours", "waking hours of the docked stay without a task", [], UnassignedWakingHours),
        new("longest-unassigned-minutes", "longest time without a task, less eight hours of sleep for each begun day", [], LongestUnassignedMinutes),
        new("dome-reserved-hours", "hours in orbit in which the dome is reserved", [], DomeReservedHours),
        new("call-time-day-two-minutes", "minutes with reserved communication from one to three days after launch", [], CallTimeDayTwoMinutes),
        new("experiment-hours-percent", "hours an experiment can run, of those promised", [Amount], ExperimentHoursPercent),
        new("research-hours-percent", "planned research hours on board, of those promised", [Amount], ResearchHoursPercent),
        new("sample-handover-hours", "hours from splashdown to the end of recovery", [], SampleHandoverHours),
        new("certificate-days", "days from landing to the last delivery certificate", [], CertificateDays),
        new("object-return-days", "days from landing to the end of the delivery of returned items", [], ObjectReturnDays),
        new("story-delivery-days", "days from landing to the end of the delivery of film and photos", [], StoryDeliveryDays),
        new("care-start-days", "days from landing to the start of after-care", [], CareStartDays),
        new("public-work-first-week-count", "media and communications work begun in the first seven days after landing", [], PublicWorkFirstWeekCount),
    ];
}
