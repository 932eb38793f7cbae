using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Requests;

/// <summary>What customers asked for on the ground, those that wait for us first.</summary>
public sealed record RequestsView(OpenCampaign Open, ImmutableArray<GroundRequest> Requests, string Show, bool MayWrite, Instant Now)
{
    public int Waiting => Requests.Count(r => r.Running is not null && !r.Paused);
    public int Late => Requests.Count(r => r.EverLate);

    public ImmutableArray<GroundRequest> Shown => [.. Requests.Where(r => Show switch { "open" => r.IsOpen, "late" => r.EverLate, _ => true })];

    public static RequestsView From(OpenCampaign open, ImmutableArray<GroundRequest> requests, Query query, Viewer viewer, Instant now) =>
        new(open, requests, query["show"] ?? "", viewer.May(Policies.RequestWrite), now);
}

/// <summary>One request with everything that was said.</summary>
public sealed record RequestView(OpenCampaign Open, GroundRequest Request, bool MayWrite, Instant Now)
{
    public string Name => Request.Stream[GroundRequests.Prefix.Length..];
}

/// <summary>A clock in words.</summary>
public static class ClockWords
{
    public static string Of(ResponseClock clock, Instant now) => clock switch
    {
        { Due: null } => "no clock: the desk does not open",
        { StoppedAt: { } at, Late: true, Due: { } due } => $"answered {Say.Span(at - due)} late",
        { StoppedAt: { } at } => $"answered {Say.When(at)}, in time",
        { Late: true, Due: { } due } => $"late since {Say.When(due)}",
        { Due: { } due } => $"answer due {Say.When(due)}, {Say.Until(due, now)}",
    };

    public static string Shape(GroundRequest request) => request switch
    {
        { Running.Late: true } => "broken",
        { Running: not null, Paused: true } => "waiting",
        { Running: not null } => "at-risk",
        { EverLate: true } => "bent",
        _ => "kept",
    };

    public static string State(GroundRequest request, Instant now) =>
        request.Paused ? "waits for someone else" : request.Running is { } running ? Of(running, now) : request.ResolvedAt is { } at ? $"resolved {Say.When(at)}{(request.EverLate ? ", once late" : "")}" : request.EverLate ? "answered, once late" : "answered";
}
