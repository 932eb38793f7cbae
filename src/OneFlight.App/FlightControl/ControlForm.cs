using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.FlightControl;

namespace OneFlight.App.FlightControl;

/// <summary>What a form of the console pages sent, read as what it means; what cannot be read is null, and the rules say what they want.</summary>
public sealed record ControlForm(ImmutableDictionary<string, string> Fields, ImmutableArray<string> Groups)
{
    public static ControlForm Empty { get; } = new(ImmutableDictionary<string, string>.Empty, []);

    private static readonly LocalDateTimePattern minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static ControlForm Of(IFormCollection form) => new(
        form.Where(f => f.Key != "__RequestVerificationToken").ToImmutableDictionary(f => f.Key, f => f.Value.ToString()),
        [.. form["group"].OfType<string>()]);

    public string? this[string field] => Fields.GetValueOrDefault(field) is { Length: > 0 } text ? text : null;

    public double? Number(string field) =>
        double.TryParse(this[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Whole(string field) => int.TryParse(this[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A time in UTC; null when empty or not a time.</summary>
    public Instant? Moment(string field)
    {
        if (this[field] is not { Length: >= 16 } text) return null;
        if (minutes.Parse(text[..16]) is not { Success: true, Value: var at }) return null;
        var seconds = text.Length >= 19 && int.TryParse(text[17..19], NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 0;
        return at.InUtc().ToInstant() + Duration.FromSeconds(seconds);
    }

    public Duration? Minutes(string field) => Number(field) is { } number && Math.Abs(number) < 100_000 ? Duration.FromMinutes(number) : null;

    public T? Choice<T>(string field) where T : struct, Enum => Enum.TryParse<T>(this[field], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The values of the board that were filled in, by criterion.</summary>
    public IEnumerable<(string Criterion, string Text)> Values() =>
        Fields.Where(f => f.Key.StartsWith("value-", StringComparison.Ordinal) && f.Value.Trim().Length > 0)
            .Select(f => (f.Key["value-".Length..], f.Value.Trim())).OrderBy(f => f.Item1, StringComparer.Ordinal);
}
