using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Storage.Changes;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Live;

/// <summary>One stream of what is kept, for every screen of a browser.</summary>
public static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapGet("/live", Stream).RequireAuthorization(Policies.LiveRead);

    private static IResult Stream(HttpContext http, ChangeFeed feed, IHostApplicationLifetime life)
    {
        http.Response.Headers.CacheControl = "no-cache, no-transform";
        var viewer = Screens.ViewerOf(http);
        var changes = LiveStream.For(viewer, feed.Changes(new(viewer.Operator), Either(http, life)));
        return TypedResults.ServerSentEvents(LiveStream.Events(changes, Either(http, life)));
    }

    // A stream ends with the browser, or with the application: a stop must not wait for browsers to leave.
    private static CancellationToken Either(HttpContext http, IHostApplicationLifetime life)
    {
        var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(both);
        return both.Token;
    }
}

/// <summary>Turns kept changes into events, with a heartbeat so that a lost connection is noticed at both ends.</summary>
public static class LiveStream
{
    private static readonly TimeSpan heartbeat = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    public static async IAsyncEnumerable<SseItem<string>> Events(IAsyncEnumerable<StoredChange> changes, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return new("hello", "heartbeat");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = changes.GetAsyncEnumerator(ended.Token);
        var next = reading.MoveNextAsync().AsTask();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (await Task.WhenAny(next, Task.Delay(heartbeat, stop)) != next)
                {
                    if (!stop.IsCancellationRequested) yield return new("alive", "heartbeat");
                    continue;
                }
                if (next.IsCanceled || !await next) yield break;
                yield return EventOf(reading.Current);
                next = reading.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A browser leaves while the next change is waited for, and what is being read may not be disposed.
            await ended.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await reading.DisposeAsync();
        }
    }

    /// <summary>What of the changes a viewer may know: who must hear and who is asked stays with the operator.</summary>
    public static IAsyncEnumerable<StoredChange> For(Viewer viewer, IAsyncEnumerable<StoredChange> changes) =>
        viewer.May(Policies.CampaignRead) ? changes : changes.Where(c => c is { Task: null, Request: null });

    /// <summary>A revision when a plan was kept, a task when a line was ticked off or a request decided.</summary>
    public static SseItem<string> EventOf(StoredChange change) => new(
        JsonSerializer.Serialize(new { campaign = change.Campaign, revision = change.Revision, task = change.Task, request = change.Request }, json),
        change.Task is null && change.Request is null ? "revision" : "task");
}
