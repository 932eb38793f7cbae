using System.Collections.Immutable;
using System.Security.Claims;

namespace OneFlight.App.Access;

/// <summary>Who looks at a screen: read from the claims of the signed-in user, never from the request.</summary>
/// <param name="Operator">Id of the operator (tenant) whose data may be seen.</param>
/// <param name="Person">Id of the person they are in the campaigns; null: nobody who stands in one.</param>
/// <param name="Organization">Id of the organization they belong to there; null: none.</param>
public sealed record Viewer(string Operator, string OperatorName, string Name, ImmutableArray<Role> Roles, string? Person = null, string? Organization = null)
{
    /// <summary>Names of the claims that OneFlight reads.</summary>
    public const string OperatorClaim = "operator", OperatorNameClaim = "operator-name", NameClaim = "name", RoleClaim = "role", PersonClaim = "person", OrganizationClaim = "organization";

    /// <summary>The roles in words: "planner, steward".</summary>
    public string RolesInWords => string.Join(", ", Roles.Select(r => r.ToString().ToLowerInvariant()));

    /// <summary>The viewer, or null when nobody is signed in or the claims name no operator.</summary>
    public static Viewer? From(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || user.FindFirst(OperatorClaim)?.Value is not { Length: > 0 } tenant) return null;
        var roles = user.FindAll(RoleClaim).Where(c => Enum.TryParse<Role>(c.Value, ignoreCase: true, out _)).Select(c => Enum.Parse<Role>(c.Value, ignoreCase: true));
        return new(tenant, user.FindFirst(OperatorNameClaim)?.Value ?? tenant, user.FindFirst(NameClaim)?.Value ?? "unknown", [.. roles.Distinct()], user.FindFirst(PersonClaim)?.Value, user.FindFirst(OrganizationClaim)?.Value);
    }

    /// <summary>The claims of this viewer, as <see cref="From"/> reads them.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new(OperatorClaim, Operator), new(OperatorNameClaim, OperatorName), new(NameClaim, Name),
            .. Roles.Select(r => new Claim(RoleClaim, r.ToString())),
            .. Person is { } person ? [new Claim(PersonClaim, person)] : Array.Empty<Claim>(),
            .. Organization is { } organization ? [new Claim(OrganizationClaim, organization)] : Array.Empty<Claim>(),
        ], scheme, NameClaim, RoleClaim));
}
