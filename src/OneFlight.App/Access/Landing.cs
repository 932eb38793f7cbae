using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Template;
using OneFlight.App.Shell;

namespace OneFlight.App.Access;

/// <summary>Where someone begins, and where they come to after changing their role.</summary>
public static class Landing
{
    /// <summary>The first page of a viewer.</summary>
    /// <param name="back">An address of the campaign they look at, if any.</param>
    public static string Home(Viewer viewer, string back = "/")
    {
        if (viewer.May(Policies.PortalRead)) return "/portal";
        if (viewer.May(Policies.PartnerDesk)) return "/partner";
        var parts = back.Split('/', '?');
        return parts is ["", "c", { Length: > 0 } campaign, ..] ? $"/c/{campaign}/{(viewer.May(Policies.PlanCommit) ? "board" : "flights")}" : "/";
    }

    /// <summary>The page they were on when their new role may see it, else their home.</summary>
    public static string After(Viewer viewer, string back, EndpointDataSource endpoints)
    {
        var path = back.Split('?')[0];
        // What is one's own differs from person to person, so those begin at their list.
        return path is not "/sign-in" && PolicyAt(path, endpoints) is { } policy && policy != Policies.Anyone && !Policies.OwnOnly.Contains(policy) && viewer.May(policy)
            ? back : Home(viewer, back);
    }

    private static string? PolicyAt(string path, EndpointDataSource endpoints) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText is { } route && !route.StartsWith("{**", StringComparison.Ordinal)
            && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
            && new TemplateMatcher(TemplateParser.Parse(route.TrimStart('/')), []).TryMatch(path, []))
        .OrderBy(e => e.RoutePattern.InboundPrecedence)
        .Select(e => e.Metadata.GetMetadata<IAuthorizeData>()?.Policy).FirstOrDefault(policy => policy is not null && (policy == Policies.Anyone || Policies.Table.ContainsKey(policy)));
}
