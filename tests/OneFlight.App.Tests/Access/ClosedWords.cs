using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Medical;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Tests.Access;

/// <summary>Texts and addresses that were written down in a closed compartment of the sample: where one of them is read, the compartment was.</summary>
internal sealed record ClosedWords(Compartment Compartment, ImmutableArray<string> Words)
{
    private const int FewestLetters = 8;

    /// <summary>What the surgeon lets everyone know stands on both sides.</summary>
    private static readonly ImmutableHashSet<string> open = [.. MedicalWords.Limits, .. MedicalWords.Outcomes];

    public static async Task<ClosedWords> Of(Compartment compartment, CampaignId campaign, LogbookStore logbook, CancellationToken stop)
    {
        var entries = await logbook.ReadAll(campaign, compartment, "", stop, new Reading("test", "to look for it elsewhere", NodaTime.Instant.FromUtc(2027, 1, 1, 0, 0)));
        // An id or a word of a fixed list says nothing; what someone wrote has a space in it, an address its sign.
        return new(compartment, [.. entries.SelectMany(e => Texts(JsonDocument.Parse(e.Document).RootElement)).Distinct(StringComparer.Ordinal)
            .Where(t => t.Length >= FewestLetters && (t.Contains(' ') || t.Contains('@')) && !open.Contains(t))]);
    }

    /// <summary>The first that stands in a text, however it is written there; null: none.</summary>
    public string? FoundIn(string text)
    {
        var plain = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        return Words.FirstOrDefault(plain.Contains) ?? (text.Contains('\\') ? Words.FirstOrDefault(word => text.Contains(JsonEncodedText.Encode(word).ToString(), StringComparison.Ordinal)) : null);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
