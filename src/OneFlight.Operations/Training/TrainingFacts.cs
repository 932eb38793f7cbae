using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Training;

/// <summary>The book made ready to be asked often: who trains what, and what was recorded.</summary>
public sealed class TrainingFacts
{
    private static readonly ConditionalWeakTable<TrainingBook, Tuple<QualificationBook, TrainingFacts>> known = [];

    private readonly ILookup<FlightId, CurriculumAssignment> assignments;
    private readonly ILookup<(FlightId Flight, string Module), TrainingSession> sessions;
    private readonly ILookup<string, SessionAttendance> attendances;
    private readonly ILookup<(PersonId Person, string Type), QualificationRecord> records;
    private readonly Dictionary<string, Curriculum> curricula;

    private TrainingFacts(TrainingBook book, QualificationBook qualifications)
    {
        (Book, Qualifications) = (book, qualifications);
        assignments = book.Assignments.ToLookup(a => a.Flight);
        sessions = book.Sessions.ToLookup(s => (s.Flight, s.Module));
        attendances = book.Attendances.ToLookup(a => a.Session);
        records = qualifications.Records.ToLookup(r => (r.Person, r.Type));
        curricula = book.Curricula.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
    }

    public TrainingBook Book { get; }

    public QualificationBook Qualifications { get; }

    /// <summary>Worked out once for the same two books.</summary>
    public static TrainingFacts Of(TrainingBook book, QualificationBook qualifications)
    {
        if (known.TryGetValue(book, out var before) && ReferenceEquals(before.Item1, qualifications)) return before.Item2;
        var facts = new TrainingFacts(book, qualifications);
        known.AddOrUpdate(book, new(qualifications, facts));
        return facts;
    }

    /// <summary>Whether anyone of the flight goes through a curriculum.</summary>
    public bool Trains(FlightId flight) => assignments.Contains(flight);

    /// <summary>The flight's modules in the order of their curricula, each with the seats that take it.</summary>
    public IEnumerable<(Curriculum Curriculum, TrainingModule Module, ImmutableArray<CurriculumAssignment> Seats)> ModulesOf(FlightId flight)
    {
        foreach (var group in assignments[flight].GroupBy(a => a.Curriculum))
            if (curricula.TryGetValue(group.Key, out var curriculum))
                foreach (var module in curriculum.Modules)
                    if (group.Where(a => module.TakenBy(a.Roles)).OrderBy(a => a.Seat).ToImmutableArray() is { IsEmpty: false } seats)
                        yield return (curriculum, module, seats);
    }

    /// <summary>The sessions of a module for one seat, in the order of their parts and repeats.</summary>
    public IEnumerable<TrainingSession> Sessions(FlightId flight, string module, int seat) =>
        sessions[(flight, module)].Where(s => s.Seats.Contains(seat)).OrderBy(s => s.Part).ThenBy(s => s.Id.Length);

    public IEnumerable<TrainingSession> Sessions(FlightId flight, string module) => sessions[(flight, module)];

    public IEnumerable<SessionAttendance> Attendances(string session) => attendances[session];

    /// <summary>Null: nothing is recorded of the person there.</summary>
    public SessionAttendance? Attendance(string session, PersonId person) => attendances[session].FirstOrDefault(a => a.Person == person);

    /// <summary>The latest certificate that counts for the flight; null: none.</summary>
    public QualificationRecord? Certificate(PersonId person, string type, FlightId flight)
    {
        QualificationRecord? latest = null;
        foreach (var record in records[(person, type)])
            if ((record.Flight is null || record.Flight == flight.Value) && (latest is null || record.Earned >= latest.Earned)) latest = record;
        return latest;
    }
}
