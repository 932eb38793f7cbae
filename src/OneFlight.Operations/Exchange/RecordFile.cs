using System.Buffers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Json.Forms;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>One record of a book as a file of its own, in the form that it has within a campaign file.</summary>
public static class RecordFile
{
    /// <summary>Reads a record that may refer to everything in a campaign, or says every problem up to a limit.</summary>
    /// <exception cref="NotSupportedException">The type has a field that no file can hold.</exception>
    public static Result<T> Read<T>(ReadOnlyMemory<byte> utf8, string fileName, Campaign campaign) where T : class => Utf8File.Parse(utf8, fileName).Then<T>(json =>
    {
        var problems = new FileProblems(fileName, json);
        var reading = new FileReading(json, problems);
        reading.Learn(campaign);
        var record = Forms.Of<T>().Read(reading, 0, distinct: true);
        reading.Ids.Settle(problems);
        return problems.Any ? problems.All : (T)record!;
    });

    /// <summary>Writes a record so that reading it gives an equal one, and writing that gives the same bytes.</summary>
    /// <inheritdoc cref="Read{T}"/>
    public static byte[] Write<T>(T record) where T : class
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new FieldWriter(bytes, indented: true)) Forms.Of<T>().Write(json, record);
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }
}
