using System.Text.Json.Nodes;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>Ids, which are structs around one text, as that text. An id of something that the file defines must be found in it.</summary>
internal static class Ids
{
    private static readonly Dictionary<Type, string> kinds = new()
    {
        [typeof(VehicleTypeId)] = IdKinds.Type, [typeof(VehicleId)] = IdKinds.Vehicle, [typeof(PadId)] = IdKinds.Pad, [typeof(StationId)] = IdKinds.Station,
        [typeof(PortId)] = IdKinds.Port, [typeof(ResourceId)] = IdKinds.Resource, [typeof(OrganizationId)] = IdKinds.Organization, [typeof(PersonId)] = IdKinds.Person,
        [typeof(FlightId)] = IdKinds.Flight, [typeof(MissionId)] = IdKinds.Mission, [typeof(PromiseId)] = IdKinds.Promise, [typeof(CargoItemId)] = IdKinds.Cargo,
    };

    /// <summary>Null: not the type of an id.</summary>
    public static ValueForm? Of(Type type) =>
        type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(string) && type.GetConstructor([typeof(string)]) is not null && type.GetConstructors().Length == 1
            ? new IdForm(type, kinds.GetValueOrDefault(type))
            : null;

    private sealed class IdForm(Type type, string? kind) : ValueForm
    {
        private readonly System.Reflection.PropertyInfo value = type.GetProperty("Value")!;

        public override object? Read(FileReading reading, int node)
        {
            if (reading.Id(node) is not { } id) return null;
            if (kind is not null) reading.Ids.Refer(kind, id, node);
            return Activator.CreateInstance(type, id);
        }

        public override void Write(FieldWriter json, object id) => json.TextValue((string)value.GetValue(id)!);

        public override JsonObject Schema(SchemaParts parts)
        {
            var schema = SchemaParts.Reference("id");
            if (kind is not null) schema["description"] = $"Id of a {kind} of this campaign.";
            return schema;
        }
    }
}
