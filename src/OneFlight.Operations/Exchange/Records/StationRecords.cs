using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Stations with their ports and traffic rules in the campaign file.</summary>
internal static class StationRecords
{
    public static Station Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a station in { }");
        var station = new Station(
            new(fields.OwnId(IdKinds.Station)), fields.Text("name"), fields.CountOrNone("crewNominal"), fields.CountOrNone("crewMaximum"),
            fields.Object("traffic", ReadTraffic, new(default, default, default, default)),
            fields.List("ports", ReadPort), fields.RefOrNone("grantedBy", IdKinds.Organization));
        fields.Done();
        return station;
    }

    public static void Write(FieldWriter json, Station station)
    {
        json.Begin();
        json.Text("id", station.Id.Value);
        json.Text("name", station.Name);
        json.Count("crewNominal", station.CrewNominal);
        json.Count("crewMaximum", station.CrewMaximum);
        json.Begin("traffic");
        json.Duration("betweenEvents", station.Traffic.BetweenEvents);
        json.Duration("samePort", station.Traffic.SamePort);
        json.Duration("handover", station.Traffic.Handover);
        json.Duration("relocation", station.Traffic.Relocation);
        json.End();
        json.List("ports", station.Ports, WritePort);
        json.Text("grantedBy", station.GrantedBy);
        json.End();
    }

    private static TrafficRules ReadTraffic(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "traffic rules in { }");
        var rules = new TrafficRules(fields.Duration("betweenEvents"), fields.Duration("samePort"), fields.Duration("handover"), fields.Duration("relocation"));
        fields.Done();
        return rules;
    }

    private static Port ReadPort(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a port in { }");
        var port = new Port(
            new(fields.OwnId(IdKinds.Port)), fields.Text("name"), fields.Text("interface"),
            fields.Refs("compatible", IdKinds.Type, id => new VehicleTypeId(id)),
            fields.InstantOrNone("availableFrom"), fields.InstantOrNone("availableTo"), fields.List("outages", FleetRecords.ReadOutage));
        fields.InOrder("availableTo", port.AvailableFrom, port.AvailableTo, "availableFrom");
        fields.Done();
        return port;
    }

    private static void WritePort(FieldWriter json, Port port)
    {
        json.Begin();
        json.Text("id", port.Id.Value);
        json.Text("name", port.Name);
        json.Text("interface", port.Interface);
        json.Texts("compatible", port.Compatible, t => t.Value);
        json.Instant("availableFrom", port.AvailableFrom);
        json.Instant("availableTo", port.AvailableTo);
        json.List("outages", port.Outages, FleetRecords.WriteOutage);
        json.End();
    }
}
