using System.Globalization;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns.Changes;

namespace OneFlight.App.Impact;

/// <summary>The forms that add a change. A plain form sends its fields apart; here they become the short text that the address carries.</summary>
public static class DraftForm
{
    /// <summary>Name of the hidden field that says which kind of change a form adds.</summary>
    public const string Kind = "new";

    /// <summary>The address with the new change in it; null when the request adds none.</summary>
    /// <param name="idOf">The id of what a person picked by name, for a kind of change.</param>
    public static Query? Apply(Query query, Func<string, string, string> idOf)
    {
        if (query[Kind] is not { } kind) return null;
        var kept = DraftQuery.Of(query).ToQuery(query.Path);
        var (subject, from, to) = (idOf(kind, (query["f-subject"] ?? "").Trim()), Moment(query["f-from"]), Moment(query["f-to"]));
        return kind switch
        {
            ChangeText.SlipKey when from is not null => Replace(kept, kind, subject, from),
            ChangeText.SlipKey => Replace(kept, kind, subject, Days(query["f-days"])),
            ChangeText.OutKey => kept.And(kind, $"{subject}={from}..{to}"),
            ChangeText.UnfitKey => kept.And(kind, from is null && to is null ? subject : $"{subject}={from}..{to}"),
            ChangeText.LateKey or "add" => kept.And(kind, $"{subject}={from}"),
            ChangeText.CancelKey => kept.And(kind, subject),
            _ => kept,
        };
    }

    // A flight slips once: a second wish for it takes the place of the first.
    private static Query Replace(Query query, string kind, string subject, string when) =>
        (query with { Parts = [.. query.Parts.Where(p => p.Key != kind || !p.Value.StartsWith(subject + "=", StringComparison.Ordinal))] }).And(kind, $"{subject}={when}");

    private static string Days(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            ? days.ToString("+0.####;-0.####;+0", CultureInfo.InvariantCulture) + "d"
            : text ?? "";

    // A browser sends a date and time without a zone; the forms say that it is UTC.
    private static string? Moment(string? text) => text is not { Length: > 0 } ? null : text.Contains('T') && !text.EndsWith('Z') ? text + "Z" : text;
}
