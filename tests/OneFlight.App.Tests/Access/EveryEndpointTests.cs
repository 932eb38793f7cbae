using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Access;

/// <summary>Every endpoint of the running host × every role: only the cells that the policy names answer, and nothing of a closed compartment
/// stands in any answer outside its circle, nor in a log line. A new endpoint is in it by itself.</summary>
[Collection(OwnSample.Name)]
public sealed class EveryEndpointTests(PostgresFixture postgres, ListeningHost host)
{
    private static readonly CampaignId Year = new("operator-year");
    private static readonly HttpStatusCode[] Closed = [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound];
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Which mission of CYGNET-04 is a role's own; all others are not.</summary>
    private static readonly ImmutableDictionary<Role, string> own = new Dictionary<Role, string>
    {
        [Role.Guest] = "CYGNET-04-M1", [Role.Office] = "CYGNET-04-M1", [Role.Family] = "CYGNET-04-M1", [Role.Agency] = "CYGNET-04-M2", [Role.Laboratory] = "CYGNET-04-M3", [Role.Broker] = "CYGNET-04-M4",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<string> missions = ["CYGNET-04-M1", "CYGNET-04-M2", "CYGNET-04-M3", "CYGNET-04-M4", "CYGNET-05-M1", "CYGNET-05-M2", "CYGNET-05-M3", "CYGNET-05-M4", "CYGNET-99-M1"];

    [Fact]
    public async Task Only_the_cells_that_the_policy_names_answer_and_closed_words_stay_closed()
    {
        var address = await host.Address(postgres);
        var people = new Dictionary<Role, Caller>();
        foreach (var role in Enum.GetValues<Role>()) people[role] = await Caller.SignIn(address, role, null, Stop);
        var endpoints = await Addresses.Of(host.Services.GetRequiredService<EndpointDataSource>().Endpoints, async (policy, path) =>
            policy == Policies.Anyone || Policies.Table[policy].IsEmpty ? null : (await people[Policies.Table[policy][0]].Call("GET", path, Stop)).Body);
        Assert.True(endpoints.Length > 30);

        var closed = await Words(host);
        Assert.All(closed, words => Assert.NotEmpty(words.Words));
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(people.Values, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, async (caller, stop) =>
        {
            foreach (var endpoint in endpoints.OrderBy(e => e.Method, StringComparer.Ordinal))
                foreach (var (path, may) in Cells(endpoint, caller.Role))
                {
                    var answer = await caller.Call(endpoint.Method, path, stop);
                    var cell = $"{caller.Role} {endpoint.Method} {path} ({endpoint.Policy}): {(int)answer.Status}";
                    if (!may && !Closed.Contains(answer.Status)) faults.Enqueue($"{cell}, and the policy does not name it");
                    if (!may && endpoint.Method == "POST" && answer.Status != HttpStatusCode.Forbidden) faults.Enqueue($"{cell}, expected 403 with a good token");
                    if (may && answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) faults.Enqueue($"{cell}, and the policy names it");
                    if (may && endpoint is { Method: "GET", Real: true } && (int)answer.Status is not (>= 200 and < 400)) faults.Enqueue($"{cell}, expected an answer");
                    if ((int)answer.Status >= 500) faults.Enqueue($"{cell}, an error of ours");
                    foreach (var words in closed.Where(w => !caller.May(w.Compartment)))
                        if (words.FoundIn(answer.Body) is { } word) faults.Enqueue($"{cell} shows '{word}' of {words.Compartment}");
                }
        });
        foreach (var words in closed)
            foreach (var line in host.Lines)
                if (words.FoundIn(line) is { } word) faults.Enqueue($"a log line holds '{word}' of {words.Compartment}");
        Assert.NotEmpty(host.Lines);
        Assert.True(faults.IsEmpty, $"{faults.Count} of {endpoints.Length} endpoints × {people.Count} roles:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Distinct().Take(60))}");
    }

    /// <summary>The cells of an endpoint for a role: a page of one's own once for each relation.</summary>
    private static IEnumerable<(string Path, bool May)> Cells(Address endpoint, Role role)
    {
        // The link that was found is the guest's own, and serves nobody else who is signed in.
        if (endpoint.Route == "/feed/{token}.ics") return [(endpoint.Path, role == Role.Guest)];
        var door = endpoint.Policy == Policies.Anyone || Policies.Table[endpoint.Policy].Contains(role);
        if (!Policies.OwnOnly.Contains(endpoint.Policy) || !endpoint.Route.Contains("{mission}", StringComparison.Ordinal)) return [(endpoint.Path, door)];
        // What a relation allows within one's own page is finer than the door: the family's settings are the participant's.
        return missions.Select(mission => (endpoint.Path.Replace("CYGNET-04-M1", mission, StringComparison.Ordinal), door && own.GetValueOrDefault(role) == mission && Within(endpoint, role)));
    }

    private static bool Within(Address endpoint, Role role) => endpoint.Route.Split('/')[^1] switch
    {
        "family" => role is Role.Guest or Role.Office,
        "request" => role is not (Role.Family or Role.Broker),
        _ => true,
    };

    private static async Task<ImmutableArray<ClosedWords>> Words(ListeningHost host)
    {
        var database = new TenantDatabase(host.Services.GetRequiredService<Microsoft.EntityFrameworkCore.DbContextOptions<OneFlight.Storage.OneFlightDb>>(), new FixedTenant(new(LocalSignIn.DemonstrationOperator)));
        var logbook = new LogbookStore(database);
        var words = ImmutableArray.CreateBuilder<ClosedWords>();
        foreach (var compartment in new[] { Compartment.Medical, Compartment.Identity })
            words.Add(await ClosedWords.Of(compartment, Year, logbook, Stop));
        return words.ToImmutable();
    }
}
