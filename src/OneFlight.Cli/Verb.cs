using OneFlight.Cli.Answers;
using OneFlight.Primitives;

namespace OneFlight.Cli;

/// <summary>One thing the program can do.</summary>
/// <param name="Name">One word, or two where a verb has forms: <c>convert iss-traffic</c>.</param>
/// <param name="Place">What stands behind the name, such as <c>FILE</c>; null: nothing.</param>
internal sealed record Verb(string Name, string? Place, string What, VerbOption[] Options, Func<Arguments, CancellationToken, Task<Result<Answer>>> Run)
{
    public int Words { get; } = Name.Split(' ').Length;

    public bool IsNamed(string[] arguments) => arguments.Take(Words).SequenceEqual(Name.Split(' '));

    /// <summary>A verb that decides at once.</summary>
    public Verb(string name, string? place, string what, VerbOption[] options, Func<Arguments, Result<Answer>> run)
        : this(name, place, what, options, (arguments, _) => Task.FromResult(run(arguments))) { }
}

/// <param name="Value">What is to be given behind it; null: it is a switch.</param>
/// <param name="Needed">The verb does not run without it.</param>
/// <param name="Many">May be given several times.</param>
internal sealed record VerbOption(string Name, string? Value, string What, bool Needed = false, bool Many = false);
