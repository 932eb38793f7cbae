using System.Collections.Immutable;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Learning;

/// <summary>What was learned, and what it changed.</summary>
/// <param name="Applied">Lessons that changed something; how they came about is in their streams.</param>
public sealed record LearningBook(ImmutableArray<AppliedLesson> Applied)
{
    public static LearningBook Empty { get; } = new([]);
}

/// <summary>A lesson that counts, because it points at what it changed.</summary>
/// <param name="Changed">A template (<c>template:ID</c>), one of its activities (<c>template-activity:TEMPLATE/ID</c>), a rule, a procedure, a module.</param>
/// <param name="Revision">The revision that changed it.</param>
public sealed record AppliedLesson(string Id, string Title, ThingId Changed, int Revision);
