using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Json.Forms;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Customer missions and cargo in the campaign file.</summary>
internal static class MissionRecords
{
    internal static readonly RestFields<CustomerMission> RestOfMission = new(
        "id", "name", "kind", "flight", "customer", "participant", "broker", "posture", "steward", "stewardAccepted", "success", "criteria", "family", "sample");

    public static CustomerMission Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a customer mission in { }");
        var criteria = new HashSet<string>();
        var mission = new CustomerMission(
            new(fields.OwnId(IdKinds.Mission)), fields.Text("name"), fields.Word<CustomerKind>("kind"),
            fields.RefOrNone("flight", IdKinds.Flight) is { } flight ? new FlightId(flight) : null,
            fields.RefOrNone("customer", IdKinds.Organization) is { } customer ? new OrganizationId(customer) : null,
            fields.RefOrNone("participant", IdKinds.Person) is { } participant ? new PersonId(participant) : null,
            fields.RefOrNone("broker", IdKinds.Organization) is { } broker ? new OrganizationId(broker) : null,
            fields.Word<Posture>("posture"),
            fields.RefOrNone("steward", IdKinds.Person) is { } steward ? new PersonId(steward) : null,
            fields.Flag("stewardAccepted"), fields.Text("success"), fields.List("criteria", (r, at) => ReadCriterion(r, at, criteria)),
            fields.RefOrNone("family", IdKinds.Person) is { } family ? new PersonId(family) : null, fields.Flag("sample"));
        if (mission.Criteria.Length > 0) Weights.RefuseWrongSum(reading, fields.Place("criteria"), mission.Criteria.Sum(c => c.Weight), "criteria of this mission");
        mission = RestOfMission.Read(fields, mission);
        fields.Done();
        return mission;
    }

    public static void Write(FieldWriter json, CustomerMission mission)
    {
        json.Begin();
        json.Text("id", mission.Id.Value);
        json.Text("name", mission.Name);
        json.Word("kind", mission.Kind);
        json.Text("flight", mission.Flight?.Value);
        json.Text("customer", mission.Customer?.Value);
        json.Text("participant", mission.Participant?.Value);
        json.Text("broker", mission.Broker?.Value);
        json.Word("posture", mission.Posture);
        json.Text("steward", mission.Steward?.Value);
        json.Flag("stewardAccepted", mission.StewardAccepted);
        json.Text("success", mission.Success);
        json.List("criteria", mission.Criteria, WriteCriterion);
        json.Text("family", mission.Family?.Value);
        json.Flag("sample", mission.Sample);
        RestOfMission.Write(json, mission);
        json.End();
    }

    private static SuccessCriterion ReadCriterion(FileReading reading, int node, HashSet<string> known)
    {
        var fields = new FieldReader(reading, node, "a success criterion in { }");
        var id = fields.Id("id");
        if (id.Length > 0 && !known.Add(id)) reading.Problems.Add("duplicate-id", fields.Place("id"), FileProblems.Quoted(id), "a criterion id that is used once in its mission");
        var criterion = new SuccessCriterion(id, fields.Text("text"), fields.Flag("measurable"), fields.TextOrNone("measure"), fields.Weight("weight"));
        fields.Done();
        return criterion;
    }

    private static void WriteCriterion(FieldWriter json, SuccessCriterion criterion)
    {
        json.Begin();
        json.Text("id", criterion.Id);
        json.Text("text", criterion.Text);
        json.Flag("measurable", criterion.Measurable);
        json.Text("measure", criterion.Measure);
        json.Number("weight", criterion.Weight);
        json.End();
    }

    public static CargoItem ReadCargo(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a cargo item in { }");
        var item = new CargoItem(
            new(fields.OwnId(IdKinds.Cargo)), fields.Text("name"), new(fields.Ref("flight", IdKinds.Flight)),
            fields.RefOrNone("mission", IdKinds.Mission) is { } mission ? new MissionId(mission) : null,
            fields.Mass("massKg"), fields.Instant("ready"), new(fields.Id("neededBy")), fields.Flag("leftBehind"))
        {
            Direction = fields.WordOrNone<Direction>("direction") ?? default,
            Hold = fields.WordOrNone<Hold>("hold"),
            Size = fields.ObjectOrNone("size", CargoDetailRecords.ReadSize),
            Bag = fields.Find("bag") is { } bag ? reading.Id(bag) : null,
            HazardClass = CargoDetailRecords.HazardClass(reading, fields),
            Priority = fields.WordOrNone<CargoPriority>("priority") ?? default,
            LateLoad = fields.Flag("lateLoad"),
            Cold = fields.ObjectOrNone("cold", CargoDetailRecords.ReadCold),
            Life = fields.ObjectOrNone("life", CargoDetailRecords.ReadLife),
            Return = fields.ObjectOrNone("return", CargoDetailRecords.ReadReturn),
            Supplies = fields.Find("supplies") is { } supplies ? reading.Id(supplies) : null,
        };
        RefuseUnknownActivity(reading, fields, item);
        fields.Done();
        return item;
    }

    private static void RefuseUnknownActivity(FileReading reading, FieldReader fields, CargoItem item)
    {
        if (item.NeededBy.Value.Length == 0 || reading.OwnActivities.Contains((item.Flight.Value, item.NeededBy.Value)) || reading.FlightTemplates.GetValueOrDefault(item.Flight.Value) is not { } template) return;
        if (reading.TemplateActivities.GetValueOrDefault(template)?.Contains(item.NeededBy.Value) != false) return;
        reading.Problems.Add("unknown-reference", fields.Place("neededBy"), FileProblems.Quoted(item.NeededBy.Value), $"the id of an activity of the template {template}, which its flight follows, or of its flight's own");
    }

    public static void WriteCargo(FieldWriter json, CargoItem item)
    {
        json.Begin();
        json.Text("id", item.Id.Value);
        json.Text("name", item.Name);
        json.Text("flight", item.Flight.Value);
        json.Text("mission", item.Mission?.Value);
        json.Mass("massKg", item.Mass);
        json.Instant("ready", item.Ready);
        json.Text("neededBy", item.NeededBy.Value);
        json.Flag("leftBehind", item.LeftBehind);
        CargoDetailRecords.Write(json, item);
        json.End();
    }
}
