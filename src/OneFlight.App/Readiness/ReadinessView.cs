using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Impact;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Readiness;
using OneFlight.Primitives;

namespace OneFlight.App.Readiness;

/// <summary>Whether a flight may fly, gate by gate, and what nine days would change.</summary>
/// <param name="Slips">Later and earlier; empty once the flight has lifted off, or where nobody may try changes.</param>
public sealed record ReadinessView(OpenCampaign Open, ReadinessBoard Board, string Sentence, ImmutableArray<SlipTried> Slips, bool MayDossier, Instant Now)
{
    private const int Days = 9;

    /// <summary>The view, or null when the campaign has no such flight.</summary>
    public static ReadinessView? From(OpenCampaign open, string id, Viewer viewer, Instant now)
    {
        if (!open.Index.Flights.TryGetValue(new(id), out var flight)) return null;
        var board = BoardOf(open, flight, now);
        var coming = flight.Plan is { } plan && plan.Launch > now && flight.Cancelled is null && !board.Counts.Equals(LightCounts.Of([]));
        return new(open, board, SentenceOf(board), coming && viewer.May(Policies.PlanTry) ? [SlipTried.Of(open, flight, Days), SlipTried.Of(open, flight, -Days)] : [],
            viewer.May(Policies.DossierRead), now);
    }

    /// <summary>The board of a flight, from every gate row that the revision states.</summary>
    public static ReadinessBoard BoardOf(OpenCampaign open, Flight flight, Instant now) =>
        ReadinessBoard.Of(open.View("gate-rows", () => ReadinessBoard.RowsOf(open.Statement)), flight, now);

    private static string SentenceOf(ReadinessBoard board)
    {
        var counts = board.Counts;
        if (counts.Open + counts.Green + counts.NotApplicable == 0) return "Nothing is stated that this flight must meet.";
        if (counts.Open == 0) return $"All {Say.Number(counts.Green, 0)} rows are green.";
        string?[] parts =
        [
            counts.Red > 0 ? $"{Say.Number(counts.Red, 0)} red" : null, counts.Unknown > 0 ? $"{Say.Number(counts.Unknown, 0)} not known" : null,
            counts.Amber > 0 ? $"{Say.Number(counts.Amber, 0)} amber" : null, $"{Say.Number(counts.Green, 0)} green",
        ];
        return string.Join(", ", parts.OfType<string>()) + ".";
    }
}

/// <summary>A slip tried on the flight, and the gate rows it changes; nothing is kept.</summary>
/// <param name="Days">Later when positive.</param>
/// <param name="Answer">How the plan would answer; null: it could not be tried.</param>
/// <param name="Problems">Why it could not be tried.</param>
public sealed record SlipTried(
    int Days, string Address, string? Answer, bool Flyable, ImmutableArray<RowChange> Changes, ImmutableDictionary<ThingId, Touched> Touched, ImmutableArray<Problem> Problems)
{
    public static SlipTried Of(OpenCampaign open, Flight flight, int days)
    {
        var draft = new DraftQuery([(ChangeText.SlipKey, $"{flight.Id}={(days < 0 ? days : $"+{days}")}d")]);
        var address = draft.ToQuery(Paths.Impact(open.Id)).ToString();
        var tried = ImpactView.Try(open, draft);
        if (!tried.Succeeded) return new(days, address, null, false, [], ImmutableDictionary<ThingId, Touched>.Empty, tried.Problems);
        return tried.Value.Options.FirstOrDefault() is not { } option
            ? new(days, address, null, false, [], ImmutableDictionary<ThingId, Touched>.Empty, [])
            : new(days, address, option.Name, option.Flyable, SlipReadiness.Changes(option.Impact.Touched, flight.Thing), option.Impact.Touched.ToImmutableDictionary(t => t.Thing), []);
    }

    public int LightsChanged => Changes.Count(c => c.LightChanges);
}
