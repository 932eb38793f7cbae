using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Tests.Exchange;

/// <summary>Makes records of any type with awkward values in every field; ids of things are those of a campaign.</summary>
internal sealed class AnyRecord(Random random, Campaign campaign)
{
    private const int Deepest = 6;
    private static readonly string[] texts = ["plain", "=1+1", "<b>Žluť 日本語 🚀</b>", "a \"quoted\" \\ text", "two\nlines\tand a tab", "", "null"];
    private int count;

    public T One<T>() where T : class => (T)Make(typeof(T), 0);

    public ImmutableArray<T> Many<T>() where T : class => [.. Enumerable.Range(0, random.Next(3)).Select(_ => One<T>())];

    /// <summary>The record with a value in each field that its constructor does not take.</summary>
    public T Filled<T>(T record, params string[] but) where T : class
    {
        var copy = (T)typeof(T).GetMethod("<Clone>$")!.Invoke(record, null)!;
        Fill(copy, typeof(T), 0, but);
        return copy;
    }

    private object Make(Type type, int depth)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var record = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(type.GetProperty(p.Name!)!, depth))]);
        Fill(record, type, depth, []);
        return record;
    }

    private void Fill(object record, Type type, int depth, string[] but)
    {
        var taken = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(p => p.Name).ToHashSet();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !taken.Contains(p.Name) && !but.Contains(p.Name)))
            property.SetValue(record, Value(property, depth));
    }

    private object? Value(PropertyInfo property, int depth) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable && random.Next(2) == 0 ? null : Value(property.PropertyType, property.Name, depth);

    private object Value(Type type, string name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return name switch { "Id" => $"id-{++count}", "Zone" => random.Next(2) == 0 ? "Europe/Berlin" : "UTC", _ => texts[random.Next(texts.Length)] };
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return List(type, depth);
        return Simple(type) ?? Id(type) ?? Quantity(type) ?? Make(type, depth + 1);
    }

    private object List(Type type, int depth)
    {
        var item = type.GetGenericArguments()[0];
        // What has an id of its own stands in a list once.
        var made = Enumerable.Range(0, depth > Deepest ? 0 : random.Next(4)).Select(_ => Value(item, "", depth + 1))
            .DistinctBy(v => item.IsClass && item.GetProperty("Id") is { } id ? id.GetValue(v) : new object()).ToList();
        var items = Array.CreateInstance(item, made.Count);
        for (var i = 0; i < items.Length; i++) items.SetValue(made[i], i);
        return typeof(ImmutableArray).GetMethods().Single(m => m is { Name: "Create" } && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [items])!;
    }

    private object? Simple(Type type) =>
        type == typeof(bool) ? random.Next(2) == 0 : type == typeof(int) ? random.Next(-9, 99) : type == typeof(long) ? random.NextInt64(-9, long.MaxValue)
        : type == typeof(double) ? (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 9)) : type == typeof(decimal) ? random.Next() / 100m
        : type == typeof(Instant) ? At() : type == typeof(Duration) ? Duration.FromMinutes(random.Next(-99_999, 99_999))
        : type == typeof(LocalDate) ? new LocalDate(2027, 1, 1).PlusDays(random.Next(999)) : type == typeof(LocalTime) ? LocalTime.FromSecondsSinceMidnight(random.Next(86_400))
        : type == typeof(Money) ? Money.Of(random.Next(-999, 9_999_999) / 100m, "USD") : type == typeof(ThingId) ? new ThingId("flight", $"a:{random.Next(9)}")
        : type == typeof(Interval) ? At() is var from ? new Interval(random.Next(2) == 0 ? from : null, random.Next(2) == 0 ? from + Duration.FromHours(random.Next(99)) : null) : null : null;

    private Instant At() => Instant.FromUtc(2027, 1, 1, 0, 0) + Duration.FromMilliseconds(random.NextInt64(-100_000_000_000, 100_000_000_000));

    private object? Id(Type type)
    {
        T Of<T>(ImmutableArray<T> known) => known[random.Next(known.Length)];
        return type == typeof(PersonId) ? Of(campaign.People.Persons).Id : type == typeof(OrganizationId) ? Of(campaign.People.Organizations).Id
            : type == typeof(FlightId) ? Of(campaign.Flights).Id : type == typeof(MissionId) ? Of(campaign.Missions).Id : type == typeof(PromiseId) ? Of(campaign.Promises).Id
            : type == typeof(CargoItemId) ? Of(campaign.Cargo).Id : type == typeof(VehicleTypeId) ? Of(campaign.Fleet.Types).Id : type == typeof(VehicleId) ? Of(campaign.Fleet.Vehicles).Id
            : type == typeof(PadId) ? Of(campaign.Fleet.Pads).Id : type == typeof(StationId) ? Of(campaign.Fleet.Stations).Id : type == typeof(PortId) ? Of([.. campaign.Fleet.Stations.SelectMany(s => s.Ports)]).Id
            : type == typeof(ResourceId) ? Of(campaign.Fleet.Resources).Id
            : type.IsValueType && type.GetConstructor([typeof(string)]) is { } make && type.GetProperty("Value") is not null ? make.Invoke([$"id-{++count}"]) : null;
    }

    private object? Quantity(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(m => m.Name.StartsWith("From", StringComparison.Ordinal) && m.ReturnType == type && m.GetParameters() is [{ ParameterType: var p }] && p == typeof(double))
            ?.Invoke(null, [random.NextDouble() * 900]);
}
