using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.People;

/// <summary>Whether a person is current in something for an occasion: the qualification engine.</summary>
/// <remarks>Months are calendar months: issued in March, twelve months run to the end of the next March, as 14 CFR 460.5(e) is read here.
/// A day ends at midnight UTC.</remarks>
public static class Currency
{
    private static readonly LocalDatePattern day = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    /// <summary>Nothing on record is not known until it is due, and red from then on; it is never green.</summary>
    public static Standing Of(QualificationBook book, PersonId person, string type, Occasion occasion) =>
        Of(book, [.. book.RecordsOf(person).Where(r => occasion.KnownBy is not { } known || r.KnownAt <= known)], type, occasion, []);

    private static Standing Of(QualificationBook book, ImmutableArray<QualificationRecord> known, string type, Occasion occasion, ImmutableHashSet<string> above)
    {
        if (above.Contains(type)) return Nothing(type, null, GateLight.Unknown, "its rule leads back to itself");
        if (RuleFor(book, type, occasion) is not { } rule) return Nothing(type, null, GateLight.Unknown, "no rule says when it is current");

        var own = known.Where(r => r.Type == type && (r.Flight is null || r.Flight == occasion.Flight))
            .OrderByDescending(r => r.Earned).ThenByDescending(r => r.KnownAt).ToImmutableArray();
        return rule.Kind switch
        {
            RuleKind.AnyOf or RuleKind.AllOf => Together(rule, [.. rule.Of.Select(t => Of(book, known, t, occasion, above.Add(type)))], book),
            RuleKind.PerFlight => own.Where(r => r.Flight == occasion.Flight).ToImmutableArray() is [var held, ..] all
                ? new(type, GateLight.Green, $"held for this flight since {day.Format(held.Earned)}", rule, null, null, all, [])
                : Missing(rule, "not yet held for this flight", [], occasion),
            _ when own.IsEmpty => Missing(rule, "nothing on record", own, occasion),
            RuleKind.Once => new(type, GateLight.Green, $"held since {day.Format(own[^1].Earned)}", rule, null, null, own, []),
            RuleKind.EventsInDays when own.Length < rule.Events => Missing(rule, $"{own.Length} of {rule.Events} on record", own, occasion),
            RuleKind.Stated when own[0].Until is null => new(type, GateLight.Unknown, "no end is stated", rule, null, null, [own[0]], []),
            RuleKind.Stated => Ends(rule, own[0].Until!.Value, own[0].Until!.Value, [own[0]], occasion),
            RuleKind.RollingDays => Ends(rule, own[0].Earned.PlusDays(rule.Length), own[0].Earned.PlusDays(rule.Length + rule.LateGrace), [own[0]], occasion),
            RuleKind.EventsInDays => Recent(rule, [.. own.Take(rule.Events)], occasion),
            _ => Months(rule, own, occasion),
        };
    }

    /// <summary>The rule of a type that says most about the occasion; null: none applies.</summary>
    public static QualificationRule? RuleFor(QualificationBook book, string type, Occasion occasion) => book.Rules
        .Where(r => r.Type == type && Fits(r.Role, occasion.Role) && Fits(r.FlightKind, occasion.FlightKind) && Fits(r.VehicleType, occasion.VehicleType))
        .OrderByDescending(r => (r.Role is null ? 0 : 1) + (r.FlightKind is null ? 0 : 1) + (r.VehicleType is null ? 0 : 1)).FirstOrDefault();

    private static bool Fits(string? wanted, string? found) => wanted is null || wanted == found;

    private static Standing Recent(QualificationRule rule, ImmutableArray<QualificationRecord> latest, Occasion occasion)
    {
        // With one event more it would still hold when the oldest of these falls out.
        var end = latest[^1].Earned.PlusDays(rule.Length);
        return Ends(rule, end, end.PlusDays(rule.LateGrace), latest, occasion);
    }

    private static Standing Months(QualificationRule rule, ImmutableArray<QualificationRecord> latestFirst, Occasion occasion)
    {
        LocalDate? due = null;
        foreach (var record in latestFirst.Reverse())
            due = due is { } kept && InGrace(rule, kept, record.Earned) ? Later(rule, kept, rule.Length) : Later(rule, record.Earned, rule.Length);
        return Ends(rule, due!.Value, Later(rule, due.Value, rule.LateGrace), latestFirst, occasion);
    }

    private static bool InGrace(QualificationRule rule, LocalDate due, LocalDate renewed) => rule.Kind == RuleKind.CalendarMonths
        ? MonthOf(renewed) >= MonthOf(due) - rule.EarlyGrace && MonthOf(renewed) <= MonthOf(due) + rule.LateGrace
        : renewed >= due.PlusMonths(-rule.EarlyGrace) && renewed <= due.PlusMonths(rule.LateGrace);

    private static LocalDate Later(QualificationRule rule, LocalDate from, int months) => rule.Kind == RuleKind.CalendarMonths
        ? DateAdjusters.EndOfMonth(from.PlusMonths(months))
        : from.PlusMonths(months);

    private static int MonthOf(LocalDate date) => (date.Year * 12) + date.Month;

    /// <param name="due">The last day without grace.</param>
    /// <param name="last">The last day with it.</param>
    private static Standing Ends(QualificationRule rule, LocalDate due, LocalDate last, ImmutableArray<QualificationRecord> evidence, Occasion occasion)
    {
        var (dueEnd, lastEnd) = (Midnight(due), Midnight(last));
        var words = $"good through {day.Format(due)}";
        return occasion switch
        {
            _ when occasion.At + occasion.Margin <= dueEnd => Held(GateLight.Green, words),
            _ when occasion.At <= dueEnd => Held(GateLight.Amber, $"{words}, which is within the margin"),
            _ when occasion.At <= lastEnd => Held(GateLight.Amber, $"{words}, then in grace through {day.Format(last)}"),
            _ => new(rule.Type, GateLight.Red, lastEnd <= occasion.AsOf ? $"ended {day.Format(last)}" : $"{words}, too short", rule, last, null, evidence, []),
        };

        Standing Held(GateLight light, string text) => new(rule.Type, light, text, rule, last, lastEnd, evidence, []);
    }

    private static Instant Midnight(LocalDate lastDay) => lastDay.PlusDays(1).AtMidnight().InUtc().ToInstant();

    private static Standing Missing(QualificationRule rule, string words, ImmutableArray<QualificationRecord> evidence, Occasion occasion) => occasion.AsOf < occasion.Due
        ? new(rule.Type, GateLight.Unknown, words, rule, null, occasion.Due, evidence, [])
        : new(rule.Type, GateLight.Red, words, rule, null, null, evidence, []);

    private static Standing Together(QualificationRule rule, ImmutableArray<Standing> parts, QualificationBook book)
    {
        if (parts.IsEmpty) return Nothing(rule.Type, rule, GateLight.Unknown, "its rule names nothing");
        var any = rule.Kind == RuleKind.AnyOf;
        // The best of several that would do, the worst of several that are all needed.
        var decides = any ? parts.OrderBy(Rank).ThenByDescending(p => p.TurnsAt ?? Instant.MaxValue).First() : parts.OrderByDescending(Rank).ThenBy(p => p.TurnsAt ?? Instant.MaxValue).First();
        var ends = any
            ? decides.GoodThrough
            : parts.Any(p => p.GoodThrough is not null) ? parts.Where(p => p.GoodThrough is not null).Min(p => p.GoodThrough) : null;
        return new(rule.Type, decides.Light, $"{book.NameOf(decides.Type)}: {decides.Words}", rule, ends, decides.TurnsAt, [.. parts.SelectMany(p => p.Evidence)], parts);
    }

    private static int Rank(Standing standing) => standing.Light switch { GateLight.Green => 0, GateLight.NotApplicable => 0, GateLight.Amber => 1, GateLight.Unknown => 2, _ => 3 };

    private static Standing Nothing(string type, QualificationRule? rule, GateLight light, string words) => new(type, light, words, rule, null, null, [], []);
}
