using OneFlight.Cli.Answers;

namespace OneFlight.Cli;

/// <summary>How the program is used, for people.</summary>
internal static class Usage
{
    public static string All(IEnumerable<Verb> verbs)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine("oneflight VERB: plans, checks and changes campaigns of flights. Files in, answers out.\n");
        Table.Write(text, verbs.Select(v => new[] { $"  {v.Name} {v.Place}", v.What }));
        text.WriteLine("\nEvery verb takes --json and --help. Exit status: 0 done, 1 hard findings or no plan, 2 bad use or input.");
        return text.ToString();
    }

    public static string Of(Verb verb)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"oneflight {verb.Name} {verb.Place}\n{verb.What}\n");
        Table.Write(text, verb.Options.Append(Arguments.Json).Select(o => new[] { $"  {o.Name} {o.Value}", o.What + (o.Needed ? " (needed)" : o.Many ? " (may be repeated)" : "") }));
        return text.ToString();
    }
}
