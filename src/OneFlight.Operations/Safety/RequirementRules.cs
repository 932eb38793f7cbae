using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Safety;

/// <summary>What may be decided about a requirement, and what counts as evidence.</summary>
public static class RequirementRules
{
    /// <remarks>Codes: <c>unknown-requirement</c>, <c>no-reason</c>, <c>no-means</c>.</remarks>
    public static Result<SafetyBook> Decide(
        SafetyBook book, FlightId flight, string requirement, Applicability applicability, string? reason, string? means, string by, Instant at)
    {
        if (book.Requirements.FirstOrDefault(r => r.Id == requirement) is not { } found) return Unknown(requirement);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (string.IsNullOrWhiteSpace(reason)) problems.Add(new("no-reason", Place.Of("reason"), "nothing", "why, in words that an auditor will read"));
        if (applicability == Applicability.AlternativeMeans && string.IsNullOrWhiteSpace(means))
            problems.Add(new("no-means", Place.Of("other means"), "nothing", "by what other means it is met"));
        if (problems.Count > 0) return problems.ToImmutable();
        var number = book.Decisions.Count(d => d.Flight == flight && d.Requirement == found.Id) + 1;
        return book with
        {
            Decisions = book.Decisions.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{flight}/{found.Id}/{number}"), flight, found.Id, applicability, reason!.Trim(),
                applicability == Applicability.AlternativeMeans ? means!.Trim() : null, by, at)),
        };
    }

    /// <param name="item">Its id is given here and not read.</param>
    /// <remarks>Codes: <c>unknown-requirement</c>, <c>no-source</c>, <c>not-a-hash</c>, <c>received-before-effective</c>, <c>ends-before-it-begins</c>, <c>received-later-than-now</c>.</remarks>
    public static Result<SafetyBook> Record(SafetyBook book, Evidence item, Instant now)
    {
        if (book.Requirements.All(r => r.Id != item.Requirement)) return Unknown(item.Requirement);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (string.IsNullOrWhiteSpace(item.Title) || string.IsNullOrWhiteSpace(item.Source))
            problems.Add(new("no-source", Place.Of("source"), "nothing", "what it is and where it is found again"));
        if (item.Hash.Length != 64 || !item.Hash.All(char.IsAsciiHexDigitLower))
            problems.Add(new("not-a-hash", Place.Of("hash"), item.Hash.Length == 0 ? "nothing" : $"'{(item.Hash.Length > 16 ? item.Hash[..16] + "…" : item.Hash)}'", "SHA-256 of the file: 64 of 0 to 9 and a to f"));
        if (item.Received < item.Effective) problems.Add(new("received-before-effective", Place.Of("received"), TimeText.Day(item.Received), $"a day from {TimeText.Day(item.Effective)}, when it takes effect"));
        if (item.ValidUntil <= item.Effective) problems.Add(new("ends-before-it-begins", Place.Of("valid until"), TimeText.Day(item.ValidUntil!.Value), $"a day after {TimeText.Day(item.Effective)}"));
        if (item.Received > now) problems.Add(new("received-later-than-now", Place.Of("received"), TimeText.Instant(item.Received), $"a time up to {TimeText.Instant(now)}"));
        if (problems.Count > 0) return problems.ToImmutable();
        var number = book.Evidence.Count(e => e.Requirement == item.Requirement && e.Flight == item.Flight) + 1;
        return book with { Evidence = book.Evidence.Add(item with { Id = string.Create(CultureInfo.InvariantCulture, $"{item.Flight?.Value ?? "all"}/{item.Requirement}/{number}") }) };
    }

    private static Problem Unknown(string requirement) => new("unknown-requirement", Place.Of("requirement"), $"'{requirement}'", "the id of a row of the catalogue");
}
