using System.Globalization;

namespace OneFlight.Tests.FlightMechanics;

/// <summary>The reference tables in data/flight-mechanics; their README names source, model and accuracy.</summary>
internal static class ReferenceData
{
    public static string Text(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data", "flight-mechanics", name) is var file && File.Exists(file)) return File.ReadAllText(file);
        throw new FileNotFoundException(name);
    }

    /// <summary>The rows of a table without quoted fields, each as its values by column name.</summary>
    public static IEnumerable<Row> Rows(string name)
    {
        var lines = Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')).ToArray();
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select(l => new Row(columns, l.Split(',')));
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

internal sealed class Row(string[] columns, string[] values)
{
    public string this[string column] => values[Array.IndexOf(columns, column)];

    public double Number(string column) => ReferenceData.Number(this[column]);
}
