using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OneFlight.App.Tests;

/// <summary>A PostgreSQL cluster of one's own in a temporary folder, that may be killed and comes back.</summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private readonly string folder;
    private readonly int port;

    private PrivateCluster(string folder, int port) => (this.folder, this.port) = (folder, port);

    private static string Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb"))).Order(StringComparer.Ordinal).Last()
        : throw new InvalidOperationException("PostgreSQL is not installed: run ./oneflight test, which installs it.");

    /// <summary>Makes a cluster with fsync on and starts it.</summary>
    public static async Task<PrivateCluster> Start()
    {
        var cluster = new PrivateCluster(Directory.CreateTempSubdirectory("oneflight-pg-").FullName, FreePort());
        if (Environment.IsPrivilegedProcess) await Run("chown", "postgres:", cluster.folder);
        await AsDatabaseUser("initdb", "-D", cluster.Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await cluster.StartServer();
        return cluster;
    }

    public string ConnectionString(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Timeout=5");

    /// <summary>Starts the server; after a kill its processes may still hold the folder for a moment.</summary>
    public async Task StartServer()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AsDatabaseUser("pg_ctl", "-D", Data, "-w", "-s", "-t", "60", "-l", Path.Combine(folder, "log"), "-o",
                    string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=on -c recovery_init_sync_method=syncfs -c max_connections=200"), "start");
                return;
            }
            catch (InvalidOperationException) when (attempt < 20)
            {
                await Task.Delay(250);
            }
        }
    }

    /// <summary>Kills the server's main process with -9; the others follow by themselves.</summary>
    public void Kill()
    {
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        postmaster.Kill();
        postmaster.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        await AsDatabaseUser("pg_ctl", "-D", Data, "-m", "immediate", "-s", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task AsDatabaseUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries, program);
        return Environment.IsPrivilegedProcess ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        // The server inherits what it is started with, so a redirected output would never end.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in new[] { "-c", "\"$@\" >/dev/null 2>&1", "sh", program }.Concat(arguments)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
