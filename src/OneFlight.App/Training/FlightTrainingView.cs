using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Training;
using OneFlight.Primitives;

namespace OneFlight.App.Training;

/// <summary>Seats by modules of one flight, and one module opened.</summary>
/// <param name="Opened">The module whose sessions and records are shown; null: none.</param>
/// <param name="Curricula">Those that seats may still be assigned to; empty: the viewer may not assign.</param>
/// <param name="Problems">Why the last assignment was refused.</param>
public sealed record FlightTrainingView(
    OpenCampaign Open, Flight Flight, ImmutableArray<SeatHead> Seats, ImmutableArray<ModuleStanding> Modules, ModuleOpened? Opened,
    ImmutableArray<Curriculum> Curricula, ImmutableArray<Problem> Problems, AssignForm Typed)
{
    public IEnumerable<(GateLight Light, int Count)> Lights => Modules.GroupBy(m => m.Light).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    public static FlightTrainingView? From(OpenCampaign open, string id, string? module, bool mayWrite, Instant now, ImmutableArray<Problem> problems, AssignForm typed)
    {
        if (!open.Index.Flights.TryGetValue(new(id), out var flight)) return null;
        var facts = TrainingFacts.Of(open.Campaign.Training, open.Campaign.Qualifications);
        var standings = ModuleStanding.Of(facts, flight, now);
        var assigned = open.Campaign.Training.Assignments.Where(a => a.Flight == flight.Id).ToLookup(a => a.Seat);
        var assignable = mayWrite && flight.Seats.Length > 0 && flight.Plan is { } plan && plan.Launch > now && assigned.Count == 0;
        return new(
            open, flight, [.. flight.Seats.OrderBy(s => s.Number).Select(s => new SeatHead(s, open.Index.NameOf(s.Person, "nobody yet"), string.Join(", ", assigned[s.Number].SelectMany(a => a.Roles.Prepend(a.Curriculum)))))],
            standings, standings.FirstOrDefault(m => m.Module.Id == module) is { } found ? ModuleOpened.Of(open, facts, flight, found) : null,
            assignable ? open.Campaign.Training.Curricula : [], problems, typed);
    }
}

/// <param name="Assigned">Curriculum and roles, "PAM, CDR"; empty: none.</param>
public sealed record SeatHead(Seat Seat, string Person, string Assigned);

/// <summary>A module with all that happened to it on one flight.</summary>
public sealed record ModuleOpened(ModuleStanding Standing, ImmutableArray<SessionRow> Sessions, ImmutableArray<(SeatTraining Seat, string Person)> Seats)
{
    public static ModuleOpened Of(OpenCampaign open, TrainingFacts facts, Flight flight, ModuleStanding standing) => new(
        standing, [.. SessionRow.AllOf(open).Where(r => r.Session.Flight == flight.Id && r.Session.Module == standing.Module.Id)],
        [.. standing.Seats.Select(s => (s, open.Index.NameOf(s.Person, "nobody yet")))]);
}

/// <summary>What was typed: a curriculum, and for each seat the roles; a seat that is not ticked does not take part.</summary>
public sealed record AssignForm(string Curriculum, ImmutableDictionary<int, string> Roles)
{
    public static AssignForm Empty { get; } = new("", ImmutableDictionary<int, string>.Empty);

    /// <summary>Seats come as fields <c>seat-1</c> with the roles in them; <c>-</c> leaves a seat out.</summary>
    public static AssignForm Of(IFormCollection form) => new(form["curriculum"].ToString(), form.Keys.Where(k => k.StartsWith("seat-", StringComparison.Ordinal) && int.TryParse(k[5..], out _))
        .ToImmutableDictionary(k => int.Parse(k[5..], System.Globalization.CultureInfo.InvariantCulture), k => form[k].ToString().Trim()));

    public ImmutableArray<(int Seat, ImmutableArray<string> Roles)> Seats =>
        [.. Roles.Where(r => r.Value != "-").OrderBy(r => r.Key).Select(r => (r.Key, r.Value.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()))];
}
