namespace OneFlight.Operations.Exchange;

/// <summary>How well a row of a reference table is known; shown wherever the row is used.</summary>
internal static class Confidences
{
    private static readonly string[] known = ["high", "medium", "low", "recalled", "fictional"];

    public static string Read(CsvRow row, CsvProblems problems)
    {
        var text = row.Text("confidence", problems);
        if (text.Length > 0 && !known.Contains(text)) problems.Add("unknown-value", row.Where("confidence"), CsvProblems.Show(text), $"one of {string.Join(", ", known)}");
        return text;
    }
}
