namespace OneFlight.Operations.Exchange.Json;

/// <summary>The field <c>format</c> at the top of each file. Where it is another, nothing else is read: every field could mean something else.</summary>
internal static class FormatHeader
{
    public static bool Holds(FieldReader fields, string format)
    {
        var text = fields.Text("format");
        if (text == format) return true;
        if (text.Length > 0) fields.Reading.Problems.Add("unknown-format", fields.Place("format"), FileProblems.Quoted(text), $"'{format}'");
        return false;
    }
}
