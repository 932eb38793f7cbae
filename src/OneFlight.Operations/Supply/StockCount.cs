using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Supply;

/// <summary>The rule by which a count of a stock is recorded.</summary>
public static class StockCount
{
    /// <summary>The book with one more count.</summary>
    /// <remarks>Refused: <c>unknown-stock</c>, <c>later-than-now</c>, <c>before-the-last</c>, <c>missing-value</c>, <c>duplicate-id</c>.</remarks>
    public static Result<SupplyBook> Count(this SupplyBook book, StockAudit audit, Instant now)
    {
        var problems = System.Collections.Immutable.ImmutableArray.CreateBuilder<Problem>();
        if (book.Stocks.All(s => s.Id != audit.Stock)) problems.Add(new("unknown-stock", Place.Of("stock"), $"'{audit.Stock}'", "a stock of this campaign"));
        if (book.Audits.Any(a => a.Id == audit.Id)) problems.Add(new("duplicate-id", Place.Of("count"), $"'{audit.Id}' twice", "an id that is used once"));
        if (audit.At > now) problems.Add(new("later-than-now", Place.Of("counted at"), TimeText.Instant(audit.At), $"a time up to {TimeText.Instant(now)}"));
        if (book.Audits.Where(a => a.Stock == audit.Stock).MaxBy(a => a.At) is { } last && audit.At <= last.At)
            problems.Add(new("before-the-last", Place.Of("counted at"), TimeText.Instant(audit.At), $"a time after the last count, {TimeText.Instant(last.At)}"));
        if (string.IsNullOrWhiteSpace(audit.By)) problems.Add(new("missing-value", Place.Of("by"), "nothing", "who counted"));
        return problems.Count > 0 ? problems.ToImmutable() : book with { Audits = book.Audits.Add(audit) };
    }
}
