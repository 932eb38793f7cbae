using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Hospitality;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Hospitality;

/// <summary>Reads how people are looked after since they landed; each reading is kept with who read and for what.</summary>
public sealed class CareReading(LogbookStore logbook)
{
    /// <summary>Everyone who came back on a flight of the campaign, or soon will, the longest silence first.</summary>
    public async Task<ImmutableArray<CareState>> All(OpenCampaign open, Viewer viewer, Instant now, CancellationToken stop)
    {
        var entries = await logbook.ReadAll(open.Id, Compartment.Care, CareStreams.Prefix, stop, new(viewer.Name, "care board", now));
        var streams = entries.ToLookup(e => e.Stream);
        return [.. Plans(open).Where(p => p[0].Due <= now + ahead && p[^1].Late >= now - kept)
            .Select(p => CareState.Of(p, [.. streams[CareStreams.Of(p[0].Person)]], now)).OrderByDescending(s => s.Silence(now))];
    }

    /// <summary>The contacts of one person after one flight; null: they do not come down on it, or no landing is planned.</summary>
    public static ImmutableArray<CareContact>? PlanOf(OpenCampaign open, string flight, PersonId person) =>
        Plans(open).Select(p => (ImmutableArray<CareContact>?)p).FirstOrDefault(p => p!.Value[0].Person == person && p.Value[0].Flight.Value == flight);

    // Who lands within two weeks is prepared for; who has been heard of is shown for two months after the last contact was late.
    private static readonly Duration ahead = Duration.FromDays(15), kept = Duration.FromDays(60);

    private static IEnumerable<ImmutableArray<CareContact>> Plans(OpenCampaign open) =>
        open.Campaign.Flights.Where(f => f.Cancelled is null)
            .SelectMany(f => CarePlan.Of(f, open.Index.MissionsOf[f.Id]).GroupBy(c => c.Person).Select(g => g.OrderBy(c => c.Day).ToImmutableArray()));
}
