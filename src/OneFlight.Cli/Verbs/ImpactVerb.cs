using System.Collections.Immutable;
using NodaTime;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Exchange;
using OneFlight.Primitives;

namespace OneFlight.Cli.Verbs;

/// <summary>Tries changes on a plan and says who and what they touch, what could be done, and who must hear it. Nothing is kept.</summary>
internal static class ImpactVerb
{
    private static readonly Dictionary<string, string> keys = new()
    {
        ["--slip"] = ChangeText.SlipKey, ["--out-of-service"] = ChangeText.OutKey, ["--unfit"] = ChangeText.UnfitKey,
        ["--late"] = ChangeText.LateKey, ["--cancel"] = ChangeText.CancelKey, ["--seat"] = ChangeText.SeatKey,
    };

    public static Verb Verb { get; } = new("impact", "FILE", "try changes: who and what is touched, what can be done, who must hear it first",
    [
        new("--slip", "FLIGHT=+9d|DATE", "a flight moves by days or hours, or to a date", Many: true),
        new("--out-of-service", "KIND:ID=FROM..TO", "a vehicle, pad or port is not to be had; TO may be left out", Many: true),
        new("--unfit", "PERSON[=FROM..TO]", "a person is not fit to fly", Many: true),
        new("--late", "ITEM=DATE", "a cargo item comes late", Many: true),
        new("--cancel", "FLIGHT", "a flight is cancelled", Many: true),
        new("--seat", "FLIGHT/SEAT=PERSON", "a seat is given to another person", Many: true),
        new("--add", "FILE", "a flight comes in, with its missions, promises and cargo", Many: true),
        new("--now", "INSTANT", "otherwise the campaign's own date, or the clock"),
        new("--option", "KEY", "the answer to show and to write; the first-ranked unless told"),
        new("--out", "FILE", "write the campaign as that answer has it"),
    ], Run);

    private static Result<Answer> Run(Arguments arguments)
    {
        var read = Files.Campaign(arguments.Place!);
        if (!read.Succeeded) return read.Problems;
        var campaign = read.Value;
        var changes = Changes(arguments, campaign);
        var now = arguments.Instant("--now", campaign.AsOf ?? SystemClock.Instance.GetCurrentInstant());
        if (changes.Problems.AddRange(now.Problems) is { IsEmpty: false } problems) return problems;
        return Draft.Try(campaign, changes.Value, now.Value).Then(draft => Chosen(draft, arguments, now.Value));
    }

    private static Result<ImmutableArray<Change>> Changes(Arguments arguments, Campaign campaign)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (name, value) in arguments.Given)
        {
            var change = name == "--add" ? Files.Read(value).Then(bytes => AdditionFile.Read(bytes, value, campaign)).Then<Change>(addition => addition)
                : keys.TryGetValue(name, out var key) ? ChangeText.Parse(key, value)
                : default(Result<Change>?);
            if (change is not { } tried) continue;
            problems.AddRange(tried.Problems);
            if (tried.Succeeded) changes.Add(tried.Value);
        }
        if (changes.Count == 0 && problems.Count == 0) problems.Add(Arguments.Wrong("impact", "no change", "at least one of --slip, --out-of-service, --unfit, --late, --cancel, --seat, --add"));
        return problems.Count > 0 ? problems.ToImmutable() : changes.ToImmutable();
    }

    private static Result<Answer> Chosen(DraftAnswer draft, Arguments arguments, Instant now)
    {
        var key = arguments["--option"];
        var first = key is null ? draft.Options.FirstOrDefault() : draft.Options.FirstOrDefault(o => o.Key == key);
        if (key is not null && first is null) return Arguments.Wrong("--option", $"'{key}'", "one of " + string.Join(", ", draft.Options.Select(o => o.Key)));
        var flyable = first?.Flyable == true;
        if (flyable && arguments["--out"] is { } path) Files.Write(path, Files.Bytes(first!.Plan));
        return Answer.Of(flyable ? CommandLine.Done : CommandLine.Found, ImpactJson.Of(draft, first, now), text => ImpactText.Write(text, draft, first));
    }
}
