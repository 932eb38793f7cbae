using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Shell;
using OneFlight.Primitives;

namespace OneFlight.App.Cargo;

/// <summary>What was typed into a form: kept when it is refused, so that nobody types twice.</summary>
public sealed class Typed(IFormCollection? form)
{
    private static readonly LocalDateTimePattern minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static Typed Nothing { get; } = new(null);

    /// <summary>Which form it was; null: none.</summary>
    public string? Form => form?["form"];

    public string this[string field] => form?[field].ToString().Trim() ?? "";

    /// <summary>The field as typed, else what stands there at first.</summary>
    public string Or(string field, string first) => form is not null && form.ContainsKey(field) ? this[field] : first;

    public bool Has(string field) => this[field].Length > 0;

    /// <summary>A date and time in UTC; what cannot be read is noted.</summary>
    public Instant At(string field, string name, List<Problem> problems)
    {
        var text = this[field];
        if (text.Length >= 16 && minutes.Parse(text[..16]) is { Success: true, Value: var at } && Era.Contains(at.InUtc().ToInstant())) return at.InUtc().ToInstant();
        problems.Add(new("wrong-time", Place.Of(name), text.Length == 0 ? "nothing" : $"'{text}'", "a date and time in UTC such as 2027-02-18T14:32"));
        return default;
    }

    /// <summary>A number with a point; null and noted when it cannot be read, null alone when the field is empty and may be.</summary>
    public double? Number(string field, string name, string expected, List<Problem> problems, bool required = false)
    {
        var text = this[field];
        if (text.Length == 0 && !required) return null;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        problems.Add(new("not-a-number", Place.Of(name), text.Length == 0 ? "nothing" : $"'{text}'", expected));
        return null;
    }
}
