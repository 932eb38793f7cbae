using System.Collections.Immutable;
using System.Globalization;
using OneFlight.App.Access;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.App.FlightControl;

/// <summary>One thing that can be done on the page of launch and flight: its address, who may, and the rule that decides.</summary>
/// <param name="Name">Last part of the address.</param>
/// <param name="Part">Where on the page one comes back.</param>
public sealed record ControlAct(string Name, string Policy, string Part, Func<CountdownState, ConsoleActor, ControlForm, Result<ImmutableArray<NewLogEntry>>> Decide);

/// <summary>All of them.</summary>
public static class ControlActs
{
    public static ImmutableArray<ControlAct> All { get; } =
    [
        new("count", Policies.ControlWrite, "clock", (s, a, _) => ControlRules.StartCount(s, a)),
        new("hold", Policies.ControlWrite, "clock", (s, a, f) => ControlRules.Hold(s, a, f["reason"])),
        new("release", Policies.ControlWrite, "clock", (s, a, _) => ControlRules.Release(s, a)),
        new("recycle", Policies.ControlWrite, "clock", (s, a, f) => ControlRules.Recycle(s, a, f.Minutes("to"), f["reason"])),
        new("scrub", Policies.ControlWrite, "clock", (s, a, f) => ControlRules.Scrub(s, a, f["cause"], f["reason"])),
        new("phase", Policies.ControlWrite, "phases", (s, a, f) => ControlRules.ReachPhase(s, a, f["phase"], f.Moment("at"), f["words"])),
        new("hand-over", Policies.ControlWrite, "crew", (s, a, f) => ControlRules.HandOver(s, a, f["person"], f["to"])),
        new("poll", Policies.ControlWrite, "poll", (s, a, f) => ControlRules.OpenPoll(s, a, $"P{s.Clock.Attempt}-{s.Polls.Length + 1}", f["question"], f["phase"], f.Groups)),
        new("close-poll", Policies.ControlWrite, "poll", (s, a, f) => ControlRules.ClosePoll(s, a, f["poll"])),
        new("vote", Policies.VoteCast, "poll", (s, a, f) => ControlRules.Vote(s, a, f["poll"], f["seat"], f.Choice<VoteAnswer>("answer"), f["comment"])),
        new("values", Policies.VoteCast, "criteria", Values),
        new("waive", Policies.ControlWrite, "criteria", (s, a, f) => ControlRules.Waive(s, a, f["criterion"], f["condition"])),
        new("step", Policies.VoteCast, "procedures", (s, a, f) => ControlRules.DoStep(s, a, f["procedure"], f["step"], f.Number("value"), f["words"])),
        new("contingency", Policies.VoteCast, "contingencies", (s, a, f) => ControlRules.OpenContingency(s, a, $"K{s.Contingencies.Length + 1}", f["contingency"], f["seen"])),
        new("action", Policies.VoteCast, "contingencies", (s, a, f) => ControlRules.DoFirstAction(s, a, f["id"], f.Whole("action"))),
        new("close-contingency", Policies.ControlWrite, "contingencies", (s, a, f) => ControlRules.CloseContingency(s, a, f["id"], f["words"])),
        new("note", Policies.VoteCast, "log", (s, a, f) => ControlRules.Note(s, a, f["text"])),
        new("ask", Policies.RequestWrite, "requests", (s, a, f) => ControlRules.AskRequest(
            s, a, $"{s.Facts.Flight.Id}-R{s.Requests.Length + 1}", f["place"] != "ground", f["from"], f["kind"], f["wish"], f.Moment("at"))),
        new("take", Policies.RequestWrite, "requests", (s, a, f) => ControlRules.TakeRequest(s, a, f["id"])),
        new("answer", Policies.RequestWrite, "requests", (s, a, f) => ControlRules.AnswerRequest(s, a, f["id"], f["answer"])),
        new("begin-protected", Policies.ControlWrite, "protected", (s, a, f) => ControlRules.BeginProtected(s, a, f["block"])),
        new("interrupt-protected", Policies.ControlWrite, "protected", (s, a, f) => ControlRules.InterruptProtected(s, a, f["block"], f["reason"], f["agreed"])),
        new("end-protected", Policies.ControlWrite, "protected", (s, a, f) => ControlRules.EndProtected(s, a, f["block"])),
    ];

    /// <summary>Every value of one console at once: all are noted, or none.</summary>
    private static Result<ImmutableArray<NewLogEntry>> Values(CountdownState state, ConsoleActor actor, ControlForm form)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var added = ImmutableArray.CreateBuilder<NewLogEntry>();
        foreach (var (criterion, text) in form.Values())
        {
            var value = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (double?)null;
            var seen = ControlRules.SeeValue(state, actor, criterion, value, form.Moment("measured"), form["source"]);
            if (seen.Succeeded) added.AddRange(seen.Value);
            else problems.AddRange(seen.Problems);
        }
        if (problems.Count > 0) return problems.ToImmutable();
        return added.Count > 0 ? added.ToImmutable() : new Problem("missing-value", Place.Of("values"), "no value", "at least one");
    }
}
