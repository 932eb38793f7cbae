using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Operations.Training;

namespace OneFlight.App.Training;

/// <summary>Who and what is busy with sessions.</summary>
/// <param name="Hours">Booked from now on.</param>
/// <param name="Feed">Path of the calendar feed; null: of a device, or the viewer can have none.</param>
public sealed record BusyRow(Resource Resource, int ThisWeek, double Hours, SessionRow? Next, string? Feed);

/// <summary>All sessions of the campaign: this week or all, of everybody or of one instructor or device; and where they clash.</summary>
/// <param name="Only">Whose sessions are shown; null: everybody's.</param>
/// <param name="Crews">Flights in training: how many of their modules stand how.</param>
public sealed record TrainingView(
    OpenCampaign Open, Query Query, bool Week, Resource? Only, Paging<SessionRow> Sessions, ImmutableArray<BusyRow> Instructors, ImmutableArray<BusyRow> Devices,
    ImmutableArray<Violation> Conflicts, ImmutableArray<CrewInTraining> Crews, int Unrecorded)
{
    /// <param name="feeds">Of each instructor, the path of their feed.</param>
    public static TrainingView From(OpenCampaign open, Query query, Instant now, ImmutableDictionary<string, string> feeds)
    {
        var all = SessionRow.AllOf(open);
        var week = query["show"] != "all";
        var only = query["of"] is { } id && open.Index.Resources.TryGetValue(new(id), out var found) ? found : null;
        var until = now + Duration.FromDays(7);
        bool Within(SessionRow r) => r.At is { } at && at.End > now && at.Start < until && r.Session.Devices.Length > 0;
        var shown = all.Where(r => (!week || Within(r)) && (only is null || Uses(r, only.Id))).ToList();
        var devices = all.SelectMany(r => r.Session.Devices).Distinct().ToHashSet();
        var training = open.Campaign.Training;
        BusyRow Busy(Resource resource) => new(resource, all.Count(r => Within(r) && Uses(r, resource.Id)), all.Where(r => r.At is { } at && at.Start > now && Uses(r, resource.Id)).Sum(r => r.Session.Hours),
            all.FirstOrDefault(r => r.At is { } at && at.Start > now && Uses(r, resource.Id)), feeds.GetValueOrDefault(resource.Id.Value));
        var theirs = devices.Concat(training.Instructors.Select(i => i.Id)).Select(r => r.Thing).ToHashSet();
        return new(
            open, query, week, only, Paging<SessionRow>.Of(shown, int.TryParse(query["page"], out var page) ? page : null),
            [.. training.Instructors.Select(i => open.Index.Resources.GetValueOrDefault(i.Id)).OfType<Resource>().Select(Busy)],
            [.. open.Campaign.Fleet.Resources.Where(r => devices.Contains(r.Id)).Select(Busy)],
            [.. open.Check.Findings.Where(f => f.Subjects.Any(theirs.Contains) || f.Subjects.Any(s => s.Id.StartsWith("trainee-", StringComparison.Ordinal)))],
            CrewInTraining.AllOf(open, now), all.Count(r => r.At is { } at && at.End <= now && r.Recorded < r.Session.Seats.Length));
    }

    private static bool Uses(SessionRow row, ResourceId resource) => row.Session.Instructor == resource || row.Session.Devices.Contains(resource);
}

/// <summary>A crew, and how many of its modules stand how.</summary>
public sealed record CrewInTraining(string Flight, Instant? Launch, ImmutableArray<(GateLight Light, int Count)> Lights)
{
    public static ImmutableArray<CrewInTraining> AllOf(OpenCampaign open, Instant now)
    {
        var facts = TrainingFacts.Of(open.Campaign.Training, open.Campaign.Qualifications);
        return [.. open.Campaign.Flights.Where(f => facts.Trains(f.Id)).OrderBy(f => f.Plan?.Launch ?? f.Wish.Launch).Select(f => new CrewInTraining(
            f.Id.Value, f.Plan?.Launch, [.. ModuleStanding.Of(facts, f, now).GroupBy(m => m.Light).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))]))];
    }
}
