using System.Buffers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Records;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>A flight that comes into a campaign, with what its customers want and were promised: a JSON file whose parts are written as in
/// the campaign file, and which may refer to everything in the campaign.</summary>
public static class AdditionFile
{
    public const string Format = "oneflight-addition/1";

    /// <summary>Reads an addition to a campaign, or says every problem up to a limit.</summary>
    /// <param name="fileName">Named in the problems.</param>
    public static Result<AddFlight> Read(ReadOnlyMemory<byte> utf8, string fileName, Campaign campaign) =>
        Utf8File.Parse(utf8, fileName).Then(json => Read(json, fileName, campaign));

    private static Result<AddFlight> Read(LocatedJson json, string fileName, Campaign campaign)
    {
        var problems = new FileProblems(fileName, json);
        var reading = new FileReading(json, problems);
        reading.Learn(campaign);
        var fields = new FieldReader(reading, 0, $"an addition in {{ }}, beginning with \"format\": \"{Format}\"");
        if (!fields.IsObject || !FormatHeader.Holds(fields, Format)) return problems.All;

        var flight = fields.Object("flight", FlightRecords.Read, FlightRecords.Nothing);
        var addition = new AddFlight(
            flight, fields.List("missions", MissionRecords.Read), PromiseRecords.ReadAll(fields, "promises"), fields.List("cargo", MissionRecords.ReadCargo));
        fields.Done();
        reading.Ids.Settle(problems);
        return problems.Any ? problems.All : addition;
    }

    /// <summary>Writes an addition so that reading it gives an equal one.</summary>
    public static byte[] Write(AddFlight addition)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new FieldWriter(bytes, indented: true))
        {
            json.Begin();
            json.Text("format", Format);
            json.Name("flight");
            FlightRecords.Write(json, addition.Flight);
            json.List("missions", addition.Missions, MissionRecords.Write);
            json.List("promises", addition.Promises, PromiseRecords.Write);
            json.List("cargo", addition.Cargo, MissionRecords.WriteCargo);
            json.End();
        }
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }
}
