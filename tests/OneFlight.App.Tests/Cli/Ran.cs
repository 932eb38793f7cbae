using System.Text.Json.Nodes;
using OneFlight.Cli;

namespace OneFlight.App.Tests.Cli;

/// <summary>What the command line program answered, run in this process.</summary>
internal sealed record Ran(int Exit, string Output, string Errors)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public static async Task<Ran> Program(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = await CommandLine.Run(arguments, output, errors, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("   at ", output + errors.ToString());
        Assert.DoesNotContain("no bug;", errors.ToString());
        return new(exit, output.ToString(), errors.ToString());
    }
}

/// <summary>A folder for the files of one test, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oneflight-cli-").FullName;

    public string this[string name] => Path.Combine(folder, name);

    public string With(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static string Repository(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "OneFlight.slnx"))) return Path.Combine(at.FullName, path);
        }
        throw new InvalidOperationException("No OneFlight.slnx above the tests.");
    }
}
