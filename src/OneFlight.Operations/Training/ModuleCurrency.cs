using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Training;

public enum CurrencyKind { Once, PerFlight, PerVehicleType, Months, Days }

/// <summary>How long a passed module counts. The one place where training and qualification rules meet.</summary>
/// <param name="Count">Months or days; zero for the other kinds.</param>
public readonly record struct ModuleCurrency(CurrencyKind Kind, int Count)
{
    /// <summary>The words of the table: <c>none</c>, <c>per-flight</c>, <c>per-vehicle-type</c>, <c>P12M</c>, <c>P90D</c>; null: not one of them.</summary>
    public static ModuleCurrency? Parse(string text) => text switch
    {
        "none" => new(CurrencyKind.Once, 0),
        "per-flight" => new(CurrencyKind.PerFlight, 0),
        "per-vehicle-type" => new(CurrencyKind.PerVehicleType, 0),
        ['P', .. var count, 'M'] when Whole(count) is { } months => new(CurrencyKind.Months, months),
        ['P', .. var count, 'D'] when Whole(count) is { } days => new(CurrencyKind.Days, days),
        _ => null,
    };

    /// <summary>Passing it again after a while is worth a record of its own.</summary>
    public bool IsRenewed => Kind is CurrencyKind.Months or CurrencyKind.Days;

    /// <summary>For people: "12 months".</summary>
    public string Words => Kind switch
    {
        CurrencyKind.Once => "once",
        CurrencyKind.PerFlight => "each flight",
        CurrencyKind.PerVehicleType => "each vehicle type",
        CurrencyKind.Months => string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? "month" : "months")}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Count} days"),
    };

    /// <summary>Earned for one flight and no other.</summary>
    public bool IsPerFlight => Kind is CurrencyKind.PerFlight or CurrencyKind.PerVehicleType;

    /// <summary>The rules by which the modules of a curriculum stay current, for the book of qualifications.</summary>
    /// <remarks>Months are calendar months, and their grace is counted in months of thirty days. What is asked for each vehicle type is
    /// asked for each flight: a record does not say in which vehicle it was earned.</remarks>
    public static ImmutableArray<QualificationRule> Rules(Curriculum curriculum) => [.. curriculum.Modules.Select(m => (Module: m, Currency: Parse(m.Currency))).Where(m => m.Currency is not null)
        .Select(m => new QualificationRule(m.Module.Type, m.Module.Type, $"{m.Module.Id} {m.Module.Title}", KindOf(m.Currency!.Value.Kind), m.Currency.Value.Count,
            LateGrace: m.Currency.Value.Kind == CurrencyKind.Months ? m.Module.GraceDays / 30 : m.Module.GraceDays, Source: m.Module.Basis, Confidence: m.Module.Confidence))];

    private static RuleKind KindOf(CurrencyKind kind) => kind switch
    {
        CurrencyKind.Once => RuleKind.Once,
        CurrencyKind.Months => RuleKind.CalendarMonths,
        CurrencyKind.Days => RuleKind.RollingDays,
        _ => RuleKind.PerFlight,
    };

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null;
}
