using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Portal;

/// <summary>Reads what a customer may see of a mission that is theirs; anything else is refused in the same words, whether it exists or not.</summary>
public sealed class PortalReading(Screens screens, HearTasks tasks, LogbookStore logbook, IEnumerable<PortalSource> sources)
{
    /// <summary>The facts, or null when the mission is not the viewer's own by the policy.</summary>
    public async Task<PortalFacts?> Of(HttpContext http, string campaign, string mission, string policy)
    {
        var viewer = Screens.ViewerOf(http);
        if (await screens.Open(http, campaign) is not { } newest || !newest.Index.Missions.TryGetValue(new(mission), out var own)) return null;
        if (RoleIn(viewer, own, policy) is not { } role) return null;

        var stop = http.RequestAborted;
        var relation = role.Own();
        var told = await Told(newest, own, relation, stop);
        var open = told.Revision == newest.Revision.Number ? newest : await screens.At(http, newest.Id, told.Revision) ?? newest;
        var seen = open.Index.Missions.GetValueOrDefault(own.Id) ?? own;
        var now = screens.NowFor(newest);
        var family = await logbook.Read(newest.Id, Compartment.Family, FamilyViewChosen.StreamOf(mission), stop, new Reading(viewer.Name, "customer's own page", now));
        var facts = new PortalFacts(open, seen, seen.Flight is { } flight ? open.Index.Flights.GetValueOrDefault(flight) : null, viewer, relation, role,
            FamilyViewChosen.Of(family), told, ZoneOf(open, viewer, seen), now, ImmutableDictionary<string, ImmutableArray<LogEntry>>.Empty);
        return facts with { Log = await Read(facts, stop) };
    }

    /// <summary>The sections that all capabilities have for the reader, in their places.</summary>
    public ImmutableArray<PortalSection> Sections(PortalFacts facts) =>
        [.. sources.SelectMany(source => source.Fill(facts)).Where(s => !s.Lines.IsEmpty || s.Intro is not null).OrderBy(s => s.Place)];

    /// <summary>The plan before the last change that the reader was told of; null: there was none.</summary>
    public async Task<OpenCampaign?> Before(HttpContext http, PortalFacts facts) =>
        facts.Told.Latest is { Revision: > 1 } latest ? await screens.At(http, facts.Open.Id, latest.Revision - 1) : null;

    /// <summary>What someone may know of a plan when a calendar is read for them.</summary>
    public async Task<OpenCampaign> Known(HttpContext http, OpenCampaign newest, string mission)
    {
        var viewer = Screens.ViewerOf(http);
        if (!newest.Index.Missions.TryGetValue(new(mission), out var own) || RoleIn(viewer, own, Policies.PortalRead) is not { } role) return newest;
        var told = await Told(newest, own, role.Own(), http.RequestAborted);
        return told.Revision == newest.Revision.Number ? newest : await screens.At(http, newest.Id, told.Revision) ?? newest;
    }

    /// <summary>The role in which the viewer may; null: in none.</summary>
    internal static Role? RoleIn(Viewer viewer, CustomerMission mission, string policy) =>
        viewer.Roles.Where(role => (viewer with { Roles = [role] }).May(policy, viewer.To(mission))).Select(role => (Role?)role).FirstOrDefault();

    private async Task<PortalTold> Told(OpenCampaign newest, CustomerMission mission, Relation relation, CancellationToken stop)
    {
        var own = await tasks.For(newest.Id, PortalTold.Hearers(mission, relation), stop);
        var done = new HashSet<(int, string)>();
        foreach (var revision in own.Where(t => t.DoneAt is null).Select(t => t.Revision).Distinct().Order().Take(1))
            foreach (var task in await tasks.Of(newest.Id, revision, stop))
                if (task.DoneAt is not null) done.Add((revision, task.Line));
        return PortalTold.From(own, newest.Revision.Number, done);
    }

    private async Task<ImmutableDictionary<string, ImmutableArray<LogEntry>>> Read(PortalFacts facts, CancellationToken stop)
    {
        var log = ImmutableDictionary.CreateBuilder<string, ImmutableArray<LogEntry>>();
        var reading = new Reading(facts.Viewer.Name, "customer's own page", facts.Now);
        foreach (var stream in sources.SelectMany(s => s.Reads?.Invoke(facts) ?? []).Distinct())
        {
            var entries = stream.Prefix
                ? await logbook.ReadAll(facts.Open.Id, stream.Compartment, stream.Stream, stop, reading)
                : await logbook.Read(facts.Open.Id, stream.Compartment, stream.Stream, stop, reading);
            foreach (var one in entries.GroupBy(e => e.Stream)) log[one.Key] = [.. one];
        }
        return log.ToImmutable();
    }

    private static string ZoneOf(OpenCampaign open, Viewer viewer, CustomerMission mission) =>
        viewer.Person is { } person && open.Index.Persons.TryGetValue(new(person), out var found) ? found.Zone
        : viewer.Organization is { } organization && open.Index.Organizations.TryGetValue(new(organization), out var desk) ? desk.Zone
        : mission.Participant is { } participant && open.Index.Persons.TryGetValue(participant, out var flies) ? flies.Zone : "UTC";
}
