using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.App.People;

/// <summary>A person as everyone who may read the campaign sees them: by the public name, cleared or not, never why.</summary>
public sealed record PersonView(
    OpenCampaign Open, Person Person, string Organization, string LocalTime, string Clearance, bool NotCleared,
    ImmutableArray<(Flight Flight, string Role)> Flights, ImmutableArray<CustomerMission> Missions, ImmutableArray<CustomerMission> Stewards,
    ImmutableArray<(string Name, string Until, string State)> Qualifications, ImmutableArray<DemandRow> Demanded, ImmutableArray<QualificationRecord> Records,
    ImmutableArray<SelectionStep> Steps, bool MayRecord, ImmutableArray<Problem> Problems, RecordTyped Typed)
{
    /// <summary>The view, or null when the campaign has no such person.</summary>
    public static PersonView? From(OpenCampaign open, string id, Viewer viewer, Instant now, ImmutableArray<Problem> problems = default, RecordTyped? typed = null)
    {
        if (!open.Index.Persons.TryGetValue(new(id), out var person)) return null;
        var flights = open.Campaign.Flights.SelectMany(f => f.Seats.Select(s => (Flight: f, Seat: s)))
            .Where(x => x.Seat.Person == person.Id || x.Seat.Backup == person.Id)
            .OrderBy(x => x.Flight.Plan?.Launch ?? x.Flight.Wish.Launch)
            .Select(x => (x.Flight, x.Seat.Person == person.Id ? x.Seat.Role : $"backup for {x.Seat.Role}"));
        var token = Demands.ClearanceOf(open, person.Id);
        var unfit = person.Unfit.FirstOrDefault(u => u.From <= now && (u.To is null || u.To > now));
        return new(open, person, open.Index.NameOf(person.Organization, "none"), $"{Say.Local(now, person.Zone)} ({person.Zone})",
            unfit is not null ? $"not cleared {(unfit.To is { } to ? "until " + Say.When(to) : "until further notice")}"
                : person.Unfit.FirstOrDefault(u => u.From > now) is { } later ? $"cleared now, not from {Say.When(later.From)}"
                : token is not null ? ClearanceStanding.Told(token) + (token.Until is { } through ? $", until {Say.When(through)}" : "") : "nothing stands against",
            unfit is not null || token?.Fitness == Fitness.NotFit, [.. flights],
            [.. open.Campaign.Missions.Where(m => m.Participant == person.Id || m.Family == person.Id)],
            [.. open.Campaign.Missions.Where(m => m.Steward == person.Id)],
            [.. person.Qualifications.Select(q => (q.Name, q.ValidTo is { } until ? Say.Day(until) : Say.Unknown, q.ValidTo is null ? "waiting" : q.ValidTo < now ? "broken" : "kept"))],
            [.. Demands.All(open).Where(r => r.Person.Id == person.Id)],
            [.. open.Campaign.Qualifications.RecordsOf(person.Id).OrderByDescending(r => r.Earned).ThenByDescending(r => r.KnownAt)],
            [.. open.Campaign.Qualifications.Selections.Where(s => s.Person == person.Id).OrderByDescending(s => s.At)],
            viewer.May(Policies.QualificationWrite) && !open.Campaign.Qualifications.Rules.IsEmpty, problems.IsDefault ? [] : problems, typed ?? RecordTyped.None);
    }
}

/// <summary>The fields of the form that records a qualification, as they were typed.</summary>
public sealed record RecordTyped(string Type, string Earned, string Until, string Flight, string Grade, string Evidence)
{
    public static RecordTyped None { get; } = new("", "", "", "", "", "");
}
