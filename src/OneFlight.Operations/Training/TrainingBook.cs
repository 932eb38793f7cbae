using System.Collections.Immutable;

namespace OneFlight.Operations.Training;

/// <summary>Curricula, who goes through them for which seat, and the sessions.</summary>
/// <param name="Places">What the places that curricula name stand for among the campaign's resources.</param>
/// <param name="Instructors">Who may hold sessions, each a resource of its own.</param>
/// <param name="Sessions">In the order in which they were booked; where they stand is in the flight's plan.</param>
/// <param name="Attendances">What was recorded of them; only added to.</param>
public sealed record TrainingBook(
    ImmutableArray<Curriculum> Curricula, ImmutableArray<TrainingPlace> Places, ImmutableArray<TrainingInstructor> Instructors,
    ImmutableArray<CurriculumAssignment> Assignments, ImmutableArray<TrainingSession> Sessions, ImmutableArray<SessionAttendance> Attendances)
{
    public static TrainingBook Empty { get; } = new([], [], [], [], [], []);

    /// <summary>A module of any curriculum, with the curriculum; null: none has it.</summary>
    public (Curriculum Curriculum, TrainingModule Module)? Find(string module)
    {
        foreach (var curriculum in Curricula)
            if (curriculum.Find(module) is { } found) return (curriculum, found);
        return null;
    }
}
