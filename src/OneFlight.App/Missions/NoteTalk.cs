using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Missions;

/// <summary>Notes a talk with a customer, and keeps the promise drawn from it.</summary>
public sealed class NoteTalk(KeepFact keep, LogbookStore logbook)
{
    private static readonly LocalDatePattern day = LocalDatePattern.Iso;

    /// <remarks>Refused: <c>unknown-mission</c>, <c>no-summary</c>, <c>wrong-number</c>, <c>wrong-date</c>, and what <see cref="TalkRules.Draw"/> refuses. With a refused promise the note is not kept either.</remarks>
    public async Task<Result<int>> Run(CampaignId campaign, MissionId mission, TalkForm form, Viewer viewer, Instant now, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(form.Summary)) return new Problem("no-summary", Place.Of("what was said"), "nothing", "a sentence or two");
        if (string.IsNullOrWhiteSpace(form.With)) return new Problem("no-speaker", Place.Of("with"), "nobody", "who was spoken with");
        var drawn = ImmutableArray<string>.Empty;
        if (form.Words.Trim().Length > 0)
        {
            var said = Read(form);
            if (!said.Succeeded) return said.Problems;
            var kept = await keep.Run(campaign, viewer, $"A promise to {mission}, from a talk", c => c.Missions.FirstOrDefault(m => m.Id == mission) is not { } found
                ? new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of the campaign")
                : TalkRules.Draw(said.Value, found, c.Promises, c.Rules, now).Then<Campaign>(promises => c with { Promises = promises }), stop);
            if (!kept.Succeeded) return kept.Problems;
            drawn = [kept.Value.Plan.Promises[^1].Id.Value];
        }
        var noted = await logbook.Change(campaign, Compartment.Commercial, TalkRules.StreamOf(mission),
            _ => ImmutableArray.Create(NewLogEntry.Now(now, viewer.Name, new InteractionNoted(form.With.Trim(), form.Channel, form.Summary.Trim(), drawn))), stop);
        return noted.Succeeded ? drawn.Length : noted.Problems;
    }

    private static Result<SaidPromise> Read(TalkForm form)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        double? Number(string text, string field)
        {
            if (text.Trim().Length == 0) return null;
            if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            problems.Add(new("wrong-number", Place.Of(field), $"'{text}'", "a number such as 0.1"));
            return null;
        }
        var (weight, amount) = (Number(form.Weight, "weight"), Number(form.Amount, "amount"));
        Instant? by = null;
        if (form.By.Trim().Length > 0)
        {
            if (day.Parse(form.By.Trim()) is { Success: true, Value: var date }) by = date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            else problems.Add(new("wrong-date", Place.Of("by"), $"'{form.By}'", "a day such as 2027-03-12"));
        }
        return problems.Count > 0 ? problems.ToImmutable()
            : new SaidPromise(form.Words, form.Rule, PromiseKind.Stated, PromiseMoment.Charged, form.MadeBy, form.With, weight ?? 0, new(null, by, amount));
    }
}

/// <summary>Keeps a wish, asked once.</summary>
public sealed class RecordWish(LogbookStore logbook)
{
    public Task<Result<ImmutableArray<LogEntry>>> Run(CampaignId campaign, MissionId mission, WishTopic topic, string? words, string? saidBy, bool changes, Viewer viewer, Instant now, CancellationToken stop) =>
        logbook.Change(campaign, Compartment.Family, WishRules.StreamOf(mission),
            entries => WishRules.Record(entries, topic, words, saidBy, changes).Then<ImmutableArray<NewLogEntry>>(wish => ImmutableArray.Create(NewLogEntry.Now(now, viewer.Name, wish))), stop);
}

/// <summary>Records that a customer approved their criteria of success.</summary>
public sealed class ApproveCriteria(KeepFact keep)
{
    /// <param name="voice">Who approved; only the customer's side may.</param>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, MissionId mission, PersonId voice, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"The criteria of {mission} are approved", c => c.Missions.FirstOrDefault(m => m.Id == mission) is not { } found
            ? new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of the campaign")
            : CriteriaRules.Approve(found, voice, c.People, now).Then<Campaign>(approval => c with { Care = c.Care.With(approval) }), stop);
}

/// <summary>Changes a customer's words of success, as the customer says.</summary>
public sealed class ChangeSuccess(KeepFact keep)
{
    /// <inheritdoc cref="ApproveCriteria.Run"/>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, MissionId mission, string? words, PersonId voice, Viewer viewer, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{mission} says anew what success is", c => c.Missions.FirstOrDefault(m => m.Id == mission) is not { } found
            ? new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of the campaign")
            : CriteriaRules.ChangeWords(found, words, voice, c.People).Then<Campaign>(changed => c with { Missions = c.Missions.Replace(found, changed) }), stop);
}
