using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Training;

/// <summary>How a module of a flight stands: the worst of its seats.</summary>
public sealed record ModuleStanding(Curriculum Curriculum, TrainingModule Module, ImmutableArray<SeatTraining> Seats)
{
    public GateLight Light => GateState.Worst(Seats.Select(s => s.Light));

    /// <summary>What holds it up, seat by seat; where nothing does, until when that lasts.</summary>
    public string Words
    {
        get
        {
            var open = Seats.Where(s => s.Light != GateLight.Green).GroupBy(s => s.Words)
                .Select(g => $"{(g.Count() == 1 ? "seat" : "seats")} {string.Join(", ", g.Select(s => s.Seat))} {g.Key}").ToList();
            return open.Count > 0 ? string.Join("; ", open) : Seats.Length == 1 ? Seats[0].Words : $"passed in all {Seats.Length} seats";
        }
    }

    public Instant? TurnsAt => Seats.Min(s => s.TurnsAt);

    /// <summary>The gate that asks for it: the first of a curriculum opens training, the last weeks belong to the readiness review.</summary>
    public Gate Gate => Module.StartDay > 0 ? Gate.Undocking
        : Module.StartDay == Curriculum.Modules.Min(m => m.StartDay) ? Gate.TrainingStart
        : Module.Late ? Gate.FlightReadiness
        : Gate.CrewQualification;

    public GateState State(FlightId flight) => new(flight.Thing, Gate, Light, Words, TurnsAt, "training lead");

    /// <summary>Every module of a flight; none when nobody of it is assigned to a curriculum.</summary>
    public static ImmutableArray<ModuleStanding> Of(TrainingFacts facts, Flight flight, Instant now)
    {
        if (!facts.Trains(flight.Id)) return [];
        var planned = flight.Plan?.Activities.DistinctBy(a => a.Id).ToDictionary(a => a.Id) ?? [];
        return [.. facts.ModulesOf(flight.Id).Select(m => new ModuleStanding(m.Curriculum, m.Module,
            [.. m.Seats.Select(a => SeatTraining.Of(facts, flight, planned, m.Curriculum, m.Module, a, now))]))];
    }
}

/// <summary>How a module stands for one seat.</summary>
/// <param name="HoursDone">Hours of the sessions that the person came to.</param>
/// <param name="Next">The next session; null: none is ahead.</param>
/// <param name="Left">How much of the skill is likely left at landing; an estimate that decides nothing. Null: not modelled, or not passed.</param>
public sealed record SeatTraining(
    int Seat, People.PersonId? Person, GateLight Light, string Words, Instant? TurnsAt, double HoursDone, double Hours,
    TrainingSession? Next, PlannedActivity? NextAt, People.QualificationRecord? Certificate, Retention? Left)
{
    internal static SeatTraining Of(
        TrainingFacts facts, Flight flight, Dictionary<ActivityId, PlannedActivity> planned, Curriculum curriculum, TrainingModule module, CurriculumAssignment assignment, Instant now)
    {
        var seat = flight.Seats.FirstOrDefault(s => s.Number == assignment.Seat);
        var person = seat?.Person;
        var booked = facts.Sessions(flight.Id, module.Id, assignment.Seat)
            .Select(s => new SeatSession(s, planned.GetValueOrDefault(s.Activity), person is { } id ? facts.Attendance(s.Id, id) : null)).ToImmutableArray();
        var certificate = person is { } held ? facts.Certificate(held, module.Type, flight.Id) : null;
        var next = booked.Where(b => b.At is { } at && at.End > now && b.Recorded is null).MinBy(b => b.At!.Start);
        var (light, words, turns) = person is null ? (GateLight.Unknown, "has nobody named", null)
            : flight.Plan is not { } plan ? (GateLight.Unknown, "has no date yet", null)
            : certificate is not null ? ModuleJudgment.Held(facts.Qualifications, person.Value, seat!.Role, module, flight, plan, now)
            : ModuleJudgment.Open(facts, flight, planned, curriculum, module, assignment, booked, now);
        return new(
            assignment.Seat, person, light, words, turns, booked.Where(b => b.Recorded is { Present: true }).Sum(b => b.Session.Hours),
            booked.Where(b => b.Session.Repeats is null).Sum(b => b.Session.Hours), next?.Session, next?.At, certificate, LeftAtLanding(certificate, module, flight.Plan));
    }

    private static Retention? LeftAtLanding(People.QualificationRecord? certificate, TrainingModule module, FlightPlan? plan) =>
        certificate is null || module.HalfLifeDays is not { } halfLife || plan?.End is not { } landing ? null
            : Retention.After(Period.DaysBetween(certificate.Earned, landing.InUtc().Date), halfLife, certificate.Grade);
}

/// <param name="At">Null: the plan does not have it.</param>
internal sealed record SeatSession(TrainingSession Session, PlannedActivity? At, SessionAttendance? Recorded);
