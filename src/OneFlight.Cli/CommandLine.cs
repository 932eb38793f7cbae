using OneFlight.Cli.Answers;
using OneFlight.Cli.Verbs;
using OneFlight.Primitives;

namespace OneFlight.Cli;

/// <summary>Runs one verb: files in, an answer out. The only place that catches what nobody foresaw.</summary>
public static class CommandLine
{
    /// <summary>0: done, nothing hard found. 1: hard findings, or no plan. 2: bad use or bad input, nothing was done.</summary>
    public const int Done = 0, Found = 1, Refused = 2;

    private static readonly Verb[] verbs =
    [
        ConvertVerb.IssTraffic, ConvertVerb.Tables, ConvertVerb.Campaign, CheckVerb.Verb, PlanVerb.Verb, ImpactVerb.Verb,
        SampleVerb.Verb, ReplayVerb.Verb, ImportVerb.Verb, ExportVerb.Verb, SolveVerb.Verb,
    ];

    public static async Task<int> Run(string[] arguments, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var asJson = arguments.Contains("--json");
        try
        {
            if (arguments.Length == 0 || arguments[0] is "help" or "--help" or "-h")
            {
                await output.WriteAsync(Usage.All(verbs));
                return arguments.Length == 0 ? Refused : Done;
            }
            if (Array.Find(verbs, v => v.IsNamed(arguments)) is not { } verb)
            {
                return Refuse([new("unknown-verb", new(), $"'{arguments[0]}'", "one of " + string.Join(", ", verbs.Select(v => v.Name)) + "; oneflight help says more")], asJson, output, errors);
            }
            var rest = arguments[verb.Words..];
            if (rest.Any(a => a is "--help" or "-h"))
            {
                await output.WriteAsync(Usage.Of(verb));
                return Done;
            }
            var read = Arguments.Read(verb, rest);
            var answer = read.Succeeded ? await verb.Run(read.Value, stop) : read.Problems;
            if (!answer.Succeeded) return Refuse(answer.Problems, asJson, output, errors);
            if (asJson) answer.Value.WriteJson(output);
            else answer.Value.WriteText(output);
            return answer.Value.Exit;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Refuse([new("stopped", new(), "a request to stop", "to be left alone until the end; nothing was kept")], asJson, output, errors);
        }
        catch (IOException failure)
        {
            return Refuse([new("not-readable", new(), failure.Message, "files and disks that can be read and written")], asJson, output, errors);
        }
        catch (UnauthorizedAccessException failure)
        {
            return Refuse([new("not-allowed", new(), failure.Message, "files that you may read and write")], asJson, output, errors);
        }
#pragma warning disable CA1031 // The edge of the program: a bug is told in one line that can be reported, never as a trace.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            var place = bug.TargetSite is { } site ? $" in {site.DeclaringType?.Name}.{site.Name}" : "";
            return Refuse([new("bug", new(), $"{bug.GetType().Name}{place}: {OneLine(bug.Message)}", "no bug; please report this line with what you called")], asJson, output, errors);
        }
        finally
        {
            await output.FlushAsync(CancellationToken.None);
        }
    }

    private static int Refuse(IReadOnlyList<Problem> problems, bool asJson, TextWriter output, TextWriter errors)
    {
        if (asJson) ProblemsAnswer.Write(problems, output);
        foreach (var problem in problems) errors.WriteLine(problem.Message);
        return Refused;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c).Take(200));
}
