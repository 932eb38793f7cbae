using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
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

    /// <summary>The last day on which it counts; null: it does not end by itself. Months count to the end of the calendar month.</summary>
    public LocalDate? Ends(LocalDate earned) => Kind switch
    {
        CurrencyKind.Months => DateAdjusters.EndOfMonth(earned.PlusMonths(Count)),
        CurrencyKind.Days => earned.PlusDays(Count),
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

    /// <summary>The rules by which the modules of a curriculum stay current, for the book of qualifications.</summary>
    public static ImmutableArray<QualificationRule> Rules(Curriculum curriculum) =>
        [.. curriculum.Modules.Select(m => new QualificationRule(m.Type, m.Type, m.Title))];

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null;
}
