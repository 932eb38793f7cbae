using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneFlight.App.Notices;

/// <summary>A small mail server of the demonstration: takes letters on the loopback address and puts each into a file, where it can be opened.</summary>
/// <remarks>Speaks the few commands of SMTP that a sender needs (RFC 5321); refuses a letter larger than a megabyte. Runs only when no server is set.</remarks>
public sealed class MailSink(MailSettings settings) : IHostedService, IDisposable
{
    private const int MostCharacters = 1 << 20, MostRecipients = 20;
    private readonly CancellationTokenSource stopping = new();
    private TcpListener? listener;
    private int count;
    private int ended;

    /// <summary>Null: it does not run, as there is a server.</summary>
    public int? Port => (listener?.LocalEndpoint as IPEndPoint)?.Port;

    public Task StartAsync(CancellationToken stop)
    {
        if (settings.Server is not null) return Task.CompletedTask;
        Directory.CreateDirectory(settings.Outbox);
        listener = new(IPAddress.Loopback, 0);
        listener.Start();
        _ = Accept(listener, stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken stop)
    {
        // A host that is disposed stops its services again.
        if (Interlocked.Exchange(ref ended, 1) == 1) return;
        await stopping.CancelAsync();
        listener?.Stop();
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref ended, 1);
        stopping.Dispose();
        listener?.Dispose();
    }

    private async Task Accept(TcpListener on, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await on.AcceptTcpClientAsync(stop);
                _ = Serve(client, stop);
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client, CancellationToken stop)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await Talk(reader, writer, stop);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The sender went away; what it had not finished is not kept.
        }
    }

    private async Task Talk(StreamReader reader, StreamWriter writer, CancellationToken stop)
    {
        await writer.WriteLineAsync("220 oneflight sink");
        var recipients = 0;
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            var command = line.Length >= 4 ? line[..4].ToUpperInvariant() : line.ToUpperInvariant();
            switch (command)
            {
                case "EHLO" or "HELO": await writer.WriteLineAsync("250 oneflight"); break;
                case "MAIL" or "RSET": recipients = 0; await writer.WriteLineAsync("250 ok"); break;
                case "RCPT": await writer.WriteLineAsync(++recipients <= MostRecipients ? "250 ok" : "452 too many recipients"); break;
                case "NOOP": await writer.WriteLineAsync("250 ok"); break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                case "DATA" when recipients == 0: await writer.WriteLineAsync("503 nobody to send to"); break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await writer.WriteLineAsync(await Letter(reader, stop) is { } letter && await Keep(letter, stop) ? "250 kept" : "552 too large");
                    recipients = 0;
                    break;
                default: await writer.WriteLineAsync("502 not known"); break;
            }
        }
    }

    /// <summary>The lines up to a lone point; null when there are too many.</summary>
    private static async Task<string?> Letter(StreamReader reader, CancellationToken stop)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(stop) is { } line && line != ".")
            if (letter.Length <= MostCharacters) letter.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return letter.Length <= MostCharacters ? letter.ToString() : null;
    }

    private async Task<bool> Keep(string letter, CancellationToken stop)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:yyyyMMddHHmmssfff}-{Interlocked.Increment(ref count):0000}");
        var part = Path.Combine(settings.Outbox, name + ".part");
        await File.WriteAllTextAsync(part, letter, Encoding.Latin1, stop);
        File.Move(part, Path.Combine(settings.Outbox, name + ".eml"));
        return true;
    }
}
