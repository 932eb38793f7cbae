using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Access;

/// <summary>The operator of the signed-in user: only the claim says it, never the address or a form.</summary>
public sealed class ClaimTenant(IHttpContextAccessor accessor) : ITenant
{
    public OperatorId Operator => accessor.HttpContext is { } http && Viewer.From(http.User) is { } viewer
        ? new(viewer.Operator)
        : throw new InvalidOperationException("Nobody is signed in, so there is no operator whose data could be read.");
}
