using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Medical;

/// <summary>What the surgeon wants to write down, as a form says it.</summary>
/// <param name="Kind">examination, finding, disposition, waiver, note or authorization.</param>
/// <param name="About">The measure of an examination, the finding of a disposition or waiver; else empty.</param>
public sealed record MedicalWriting(string Kind, string About, string Outcome, string Text, Instant? Until);

/// <summary>The rules of the surgeon's desk. No problem repeats what was written: it may be shown where the file is not.</summary>
public static class MedicalDecisions
{
    /// <summary>Kinds of entry that a form writes.</summary>
    public static readonly ImmutableArray<string> Kinds = ["examination", "finding", "disposition", "waiver", "note", "authorization"];

    private const int longest = 4000;

    /// <summary>The entry to add.</summary>
    /// <param name="measures">Ids of the measures of the medical program.</param>
    /// <remarks>Refused: <c>unknown-kind</c>, <c>unknown-measure</c>, <c>unknown-finding</c>, <c>unknown-outcome</c>, <c>no-text</c>, <c>too-long</c>, <c>no-end</c>.</remarks>
    public static Result<ImmutableArray<NewLogEntry>> Write(MedicalFile file, MedicalWriting writing, IReadOnlySet<string> measures, string who, Instant now)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Refuse(string code, string field, string found, string expected) => problems.Add(new(code, Place.Of(field), found, expected));

        var text = writing.Text.Trim();
        if (!Kinds.Contains(writing.Kind)) Refuse("unknown-kind", "entry", "another kind", string.Join(", ", Kinds));
        if (text.Length == 0) Refuse("no-text", "text", "nothing", "what is to be written down");
        if (text.Length > longest) Refuse("too-long", "text", string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters"), string.Create(CultureInfo.InvariantCulture, $"at most {longest}"));
        if (writing.Kind == "examination" && !measures.Contains(writing.About)) Refuse("unknown-measure", "about", "no measure of the program", "one of those listed");
        if (writing.Kind is "disposition" or "waiver" && file.Findings.All(f => f.Id != writing.About)) Refuse("unknown-finding", "about", "no finding of this file", "one of those listed");
        if (writing.Kind is "examination" or "disposition" && !MedicalWords.Outcomes.Contains(writing.Outcome)) Refuse("unknown-outcome", "outcome", "another word", string.Join(", ", MedicalWords.Outcomes));
        if (writing.Kind == "waiver" && !(writing.Until > now)) Refuse("no-end", "until", "nothing, or a time that is past", "until when the standard is waived");
        if (problems.Count > 0) return problems.ToImmutable();

        ILogEvent what = writing.Kind switch
        {
            "examination" => new MedicalExamination(writing.About, writing.Outcome, text),
            "finding" => new MedicalFinding(string.Create(CultureInfo.InvariantCulture, $"f{file.Findings.Length + 1}"), text),
            "disposition" => new MedicalDisposition(writing.About, writing.Outcome, text),
            "waiver" => new MedicalWaiver(writing.About, text, writing.Until!.Value),
            "authorization" => new MedicalAuthorizationGiven(text),
            _ => new MedicalNote(text),
        };
        return ImmutableArray.Create(NewLogEntry.Now(now, who, what));
    }

    /// <summary>The clearance that the rest may see.</summary>
    /// <param name="id">Of the new clearance.</param>
    /// <remarks>Refused: <c>authorization-withdrawn</c>, <c>open-finding</c>, <c>no-end</c>, <c>ends-in-the-past</c>, <c>limit-not-in-list</c>, <c>no-limit</c>, <c>limit-without-need</c>.</remarks>
    public static Result<Clearance> Clear(MedicalFile file, PersonId person, string id, Fitness fitness, Instant? until, ImmutableArray<string> limits, Instant now)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Refuse(string code, string field, string found, string expected) => problems.Add(new(code, Place.Of(field), found, expected));

        var positive = fitness is Fitness.Fit or Fitness.FitWithLimits;
        if (file.Authorized == false && fitness != Fitness.Unknown) Refuse("authorization-withdrawn", "clearance", "no authorization to tell anything", "not known, until it is given anew");
        if (positive && file.OpenFindings > 0)
            Refuse("open-finding", "clearance", file.OpenFindings == 1 ? "one finding without a disposition" : string.Create(CultureInfo.InvariantCulture, $"{file.OpenFindings} findings without a disposition"), "a disposition of each");
        if (positive && until is null) Refuse("no-end", "until", "nothing", "until when the person is fit");
        if (until <= now) Refuse("ends-in-the-past", "until", TimeText.Instant(until.Value), $"a time after {TimeText.Instant(now)}");
        if (limits.Any(l => !MedicalWords.Limits.Contains(l))) Refuse("limit-not-in-list", "limits", "words that are not in the list", string.Join("; ", MedicalWords.Limits));
        if (fitness == Fitness.FitWithLimits && limits.IsEmpty) Refuse("no-limit", "limits", "none", "at least one, or fit");
        if (fitness != Fitness.FitWithLimits && !limits.IsEmpty) Refuse("limit-without-need", "limits", "some", "none, or fit with limits");
        return problems.Count > 0 ? problems.ToImmutable() : new Clearance(id, person, fitness, now, until, limits);
    }

    /// <summary>The clearances with this one in place of the person's last.</summary>
    public static ImmutableArray<Clearance> Supersede(ImmutableArray<Clearance> clearances, Clearance issued) =>
        [.. clearances.Where(c => c.Person != issued.Person), issued];

    /// <summary>What the file keeps of a clearance.</summary>
    public static NewLogEntry Noted(Clearance issued, string who) =>
        NewLogEntry.Now(issued.IssuedAt, who, new MedicalClearanceIssued(issued.Id, issued.Fitness, issued.Until, issued.Limits));
}
