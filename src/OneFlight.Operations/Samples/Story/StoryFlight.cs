using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Samples;

/// <summary>How far a flight of the story is at the sample's "now". What belongs to an earlier stage is done on it.</summary>
public enum StoryStage { Contract, Selection, Training, Consent, Cargo, Readiness, LaunchDay, OnOrbit, Landed, After }

/// <summary>One private mission to the fictional Lyra Station: the same cast of customers, each time other people, frozen at its stage.</summary>
/// <param name="Number">Counted from one; part of the ids of everything that belongs to the flight.</param>
/// <param name="Guest">The self-paying guest who wants silence, reached through <paramref name="Office"/>.</param>
/// <param name="Performer">Flies for the cultural customer.</param>
/// <param name="Family">The guest's relative who follows the flight.</param>
/// <param name="ColdSample">The mission of the laboratory with a cold sample up and down.</param>
public sealed record StoryFlight(
    int Number, StoryStage Stage, FlightId Flight, PersonId Commander, PersonId Guest, PersonId Astronaut, PersonId Performer, PersonId Family,
    OrganizationId Office, OrganizationId Agency, OrganizationId Laboratory, OrganizationId Culture, OrganizationId Broker,
    MissionId GuestMission, MissionId AgencyMission, MissionId ColdSample, MissionId CultureMission, PersonId Steward)
{
    /// <summary>True when the flight has this stage behind it or is at it.</summary>
    public bool Reached(StoryStage stage) => Stage >= stage;

    /// <summary>True when the flight has this stage behind it.</summary>
    public bool Past(StoryStage stage) => Stage > stage;
}

/// <summary>Staff of the fictional operator who do something in the story, by what they do.</summary>
public static class StoryStaff
{
    public static readonly PersonId
        Planner = new("staff-planner"), TrainingLead = new("staff-training"), Surgeon = new("staff-surgeon"), Safety = new("staff-safety"),
        FlightDirector = new("staff-director"), Logistics = new("staff-logistics"), Executive = new("staff-executive"),
        PartnerDesk = new("staff-partner"), WeatherOfficer = new("staff-weather"), LaunchConductor = new("staff-conductor"),
        Recovery = new("staff-recovery"), Communicator = new("staff-communicator");

    /// <summary>Instructors, each a resource of the same id that takes one session at a time.</summary>
    public static readonly ImmutableArray<PersonId> Instructors = [.. Enumerable.Range(1, 6).Select(i => new PersonId($"staff-instructor-{i}"))];
}

/// <summary>Something that the story already has in the logbook.</summary>
public sealed record StoryEvent(Compartment Compartment, string Stream, NewLogEntry Entry);

/// <summary>The reference tables that the story's facts are read from, by file name as in <c>data/</c>.</summary>
public sealed record StoryTables(SampleReference Reference, ImmutableDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <exception cref="KeyNotFoundException">The table is not there.</exception>
    public ReadOnlyMemory<byte> this[string file] => Files.TryGetValue(file, out var bytes) ? bytes : throw new KeyNotFoundException($"The story needs {file}.");
}
