using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.App.Impact;

/// <summary>A draft as the address of the impact room says it: changes as short texts, in their order.</summary>
/// <remarks>A flight that is added is said as <c>add=LIKE=DATE</c>: one more like another, wanted on a date.</remarks>
public sealed record DraftQuery(ImmutableArray<(string Key, string Value)> Texts)
{
    private const string AddKey = "add";
    private static readonly string[] keys = [ChangeText.SlipKey, ChangeText.OutKey, ChangeText.UnfitKey, ChangeText.LateKey, ChangeText.CancelKey, ChangeText.SeatKey, AddKey];

    public bool IsEmpty => Texts.IsEmpty;

    /// <summary>The same draft always has the same key.</summary>
    public string Key => string.Join('&', Texts.Select(t => $"{t.Key}={t.Value}"));

    /// <summary>The draft in an address. In an address a bare plus reads as a space, so a space before a shift is one.</summary>
    public static DraftQuery Of(Query query) => new([.. query.Parts
        .Where(p => keys.Contains(p.Key))
        .Select(p => (p.Key, p.Key == ChangeText.SlipKey ? p.Value.Replace("= ", "=+", StringComparison.Ordinal) : p.Value))]);

    /// <summary>The changes, or every text that cannot be read.</summary>
    public Result<ImmutableArray<Change>> ToChanges(Campaign campaign)
    {
        var read = Texts.Select(t => t.Key == AddKey ? OneMore(campaign, t.Value) : ChangeText.Parse(t.Key, t.Value)).ToList();
        var problems = read.SelectMany(r => r.Problems).ToImmutableArray();
        return problems.IsEmpty ? read.Select(r => r.Value).ToImmutableArray() : problems;
    }

    /// <summary>The address of the impact room with this draft.</summary>
    public Query ToQuery(string path) => new(path, Texts);

    private static Result<Change> OneMore(Campaign campaign, string value)
    {
        var at = value.LastIndexOf('=');
        var like = at > 0 ? campaign.Flights.FirstOrDefault(f => f.Id.Value == value[..at]) : null;
        var date = at > 0 ? LocalDatePattern.Iso.Parse(value[(at + 1)..][..Math.Min(10, value.Length - at - 1)]) : null;
        if (like is null || date is not { Success: true })
            return new Problem("wrong-change", Place.Of(AddKey), $"'{value}'", "FLIGHT=DATE, such as F-07=2027-03-21, for one more flight like it");

        var time = (like.Plan?.Launch ?? like.Wish.Launch).InUtc().TimeOfDay;
        var launch = date.Value.At(time).InUtc().ToInstant();
        var id = $"{like.Id}-{LocalDatePattern.Iso.Format(date.Value)}";
        var wish = like.Wish with { Launch = launch, Earliest = null, Latest = null, Pins = null };
        return new AddFlight(
            new Flight(new(id), $"{like.Name}, one more", like.Kind, like.Template, wish, [.. like.Seats.Select(s => s with { Person = null, Backup = null })], null),
            [], [], []);
    }
}
