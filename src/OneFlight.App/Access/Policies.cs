using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace OneFlight.App.Access;

/// <summary>Every policy by name, and which roles may: the one place where access is decided.</summary>
/// <remarks>A page or endpoint without one of these names is refused by the fallback, and by a test.</remarks>
public static class Policies
{
    /// <summary>Open to anyone: the health check and signing in.</summary>
    public const string Anyone = "anyone";

    public const string CampaignRead = "campaign-read", CampaignExport = "campaign-export", PlanTry = "plan-try", PlanCommit = "plan-commit",
        PlanRevert = "plan-revert", TaskTick = "task-tick", AcceptDecide = "accept-decide", LiveRead = "live-read";

    private static readonly ImmutableArray<Role> all = [.. Enum.GetValues<Role>()];

    /// <summary>Policy × role. A role that is not named may not.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Role>> Table { get; } = new Dictionary<string, ImmutableArray<Role>>
    {
        [CampaignRead] = all,
        [LiveRead] = all,
        [PlanTry] = all,
        [CampaignExport] = [Role.Planner],
        [PlanCommit] = [Role.Planner],
        [PlanRevert] = [Role.Planner],
        [TaskTick] = [Role.Planner, Role.Steward],
        [AcceptDecide] = [Role.Planner],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>True when the viewer has a role that the policy names.</summary>
    public static bool May(this Viewer viewer, string policy) => Table[policy].Any(viewer.Roles.Contains);

    /// <summary>Adds the policies; whatever names none is refused.</summary>
    public static void AddPolicies(this AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, p => p.RequireAssertion(_ => true));
        foreach (var policy in Table.Keys)
            options.AddPolicy(policy, p => p.RequireAuthenticatedUser().RequireAssertion(c => Viewer.From(c.User) is { } viewer && viewer.May(policy)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.DefaultPolicy = options.FallbackPolicy;
    }
}
