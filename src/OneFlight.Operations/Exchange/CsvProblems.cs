using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Collects the problems of one reading, up to a limit, so that all are seen at once and ten thousand do not drown the reader.</summary>
public sealed class CsvProblems(int limit = CsvProblems.DefaultLimit)
{
    public const int DefaultLimit = 1000;

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>True once the limit is reached: reading on would tell nothing new.</summary>
    public bool Full => problems.Count >= limit;

    public bool Any => problems.Count > 0;

    /// <summary>Notes a problem; past the limit it is dropped.</summary>
    public void Add(string code, Place where, string found, string expected)
    {
        if (!Full) problems.Add(new(code, where, found, expected));
    }

    public void Add(ImmutableArray<Problem> more)
    {
        foreach (var problem in more) Add(problem.Code, problem.Where, problem.Found, problem.Expected);
    }

    /// <summary>All of them; when the limit was reached, the last line says so.</summary>
    public ImmutableArray<Problem> All => !Full ? problems.ToImmutable() : problems.ToImmutable().Add(new(
        "too-many-problems", new(), string.Create(CultureInfo.InvariantCulture, $"{limit} problems and maybe more"), "fewer: mend these and try again"));

    /// <summary>A value from a file as it is shown in a problem: quoted, one line, shortened.</summary>
    public static string Show(string text)
    {
        var line = new string([.. text.Take(61).Select(c => char.IsControl(c) ? ' ' : c)]);
        return text.Length == 0 ? "nothing" : text.Length > 60 ? $"'{line[..60]}…'" : $"'{line}'";
    }
}
