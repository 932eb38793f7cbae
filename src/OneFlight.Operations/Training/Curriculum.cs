using System.Collections.Immutable;

namespace OneFlight.Operations.Training;

/// <summary>What someone goes through for a role: modules of a table, read with their confidence.</summary>
public sealed record Curriculum(string Id, string Title, ImmutableArray<TrainingModule> Modules)
{
    /// <summary>Null: it has no such module.</summary>
    public TrainingModule? Find(string module) => Modules.FirstOrDefault(m => m.Id == module);

    /// <summary>The module's prerequisites and theirs, each once, nearest first.</summary>
    public ImmutableArray<TrainingModule> Before(TrainingModule module)
    {
        var found = ImmutableArray.CreateBuilder<TrainingModule>();
        var seen = new HashSet<string> { module.Id };
        var open = new Queue<TrainingModule>([module]);
        while (open.TryDequeue(out var next))
            foreach (var id in next.Prerequisites)
                if (seen.Add(id) && Find(id) is { } before)
                {
                    found.Add(before);
                    open.Enqueue(before);
                }
        return found.ToImmutable();
    }
}

/// <summary>One module of a curriculum.</summary>
/// <param name="Roles">Who takes it; empty: all.</param>
/// <param name="Place">Device or place as the table writes it.</param>
/// <param name="Instructors">How many to a session; null: the table gives no number.</param>
/// <param name="Trainees">How many share a session; null: all.</param>
/// <param name="Ratio">Instructors to trainees as the table writes it.</param>
/// <param name="StartDay">Days from liftoff, before it negative.</param>
/// <param name="Currency">How long a pass counts, as the table writes it; see <see cref="ModuleCurrency"/>.</param>
/// <param name="HalfLifeDays">Days of non-use after which half is lost; null: not modelled.</param>
/// <param name="Confidence">H, M or L.</param>
public sealed record TrainingModule(
    string Id, ImmutableArray<string> Roles, string Block, string Title, string Place, double Hours, double HoursLeast, double HoursMost,
    int? Instructors, int? Trainees, string Ratio, int StartDay, ImmutableArray<string> Prerequisites, string Assessment, string PassStandard,
    string Currency, int GraceDays, string DecayClass, int? HalfLifeDays, string Confidence, string Basis)
{
    /// <summary>The type of qualification record that a pass earns.</summary>
    public string Type => $"module:{Id}";

    /// <summary>True when someone with any of these roles takes it.</summary>
    public bool TakenBy(ImmutableArray<string> roles) => Roles.IsEmpty || Roles.Any(roles.Contains);

    /// <summary>True for a graded exercise: passing one shows that what it builds on is still there.</summary>
    public bool Exercises => Assessment.Contains("grade", StringComparison.Ordinal) || Assessment.Contains("drill", StringComparison.Ordinal);

    /// <summary>True when its hours run without a break: an integrated simulation, an expedition.</summary>
    public bool InOnePiece => Block is "sim-integrated" or "teamwork";

    /// <summary>True for the last weeks: it hangs on the liftoff and is done again after a long slip.</summary>
    public bool Late => StartDay is >= -21 and < 0;
}
