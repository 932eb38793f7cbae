using System.Buffers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Records;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>The campaign file: JSON in UTF-8, described by <c>docs/campaign-file.md</c> and <c>docs/campaign.schema.json</c>.</summary>
public static class CampaignFile
{
    /// <summary>Names the form and its version; a later form that cannot be read as this one gets another number.</summary>
    public const string Format = "oneflight-campaign/1";

    /// <summary>Reads a campaign, or says every problem up to a limit; nothing is half-read.</summary>
    /// <remarks>A plan that breaks rules is read as it stands; broken references, values and dates are refused.</remarks>
    /// <param name="fileName">Named in the problems.</param>
    public static Result<Campaign> Read(ReadOnlyMemory<byte> utf8, string fileName) =>
        Utf8File.Parse(utf8, fileName).Then(json => Read(json, fileName));

    private static Result<Campaign> Read(LocatedJson json, string fileName)
    {
        var problems = new FileProblems(fileName, json);
        var reading = new FileReading(json, problems);
        var fields = new FieldReader(reading, 0, $"a campaign in {{ }}, beginning with \"format\": \"{Format}\"");
        if (!fields.IsObject || !FormatHeader.Holds(fields, Format)) return problems.All;

        // Templates come before flights and flights before cargo, wherever they stand in the file, because they refer to each other's activities.
        var campaign = new Campaign(
            new(fields.Id("id")), fields.Text("name"), fields.InstantOrNone("asOf"), fields.TextOrNone("notice"),
            fields.ObjectOrNone("fleet", FleetRecords.Read) ?? new FleetBook([], [], [], [], []),
            fields.ObjectOrNone("people", PeopleRecords.Read) ?? new PeopleBook([], []),
            fields.List("templates", TemplateRecords.Read), fields.List("promiseRules", PromiseRecords.ReadRule),
            fields.List("flights", FlightRecords.Read), fields.List("missions", MissionRecords.Read),
            PromiseRecords.ReadAll(fields, "promises"), fields.List("cargo", MissionRecords.ReadCargo));
        campaign = CampaignBooks.Read(fields, campaign);
        // An answer of the planner is the campaign file with two fields more, so that it can be checked and planned on as it is.
        fields.Find("answer");
        fields.Find("clashes");
        fields.Done();
        reading.Ids.Settle(problems);
        return problems.Any ? problems.All : campaign;
    }

    /// <summary>Writes a campaign so that reading it gives an equal one, and writing that gives the same bytes.</summary>
    public static byte[] Write(Campaign campaign, bool indented = true)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new FieldWriter(bytes, indented)) Write(json, campaign);
        if (indented) bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(FieldWriter json, Campaign campaign)
    {
        json.Begin();
        json.Text("format", Format);
        json.Text("id", campaign.Id.Value);
        json.Text("name", campaign.Name);
        json.Instant("asOf", campaign.AsOf);
        json.Text("notice", campaign.Notice);
        json.Begin("fleet");
        FleetRecords.Write(json, campaign.Fleet);
        json.End();
        json.Begin("people");
        PeopleRecords.Write(json, campaign.People);
        json.End();
        json.List("templates", campaign.Templates, TemplateRecords.Write);
        json.List("promiseRules", campaign.Rules, PromiseRecords.WriteRule);
        json.List("flights", campaign.Flights, FlightRecords.Write);
        json.List("missions", campaign.Missions, MissionRecords.Write);
        json.List("promises", campaign.Promises, PromiseRecords.Write);
        json.List("cargo", campaign.Cargo, MissionRecords.WriteCargo);
        CampaignBooks.Write(json, campaign);
        json.End();
    }
}
