using OneFlight.Primitives;

namespace OneFlight.Cli;

/// <summary>The reference tables: beside the program or above it, or where ONEFLIGHT_REFERENCE says.</summary>
internal static class DataFolder
{
    public const string Variable = "ONEFLIGHT_REFERENCE";

    public static Result<ReadOnlyMemory<byte>> Read(string file) => Find().Then(folder => Files.Read(Path.Combine([folder, .. file.Split('/')])));

    private static Result<string> Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : new Problem("not-found", Place.Of(Variable), $"'{named}'", "a folder with the reference tables");
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "data");
            if (File.Exists(Path.Combine(data, "promise-rules.csv"))) return data;
        }
        return new Problem("not-found", Place.Of(Variable), "no folder 'data' with the reference tables", $"{Variable} to name it");
    }
}
