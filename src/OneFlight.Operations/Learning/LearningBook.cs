namespace OneFlight.Operations.Learning;

/// <summary>What was learned, and what it changed.</summary>
public sealed record LearningBook
{
    public static LearningBook Empty { get; } = new();
}
