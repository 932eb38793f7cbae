using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Changes;

/// <summary>Passes on what any process keeps, as it is committed. The host runs it; it comes back by itself after the database was away.</summary>
public sealed class ChangeFeed(NpgsqlDataSource database)
{
    private const int Backlog = 256;
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    // A dead connection without traffic shows only when it is used.
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Channel<StoredChange>, OperatorId> listeners = new();

    /// <summary>Listens until stopped.</summary>
    /// <param name="interrupted">Told why, each time the database cannot be heard.</param>
    public async Task Run(CancellationToken stop, Action<Exception>? interrupted = null)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Listen(stop);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException or InvalidOperationException)
            {
                if (stop.IsCancellationRequested) return;
                interrupted?.Invoke(failure);
                await Wait(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>An operator's changes from now on. A listener that falls far behind, or an interruption, is answered with
    /// <see cref="StoredChange.Anything"/>.</summary>
    public async IAsyncEnumerable<StoredChange> Changes(OperatorId tenant, [EnumeratorCancellation] CancellationToken stop)
    {
        var channel = Channel.CreateBounded<StoredChange>(Backlog);
        listeners[channel] = tenant;
        try
        {
            while (await channel.Reader.WaitToReadAsync(stop))
            {
                // Full: some were dropped, so the listener has to look at everything.
                if (channel.Reader.Count >= Backlog) yield return StoredChange.Anything;
                while (channel.Reader.TryRead(out var change)) yield return change;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        connection.Notification += (_, notification) => { if (StoredChange.Read(notification.Payload) is { } change) Pass(change); };
        await using (var listen = new NpgsqlCommand($"listen {StoredChange.Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        // Whatever happened before the first or the new connection was not heard.
        Pass(StoredChange.Anything);
        while (true)
        {
            if (await connection.WaitAsync(Probe, stop)) continue;
            await using var probe = new NpgsqlCommand("select 1", connection);
            await probe.ExecuteNonQueryAsync(stop);
        }
    }

    private void Pass(StoredChange change)
    {
        foreach (var (channel, tenant) in listeners)
        {
            if (change.Operator is null || change.Operator == tenant.Value) channel.Writer.TryWrite(change);
        }
    }

    private static async Task Wait(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Retry, stop);
        }
        catch (OperationCanceledException)
        {
            // Stopped while waiting: the loop above sees it.
        }
    }
}
