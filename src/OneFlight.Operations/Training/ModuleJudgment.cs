using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Training;

/// <summary>What a module's light is for one seat, and why.</summary>
internal static class ModuleJudgment
{
    /// <summary>It was passed: does that last through landing and reserve? The rule of its type decides.</summary>
    public static (GateLight, string, Instant?) Held(QualificationBook book, PersonId person, string role, TrainingModule module, Flight flight, FlightPlan plan, Instant now)
    {
        var kind = flight.Kind.ToString();
        var needed = (plan.End ?? plan.Launch) + Duration.FromDays(book.ReserveFor(kind).Days);
        var standing = Currency.Of(book, person, module.Type, new(flight.Id.Value, kind, null, role, needed, Duration.Zero, now, plan.Launch));
        if (standing is not { Light: GateLight.Red, GoodThrough: { } last }) return (standing.Light, standing.Words, standing.TurnsAt);
        // While there is time to take it again it is not lost.
        return After(last) < plan.Launch && plan.Launch - now < SeatStatement.TimeToRenew
            ? (GateLight.Red, $"good through {Day(last)}, before liftoff", null)
            : (GateLight.Amber, $"good through {Day(last)}, before landing and reserve", After(last));
    }

    /// <summary>It was not passed yet: is it on its way in time?</summary>
    public static (GateLight, string, Instant?) Open(
        TrainingFacts facts, Flight flight, Dictionary<ActivityId, PlannedActivity> planned, Curriculum curriculum, TrainingModule module,
        CurriculumAssignment assignment, ImmutableArray<SeatSession> booked, Instant now)
    {
        var plan = flight.Plan!;
        if (booked.IsEmpty) return (GateLight.Unknown, "has no session booked", null);
        if (booked.FirstOrDefault(b => b.Recorded is { Passed: false } && !Retried(booked, b)) is { } missed) return (GateLight.Red, $"{Missed(missed)}, and no repeat is booked", null);
        if (booked.FirstOrDefault(b => b.At is { } at && at.End <= now && b.Recorded is null) is { } silent) return (GateLight.Unknown, $"nothing recorded of {TimeText.Day(silent.At!.Start)}", null);
        if (booked.FirstOrDefault(b => b.At is null && b.Recorded is null) is not null) return (GateLight.Unknown, "has a session without a date", null);
        var open = booked.Where(b => b.Recorded is null).ToList();
        if (open.Count == 0) return (GateLight.Unknown, "has all sessions recorded, but no certificate", null);
        var end = open.Max(b => b.At!.End);
        if (module.StartDay <= 0 && end > plan.Launch) return (GateLight.Red, $"ends {TimeText.Instant(end)}, after liftoff", null);
        if (Followed(facts, flight, planned, curriculum, module, assignment.Seat, end) is { } follower) return (GateLight.Amber, $"ends {TimeText.Day(end)}, after {follower} that builds on it has begun", plan.Launch);
        if (booked.FirstOrDefault(b => b.Recorded is { Passed: false } && booked.All(o => o.Recorded is not { Passed: true } || o.Session.Part != b.Session.Part)) is { } again)
            return (GateLight.Amber, $"{Missed(again)}, again {TimeText.Day(end)}", plan.Launch);
        var done = booked.Count(b => b.Recorded is { Passed: true });
        return (GateLight.Amber, done == 0
            ? $"booked to end {TimeText.Day(end)}"
            : string.Create(CultureInfo.InvariantCulture, $"passed {done} of {booked.Count(b => b.Session.Repeats is null)} parts, ends {TimeText.Day(end)}"), plan.Launch);
    }

    private static bool Retried(ImmutableArray<SeatSession> booked, SeatSession missed) =>
        booked.Any(b => b.Session.Part == missed.Session.Part && (b.Recorded is { Passed: true } || b.Recorded is null && b.Session.Repeats is not null));

    private static string Missed(SeatSession session) => $"{(session.Recorded!.Present ? "failed" : "missed")} {Day(session.Recorded.Day)}";

    /// <summary>A module that builds on this one and begins before it ends; null: none does.</summary>
    private static string? Followed(
        TrainingFacts facts, Flight flight, Dictionary<ActivityId, PlannedActivity> planned, Curriculum curriculum, TrainingModule module, int seat, Instant end) =>
        curriculum.Modules.FirstOrDefault(m => m.Prerequisites.Contains(module.Id)
            && facts.Sessions(flight.Id, m.Id, seat).Any(s => planned.GetValueOrDefault(s.Activity) is { } at && at.Start < end))?.Id;

    private static Instant After(LocalDate last) => last.PlusDays(1).AtMidnight().InUtc().ToInstant();

    private static string Day(LocalDate date) => date.ToString("d MMM uuuu", CultureInfo.InvariantCulture);
}
