using OneFlight.Primitives;

namespace OneFlight.Cli.Answers;

/// <summary>Why nothing was done, for machines.</summary>
internal static class ProblemsAnswer
{
    public static void Write(IEnumerable<Problem> problems, TextWriter output) => Answer.Write(output, new
    {
        answer = "oneflight-problems/1",
        problems = problems.Select(p => new { p.Code, p.Where.File, p.Where.Line, p.Where.Field, p.Found, p.Expected, p.Message }),
    });
}
