using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.People;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Medical;
using OneFlight.Operations.People;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Medical;

/// <summary>Someone in a seat of a coming flight, or standing by for one.</summary>
/// <param name="Through">Through when they must be fit.</param>
public sealed record DeskRow(Person Person, Flight Flight, string Role, Instant Through, ClearanceStanding Standing, int OpenFindings, bool HasFile);

/// <summary>The surgeon's desk: whose clearance does not reach past landing and reserve, not known first.</summary>
public sealed record SurgeonView(OpenCampaign Open, ImmutableArray<DeskRow> Rows, ImmutableArray<AccessRow> Readers)
{
    /// <param name="files">The files as just read.</param>
    public static SurgeonView From(OpenCampaign open, ImmutableDictionary<PersonId, MedicalFile> files, ImmutableArray<AccessRow> readers, Instant now)
    {
        var book = open.Campaign.Qualifications;
        var rows = ImmutableArray.CreateBuilder<DeskRow>();
        foreach (var flight in open.Campaign.Flights)
        {
            if (flight.Plan is not { } plan || plan.End <= now || !book.Demands.Any(d => QualificationStatement.Concerns(d, flight))) continue;
            foreach (var seat in flight.Seats)
                foreach (var (id, role) in new[] { (seat.Person, seat.Role), (seat.Backup, $"backup, {seat.Role}") })
                {
                    if (id is not { } found || !open.Index.Persons.TryGetValue(found, out var person)) continue;
                    var standing = SeatQualifications.Clearance(book, Demands.ClearanceOf(open, person.Id), person, flight, seat, now);
                    var file = files.GetValueOrDefault(person.Id);
                    rows.Add(new(person, flight, role, SeatQualifications.Point(plan, seat, book.ReserveFor(flight.Kind.ToString()), now, Checkpoint.LandingAndReserve),
                        standing, file?.OpenFindings ?? 0, file is not null));
                }
        }
        return new(open, [.. rows.OrderBy(r => Order(r.Standing.Light)).ThenBy(r => r.Flight.Plan!.Launch).ThenBy(r => r.Person.Id.Value, StringComparer.Ordinal)], readers);
    }

    private static int Order(GateLight light) => light switch { GateLight.Unknown => 0, GateLight.Red => 1, GateLight.Amber => 2, _ => 3 };
}

/// <summary>One person's file, for the surgeon alone.</summary>
/// <param name="Typed">What was typed when it was refused.</param>
public sealed record SurgeonPersonView(
    OpenCampaign Open, Person Person, MedicalFile File, Clearance? Clearance, ImmutableArray<DeskRow> Flights, ImmutableArray<AccessRow> Readers,
    ImmutableArray<Primitives.Problem> Problems, MedicalTyped Typed)
{
    /// <summary>What may be written about: the measures of the program.</summary>
    public ImmutableArray<MedicalMeasure> Measures => Open.Campaign.Qualifications.Measures;
}

/// <summary>The fields of the surgeon's forms as they were typed.</summary>
public sealed record MedicalTyped(string Kind, string About, string Outcome, string Text, string Until, string Fitness, ImmutableArray<string> Limits)
{
    public static MedicalTyped None { get; } = new("", "", "", "", "", "", []);
}

/// <summary>Entries in words.</summary>
public static class MedicalEntryWords
{
    public static (string What, string Words) Of(Operations.Logbook.ILogEvent what) => what switch
    {
        MedicalExamination e => ($"Examination {e.Measure}: {e.Outcome}", e.Note),
        MedicalFinding f => ($"Finding {f.Finding}", f.Text),
        MedicalDisposition d => ($"Disposition of {d.Finding}: {d.Outcome}", d.Text),
        MedicalWaiver w => ($"Waiver for {w.Finding} until {Shell.Say.Day(w.Until)}", w.Text),
        MedicalNote n => ("Note", n.Text),
        MedicalAuthorizationGiven a => ("Authorization given", a.Text),
        MedicalAuthorizationWithdrawn a => ("Authorization withdrawn", a.Text),
        MedicalClearanceIssued c => ("Clearance issued", Shell.Say.Words(c.Fitness) + (c.Limits.IsDefaultOrEmpty ? "" : $": {string.Join(", ", c.Limits)}") + (c.Until is { } until ? $", until {Shell.Say.When(until)}" : "")),
        _ => (what.GetType().Name, ""),
    };
}
