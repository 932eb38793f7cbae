using System.Collections.Immutable;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>The judgment over a plan, whoever made it.</summary>
/// <param name="Violations">Hard rules broken: such a plan cannot be flown.</param>
/// <param name="Findings">Weaknesses to know of.</param>
public sealed record CheckReport(ImmutableArray<Violation> Violations, ImmutableArray<Violation> Findings);

/// <summary>One rule broken by named things.</summary>
/// <param name="Rule">Code: see <see cref="Rules"/>.</param>
/// <param name="Subjects">The things at fault, in a fixed order.</param>
/// <param name="Facts">What was measured against what, for people: "held by A until 3 Mar 08:00 and by B from 2 Mar 10:00".</param>
public sealed record Violation(string Rule, ImmutableArray<ThingId> Subjects, string Facts);

/// <summary>The codes of the rules; they are part of every published answer and never change meaning.</summary>
public static class Rules
{
    public const string PortDouble = "port-double", PadDouble = "pad-double", Incompatible = "incompatible", TimeOrder = "time-order",
        Turnaround = "turnaround", Traffic = "traffic", Prerequisite = "prerequisite", Cycle = "cycle", PersonDouble = "person-double";

    /// <summary>A unit, pad or port used while it is not to be had is hard; a person or a shared resource is a finding.</summary>
    public const string OutOfService = "out-of-service";

    /// <summary>An item heavier or larger than its bag; more mass than the vehicle lifts or brings down.</summary>
    public const string Hull = "hull", CargoMass = "cargo-mass";

    /// <summary>Soft rules of cargo: room and cold lockers, hazards that may not meet, late load after its deadline, a sample that spoils on the way.</summary>
    public const string CargoRoom = "cargo-room", Segregation = "segregation", LateLoad = "late-load", SpoiledSample = "sample-life";

    /// <summary>Soft rules: the record breaks them, or they are judged by people.</summary>
    public const string Handover = "handover", DockedEndurance = "docked-endurance", FreeFlightEndurance = "free-flight-endurance",
        Capacity = "capacity", CrewMinimum = "crew-minimum", Calendar = "calendar", Deadline = "deadline", Unplanned = "unplanned";
}
