using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Requests;

/// <summary>Reads ground requests with their clocks, and adds to them.</summary>
public sealed class RequestDesk(LogbookStore logbook)
{
    public async Task<ImmutableArray<GroundRequest>> All(OpenCampaign open, Instant now, CancellationToken stop) =>
        GroundRequests.Of(await logbook.ReadAll(open.Id, Compartment.Operations, GroundRequests.Prefix, stop), ClockOf(open), now);

    public async Task<GroundRequest?> One(OpenCampaign open, string request, Instant now, CancellationToken stop) =>
        GroundRequests.One(await logbook.Read(open.Id, Compartment.Operations, GroundRequests.Prefix + request, stop), ClockOf(open), now);

    /// <summary>From the day before launch to landing day and night; else the hours of the steward's desk.</summary>
    public static Func<MissionId, Instant, (ServiceClock, ServiceStandard)> ClockOf(OpenCampaign open) => (id, at) =>
    {
        var mission = open.Index.Missions.GetValueOrDefault(id);
        var plan = mission?.Flight is { } flight ? open.Index.Flights.GetValueOrDefault(flight)?.Plan : null;
        var zone = mission?.Steward is { } steward && open.Index.Persons.TryGetValue(steward, out var person) ? person.Zone : "UTC";
        var flying = plan is null ? (Interval?)null : new Interval(plan.Launch - Duration.FromDays(1), plan.End);
        return (new(WorkingCalendar.OfficeHours(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? "UTC" : zone), flying), flying?.Contains(at) == true ? ServiceStandard.Flight : ServiceStandard.Ground);
    };

    /// <summary>Opens the next request of a mission.</summary>
    /// <remarks>Refused: <c>unknown-mission</c>, and what <see cref="GroundRequests.Follow"/> refuses.</remarks>
    public async Task<Result<string>> Open(OpenCampaign open, MissionId mission, RequestVoice by, string? words, string? channel, string who, Instant now, CancellationToken stop)
    {
        if (!open.Index.Missions.TryGetValue(mission, out var found)) return new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of the campaign");
        if (found.Steward is null) return new Problem("no-owner", Place.Of("mission"), "a mission without a steward", "a steward first: a request never lacks an owner");
        var opened = new GroundRequestOpened(by, words?.Trim() ?? "", open.Index.NameOf(found.Steward), channel ?? "message");
        for (var number = 1; ; number++)
        {
            var stream = GroundRequests.StreamOf(mission, number);
            var kept = await Add(open.Id, stream, opened, who, now, stop);
            if (kept.Succeeded) return stream[GroundRequests.Prefix.Length..];
            if (kept.Problems.All(p => p.Code != "already-opened")) return kept.Problems;
        }
    }

    public Task<Result<ImmutableArray<LogEntry>>> Follow(CampaignId campaign, string request, ILogEvent next, Viewer viewer, Instant now, CancellationToken stop) =>
        Add(campaign, GroundRequests.Prefix + request, next, viewer.Name, now, stop);

    private Task<Result<ImmutableArray<LogEntry>>> Add(CampaignId campaign, string stream, ILogEvent next, string who, Instant now, CancellationToken stop) =>
        logbook.Change(campaign, Compartment.Operations, stream,
            entries => GroundRequests.Follow(entries, next).Then<ImmutableArray<NewLogEntry>>(_ => ImmutableArray.Create(NewLogEntry.Now(now, who, next))), stop);
}
