using System.Collections.Immutable;
using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.People;

/// <summary>Adds what people earned and how they were chosen; nothing that was added is ever changed.</summary>
public static class Recording
{
    /// <summary>How a step of choosing can end.</summary>
    public static readonly ImmutableArray<string> Decisions = ["goes on", "waits", "chosen", "declined", "withdrew"];

    /// <summary>The steps of choosing someone, in their usual order.</summary>
    public static readonly ImmutableArray<string> Steps = ["application", "conversation", "medical token", "board", "offer"];

    /// <summary>The book with the record at its end.</summary>
    /// <param name="flights">Ids of the campaign's flights.</param>
    /// <param name="now">Nothing is earned later than that, counted by the day where it is already tomorrow.</param>
    /// <remarks>Refused: <c>unknown-person</c>, <c>unknown-type</c>, <c>unknown-flight</c>, <c>certificate-before-birth</c>, <c>certificate-in-the-future</c>,
    /// <c>ends-before-earned</c>, <c>no-end</c>, <c>no-evidence</c>, <c>wrong-grade</c>, <c>no-flight</c>, <c>already-recorded</c>. No problem tells a date of birth.</remarks>
    public static Result<QualificationBook> Record(QualificationBook book, PeopleBook people, IReadOnlySet<string> flights, QualificationRecord record, Instant now)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Refuse(string code, string field, string found, string expected) => problems.Add(new(code, Place.Of(field), found, expected));

        var person = people.Persons.FirstOrDefault(p => p.Id == record.Person);
        var rules = book.Rules.Where(r => r.Type == record.Type).ToList();
        if (person is null) Refuse("unknown-person", "person", $"'{record.Person}'", "a person of this campaign");
        if (rules.Count == 0) Refuse("unknown-type", "qualification", $"'{record.Type}'", "a type that a rule of this campaign names");
        if (rules.Count > 0 && rules.All(r => r.Kind is RuleKind.AnyOf or RuleKind.AllOf))
            Refuse("unknown-type", "qualification", $"'{record.Type}', which is made of others", "one of those others");
        if (record.Flight is { } flight && !flights.Contains(flight)) Refuse("unknown-flight", "flight", $"'{flight}'", "a flight of this campaign");
        if (person?.Born is { } born && record.Earned <= born) Refuse("certificate-before-birth", "earned", $"{record.Earned:uuuu-MM-dd}, when the person was not yet born", "a day of their life");
        if (record.Earned > now.InUtc().Date.PlusDays(1)) Refuse("certificate-in-the-future", "earned", $"{record.Earned:uuuu-MM-dd}", $"a day up to {now.InUtc().Date:uuuu-MM-dd}");
        if (record.Until is { } until && until < record.Earned) Refuse("ends-before-earned", "good through", $"{until:uuuu-MM-dd}", $"{record.Earned:uuuu-MM-dd} or later");
        if (string.IsNullOrWhiteSpace(record.Evidence)) Refuse("no-evidence", "evidence", "nothing", "where the proof lies, such as a sheet and its number");
        if (record.Grade is { } grade && grade is not (>= 0 and <= 1)) Refuse("wrong-grade", "grade", $"{grade}", "0 to 1, or none");
        if (rules.Any(r => r.Kind == RuleKind.PerFlight) && record.Flight is null) Refuse("no-flight", "flight", "none", "the flight it is for: it is earned anew for each");
        if (book.Records.Any(r => r.Id == record.Id || (r.Person == record.Person && r.Type == record.Type && r.Earned == record.Earned && r.Flight == record.Flight && r.Evidence == record.Evidence)))
            Refuse("already-recorded", "qualification", $"{book.NameOf(record.Type)} of {record.Earned:uuuu-MM-dd} by the same evidence", "what is not on record yet");
        return problems.Count > 0 ? problems.ToImmutable() : book with { Records = book.Records.Add(record) };
    }

    /// <summary>The book with one more step of choosing someone for a seat.</summary>
    /// <param name="seats">The numbers of the flight's seats; null: there is no such flight.</param>
    /// <remarks>Refused: <c>unknown-person</c>, <c>unknown-flight</c>, <c>unknown-seat</c>, <c>unknown-step</c>, <c>unknown-decision</c>, <c>no-reason</c>, <c>decided</c>.</remarks>
    public static Result<QualificationBook> Select(QualificationBook book, PeopleBook people, IReadOnlySet<int>? seats, SelectionStep step)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Refuse(string code, string field, string found, string expected) => problems.Add(new(code, Place.Of(field), found, expected));

        if (people.Persons.All(p => p.Id != step.Person)) Refuse("unknown-person", "person", $"'{step.Person}'", "a person of this campaign");
        if (seats is null) Refuse("unknown-flight", "flight", $"'{step.Flight}'", "a flight of this campaign");
        else if (!seats.Contains(step.Seat)) Refuse("unknown-seat", "seat", $"{step.Seat}", $"one of {string.Join(", ", seats.Order())}");
        if (!Steps.Contains(step.Step)) Refuse("unknown-step", "step", $"'{step.Step}'", string.Join(", ", Steps));
        if (!Decisions.Contains(step.Decision)) Refuse("unknown-decision", "decision", $"'{step.Decision}'", string.Join(", ", Decisions));
        if (string.IsNullOrWhiteSpace(step.Reason)) Refuse("no-reason", "reason", "nothing", "a reason, for whoever asks later");
        var before = book.Selections.LastOrDefault(s => s.Person == step.Person && s.Flight == step.Flight && s.Seat == step.Seat);
        if (before is { Decision: "chosen" or "declined" } && step.Decision == before.Decision)
            Refuse("decided", "decision", $"'{step.Decision}' again", $"another than stands since {before.At.InUtc().Date:uuuu-MM-dd}");
        return problems.Count > 0 ? problems.ToImmutable() : book with { Selections = book.Selections.Add(step) };
    }
}
