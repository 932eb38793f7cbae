using System.Collections.Immutable;
using System.Net.Mail;
using System.Text;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Storage;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Notices;

/// <summary>A notice that waits for its time.</summary>
public sealed record Departure(OperatorId Tenant, CampaignId Campaign, string Stream, Instant LeavesAt);

/// <summary>Sends notices when their hold is over: looks again that nobody held them back and that the wave before has heard, hands the letter
/// over, ticks the line of the hear-list off by the same rule as by hand, and notes it.</summary>
/// <remarks>What waits stands in the logbook, so a start goes on with what a stop interrupted.</remarks>
public sealed partial class NoticePost(
    DbContextOptions<OneFlightDb> options, PlanCache cache, Func<Campaign, CheckReport> judge, MailSettings settings, MailSink sink, IClock clock, ILogger<NoticePost> log) : BackgroundService
{
    private readonly Channel<Departure> waiting = Channel.CreateUnbounded<Departure>();

    public void Leave(Departure departure) => waiting.Writer.TryWrite(departure);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            try
            {
                await GoOn(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What waited stays in the logbook and is looked for again at the next start; the host goes on.
                LogFailed(log, LocalSignIn.DemonstrationOperator, failure.GetType().Name);
            }
            await foreach (var departure in waiting.Reader.ReadAllAsync(stop)) _ = Wait(departure, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>What waited when the last run ended.</summary>
    private async Task GoOn(CancellationToken stop)
    {
        var tenant = new OperatorId(LocalSignIn.DemonstrationOperator);
        var database = Database(tenant);
        await using (var db = database.CreateDbContext())
            if (!await db.Operators.AnyAsync(stop)) return;
        foreach (var campaign in await new PlanHistory(database, cache, judge).Campaigns(stop))
            foreach (var notice in Notice.All(await new LogbookStore(database).ReadAll(campaign.Campaign, Compartment.Operations, Notice.Prefix, stop)))
                if (notice is { Status: NoticeStatus.Leaving, LeavesAt: { } at }) Leave(new(tenant, campaign.Campaign, notice.Stream, at));
    }

    private async Task Wait(Departure departure, CancellationToken stop)
    {
        try
        {
            var left = (departure.LeavesAt - clock.GetCurrentInstant()).ToTimeSpan();
            if (left > TimeSpan.Zero) await Task.Delay(left, stop);
            await Depart(departure, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            LogFailed(log, departure.Campaign.Value, failure.GetType().Name);
        }
    }

    private async Task Depart(Departure departure, CancellationToken stop)
    {
        var database = Database(departure.Tenant);
        var (logbook, tasks) = (new LogbookStore(database), new HearTasks(database));
        var entries = await logbook.Read(departure.Campaign, Compartment.Operations, departure.Stream, stop);
        if (Notice.Of(entries) is not { Status: NoticeStatus.Leaving } notice || notice.LeavesAt != departure.LeavesAt) return;
        var released = entries.Last(e => e.Event is NoticeReleased);
        var open = await new PlanHistory(database, cache, judge).Latest(departure.Campaign, stop);
        if (open is null) return;
        var now = open.Plan.AsOf ?? clock.GetCurrentInstant();

        Task<Primitives.Result<ImmutableArray<LogEntry>>> Note(ILogEvent what) => logbook.Change(departure.Campaign, Compartment.Operations, departure.Stream,
            all => Notice.Of(all) is { Status: NoticeStatus.Leaving } ? [NewLogEntry.Now(now, released.Who, what)] : ImmutableArray<NewLogEntry>.Empty, stop);

        var list = await tasks.Of(departure.Campaign, notice.Revision, stop);
        if (list.FirstOrDefault(t => t.Line == notice.Line) is not { } task) return;
        var first = list.Where(t => task.After.Contains(t.Line) && t.DoneAt is null).Select(t => t.ShownAs).ToList();
        if (first.Count > 0 && notice.Early is null)
        {
            await Note(new NoticeHeldBack($"not yet told: {string.Join(", ", first)}"));
            return;
        }
        var means = "portal";
        if (await AddressOf(open.Plan, notice, logbook, departure.Campaign, released.Who, now, stop) is { } address)
        {
            if (!await Send(departure, notice, address, task.OwnerShownAs, stop))
            {
                await Note(new NoticeHeldBack("the mail server did not take the letter"));
                return;
            }
            means = "e-mail and portal";
        }
        if (task.DoneAt is null)
            await tasks.TickTask(departure.Campaign, notice.Revision, notice.Line, new(now, released.Who, means, notice.Early, notice.Early is not null), stop);
        await Note(new NoticeSent(means));
    }

    /// <summary>Someone who wants silence is reached through the office, where there is one, and under the alias.</summary>
    private static async Task<string?> AddressOf(Campaign campaign, Notice notice, LogbookStore logbook, CampaignId id, string who, Instant now, CancellationToken stop)
    {
        var party = Reached(campaign, notice.Hearer);
        var contact = await logbook.Read(id, Compartment.Identity, Notice.ContactOf(party), stop, new(who, "sending a notice", now));
        return contact.Select(e => e.Event).OfType<ContactRecorded>().LastOrDefault()?.Email;
    }

    /// <summary>Whose address is used for a hearer: their own, or their office's.</summary>
    public static ThingId Reached(Campaign campaign, ThingId hearer) =>
        campaign.Missions.FirstOrDefault(m => m.Participant?.Thing == hearer && m.Office is not null)?.Office?.Thing ?? hearer;

    private async Task<bool> Send(Departure departure, Notice notice, string address, string from, CancellationToken stop)
    {
        var (host, port) = settings.Server ?? ("127.0.0.1", sink.Port ?? throw new InvalidOperationException("The sink does not run."));
        using var client = new SmtpClient(host, port) { Timeout = 15_000 };
        using var letter = new MailMessage(settings.From, address)
        {
            Subject = "What changes for you", Body = notice.Text.Letter(notice.ShownAs, from), SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8,
        };
        letter.Headers.Add(Outbox.CampaignHeader, Outbox.MarkOf(departure.Tenant, departure.Campaign));
        letter.Headers.Add(Outbox.NoticeHeader, Uri.EscapeDataString(departure.Stream));
        try
        {
            await client.SendMailAsync(letter, stop);
            return true;
        }
        catch (SmtpException failure)
        {
            LogFailed(log, departure.Campaign.Value, failure.StatusCode.ToString());
            return false;
        }
    }

    private TenantDatabase Database(OperatorId tenant) => new(options, new FixedTenant(tenant));

    [LoggerMessage(LogLevel.Warning, "A notice of {Campaign} did not leave: {Reason}")]
    private static partial void LogFailed(ILogger log, string campaign, string reason);
}
