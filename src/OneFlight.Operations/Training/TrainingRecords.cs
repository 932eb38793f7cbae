using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Training;

/// <summary>The kinds of things that training states.</summary>
public static class TrainingKinds
{
    public const string Training = "training";

    /// <summary>A module of a flight: <c>training:FLIGHT/MODULE</c>.</summary>
    public static ThingId Module(FlightId flight, string module) => new(Training, $"{flight}/{module}");
}

/// <summary>A place as curricula write it.</summary>
/// <param name="Devices">What a session there books; empty: nothing.</param>
/// <param name="OwnStaff">True: its own staff hold the session, and none of our instructors is booked.</param>
/// <param name="Booked">False: people train there by themselves between other things, such as with a tablet.</param>
public sealed record TrainingPlace(string Id, ImmutableArray<ResourceId> Devices, bool OwnStaff, bool Booked);

/// <summary>Someone who holds sessions, one at a time.</summary>
/// <param name="Id">The resource of capacity one that is booked.</param>
public sealed record TrainingInstructor(ResourceId Id, PersonId Person);

/// <summary>Who sits in a seat goes through a curriculum.</summary>
/// <param name="Id"><c>FLIGHT/SEAT/CURRICULUM</c>.</param>
/// <param name="Roles">The curriculum's roles that the seat has, such as CDR.</param>
public sealed record CurriculumAssignment(string Id, FlightId Flight, int Seat, string Curriculum, ImmutableArray<string> Roles);

/// <summary>One day of a module for the seats that share it. Where it stands in time is said by the flight's plan.</summary>
/// <param name="Id"><c>FLIGHT/ACTIVITY</c>.</param>
/// <param name="Activity">Its activity among the flight's own.</param>
/// <param name="Instructor">Null: the place brings its own staff, or it is done alone.</param>
/// <param name="Part">Counted from one; a repeat has the number of what it repeats.</param>
/// <param name="Repeats">Id of the session that it repeats; null: it is the first.</param>
public sealed record TrainingSession(
    string Id, FlightId Flight, string Curriculum, string Module, ActivityId Activity, ImmutableArray<int> Seats,
    ResourceId? Instructor, ImmutableArray<ResourceId> Devices, int Part, int Parts, double Hours, string? Repeats = null)
{
    public ThingId Thing => Activity.On(Flight);
}

/// <summary>What was recorded of one person in one session; never changed, a repeat is another session.</summary>
/// <param name="Id"><c>SESSION/PERSON</c>.</param>
/// <param name="Present">False: did not come.</param>
/// <param name="Grade">0 to 1; null: not graded.</param>
/// <param name="Day">The local day at the place.</param>
public sealed record SessionAttendance(
    string Id, string Session, PersonId Person, int Seat, bool Present, bool Passed, double? Grade, LocalDate Day, Instant RecordedAt, string RecordedBy, string Evidence);
