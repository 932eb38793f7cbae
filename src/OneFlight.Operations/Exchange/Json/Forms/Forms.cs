using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>Finds the form of a type.</summary>
internal static class Forms
{
    private static readonly ConcurrentDictionary<Type, ValueForm> known = new();

    private static readonly TextForm
        text = new(static (r, n) => r.Text(n), "text"), id = new(static (r, n) => r.Id(n), "id"), zone = new(static (r, n) => r.Zone(n), "zone");

    public static RecordForm Of<T>() where T : class => (RecordForm)known.GetOrAdd(typeof(T), t => new RecordForm(t));

    /// <param name="name">Of the property: a text named <c>Id</c> is an id, and one named <c>Zone</c> a time zone.</param>
    /// <exception cref="NotSupportedException">No file can hold such a value.</exception>
    public static ValueForm Of(Type type, string name) => type == typeof(string)
        ? name switch { "Id" => id, "Zone" => zone, _ => text }
        : known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Make);

    private static ValueForm Make(Type type) =>
        Simple(type) ?? Ids.Of(type) ?? Quantities.Of(type) ?? (
        type.IsEnum ? Generic(typeof(WordForm<>), type)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? List(type.GetGenericArguments()[0])
        : IsRecord(type) ? new RecordForm(type)
        : throw new NotSupportedException($"{type} cannot stand in a file."));

    private static ValueForm List(Type item) => Nullable.GetUnderlyingType(item) is null && !typeof(System.Collections.IEnumerable).IsAssignableFrom(item) || item == typeof(string)
        ? Generic(typeof(ListForm<>), item, Of(item, ""))
        : throw new NotSupportedException($"A list of {item} cannot stand in a file.");

    private static bool IsRecord(Type type) => !type.IsAbstract && !type.IsGenericType && !type.IsPrimitive && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance, [typeof(System.Text.StringBuilder)]) is not null;

    private static ValueForm Generic(Type form, Type of, params object[] arguments) => (ValueForm)Activator.CreateInstance(form.MakeGenericType(of), arguments)!;

    private static ValueForm? Simple(Type type) =>
        type == typeof(bool) ? new LeafForm<bool>(static (r, n) => r.Flag(n), static (j, v) => j.FlagValue(v), static () => new() { ["type"] = "boolean" }, nothing: false)
        : type == typeof(int) ? new LeafForm<int>(static (r, n) => (int?)r.Whole(n, int.MinValue, int.MaxValue), static (j, v) => j.WholeValue(v), static () => new() { ["type"] = "integer", ["minimum"] = int.MinValue, ["maximum"] = int.MaxValue })
        : type == typeof(long) ? new LeafForm<long>(static (r, n) => r.Whole(n, long.MinValue, long.MaxValue), static (j, v) => j.WholeValue(v), static () => new() { ["type"] = "integer" })
        : type == typeof(double) ? new LeafForm<double>(static (r, n) => r.Number(n, double.MinValue, double.MaxValue, "a number"), static (j, v) => j.NumberValue(v), static () => new() { ["type"] = "number" })
        : type == typeof(decimal) ? new LeafForm<decimal>(static (r, n) => r.Decimal(n), static (j, v) => j.NumberValue(v), static () => new() { ["type"] = "number" })
        : type == typeof(Instant) ? new LeafForm<Instant>(static (r, n) => r.Instant(n), static (j, v) => j.TextValue(InstantText.Of(v)), static () => SchemaParts.Reference("instant"))
        : type == typeof(Duration) ? new LeafForm<Duration>(static (r, n) => r.Duration(n, true), static (j, v) => j.TextValue(DurationText.Of(v)), static () => SchemaParts.Reference("duration"))
        : type == typeof(LocalDate) ? new LeafForm<LocalDate>(static (r, n) => r.Date(n), static (j, v) => j.TextValue(LocalDatePattern.Iso.Format(v)), static () => Text("^\\d{4}-\\d\\d-\\d\\d$", "A date.", "2027-12-25"))
        : type == typeof(LocalTime) ? new LeafForm<LocalTime>(static (r, n) => r.Parsed(n, LocalTimePattern.ExtendedIso, "wrong-time", "a time of day such as 08:00:00"), static (j, v) => j.TextValue(LocalTimePattern.ExtendedIso.Format(v)), static () => Text("^\\d\\d:\\d\\d:\\d\\d", "A time of day.", "08:00:00"))
        : type == typeof(ThingId) ? new LeafForm<ThingId>(static (r, n) => r.Thing(n), static (j, v) => j.TextValue(v.ToString()), static () => SchemaParts.Reference("thing"))
        : type == typeof(Money) ? new LeafForm<Money>(static (r, n) => r.Money(n), static (j, v) => j.TextValue(v.ToText()), static () => Text("^[A-Z]{3} -?\\d+(\\.\\d+)?$", "A currency and an amount.", "USD 1250000.00"))
        : type == typeof(Interval) ? new IntervalForm() : null;

    private static JsonObject Text(string pattern, string description, string example) =>
        new() { ["type"] = "string", ["pattern"] = pattern, ["description"] = description, ["examples"] = new JsonArray(example) };
}
