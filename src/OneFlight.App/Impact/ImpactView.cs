using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.App.Impact;

/// <summary>The impact room: a draft, its answers, and what the chosen one means. Nothing in it is kept.</summary>
/// <param name="Changes">Each change with the address that leaves it out.</param>
/// <param name="Problems">Why the draft cannot be tried.</param>
/// <param name="Chosen">Null while there is no draft, or it cannot be tried.</param>
public sealed record ImpactView(
    OpenCampaign Open, Query Query, DraftQuery Draft, string Title, ImmutableArray<ChangeChip> Changes, ImmutableArray<Problem> Problems,
    ImmutableArray<OptionRow> Options, ChosenOption? Chosen, bool MayCommit, Instant Now)
{
    public int Flyable => Options.Count(o => o.Option.Flyable);

    public static ImpactView From(OpenCampaign open, Query query, Viewer viewer, Instant now)
    {
        var draft = DraftQuery.Of(query);
        var may = viewer.May(Policies.PlanCommit);
        if (draft.IsEmpty) return new(open, query, draft, "Try a change", [], [], [], null, may, now);

        var tried = Try(open, draft);
        if (!tried.Succeeded) return new(open, query, draft, "This draft cannot be tried", ChangeChip.AllOf(open, query, draft, []), tried.Problems, [], null, may, now);

        var answer = tried.Value;
        var option = answer.Options.FirstOrDefault(o => o.Key == query["option"]) ?? answer.Options.FirstOrDefault();
        return new(open, query, draft, Capital(answer.Sentence), ChangeChip.AllOf(open, query, draft, answer.Sentences), [], OptionRow.AllOf(query, answer, option),
            option is null ? null : ChosenOption.Of(open, option, answer.Options, query["show"], now), may, now);
    }

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>The answer to a draft on a revision, worked out once for every draft; what is tried and what is committed are judged
    /// against the same "now", that of the open campaign.</summary>
    public static Result<DraftAnswer> Try(OpenCampaign open, DraftQuery draft) => open.View(
        draft.Key, () => draft.ToChanges(open.Campaign).Then(changes => Operations.Drafts.Draft.Try(open.Campaign, changes, open.Now)));
}

/// <param name="Without">The address of the draft without this change.</param>
public sealed record ChangeChip(string Text, string Without)
{
    /// <param name="sentences">What each change is; empty when the draft cannot be tried.</param>
    public static ImmutableArray<ChangeChip> AllOf(OpenCampaign open, Query query, DraftQuery draft, ImmutableArray<string> sentences) =>
        [.. draft.Texts.Select((t, i) => new ChangeChip(
            i < sentences.Length ? sentences[i] : Asked(open, t.Key, t.Value), new DraftQuery(draft.Texts.RemoveAt(i)).ToQuery(query.Path).ToString()))];

    /// <summary>What was asked for, as far as it can be read: "HALCYON-01 slips +9d".</summary>
    private static string Asked(OpenCampaign open, string key, string value)
    {
        var parts = value.Split('=', 2);
        var when = parts.Length > 1 ? " " + parts[1].Replace("..", " to ", StringComparison.Ordinal) : "";
        return key switch
        {
            ChangeText.SlipKey => $"{Subjects.NameOf(open, key, parts[0])} slips{when}",
            ChangeText.OutKey => $"{Subjects.NameOf(open, key, parts[0])} out of service{when}",
            ChangeText.UnfitKey => $"{Subjects.NameOf(open, key, parts[0])} not fit{when}",
            ChangeText.LateKey => $"{Subjects.NameOf(open, key, parts[0])} late{when}",
            ChangeText.CancelKey => $"{Subjects.NameOf(open, key, parts[0])} cancelled",
            ChangeText.SeatKey => $"seat {parts[0]} given to{when}",
            _ => $"one more like {Subjects.NameOf(open, key, parts[0])}{when}",
        };
    }
}

/// <summary>One answer in the table of answers.</summary>
/// <param name="Letter">A, B, C in the order of rank.</param>
/// <param name="Gates">Gates in words: "green", or what is not.</param>
public sealed record OptionRow(Option Option, string Letter, string Path, bool Chosen, string Gates)
{
    public static ImmutableArray<OptionRow> AllOf(Query query, DraftAnswer answer, Option? chosen) => [.. answer.Options.Select((o, i) => new OptionRow(
        o, ((char)('A' + i % 26)).ToString(), query.With("option", o.Key).With("show", null).ToString(), o == chosen, GatesOf(o)))];

    /// <summary>Only what is not green needs a word; an unknown one is never green.</summary>
    private static string GatesOf(Option option)
    {
        string Count(GateColor color, string word) => option.Gates.Count(g => g.Color == color) is > 0 and var n ? $"{n} {word}" : "";
        var words = new[] { Count(GateColor.Red, "red"), Count(GateColor.Unknown, "not known"), Count(GateColor.Amber, "to renew") }.Where(w => w.Length > 0).ToList();
        return words.Count == 0 ? "green" : string.Join(", ", words);
    }
}
