using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneFlight.Cli.Answers;

/// <summary>What a verb answers: an exit status, and the answer for machines and for people.</summary>
internal sealed record Answer(int Exit, Action<TextWriter> WriteJson, Action<TextWriter> WriteText)
{
    // Answers go to a terminal or a file, not into a page, so letters of all languages may stay as they are.
    private static readonly JsonSerializerOptions shape = new()
    {
        WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="json">An object whose first field <c>answer</c> names its shape and version; see docs/answers.</param>
    public static Answer Of(int exit, object json, Action<TextWriter> text) => new(exit, output => Write(output, json), text);

    public static void Write(TextWriter output, object json) => output.WriteLine(JsonSerializer.Serialize(json, shape));
}
