using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Library;

/// <summary>The reference tables.</summary>
public static class LibraryEndpoints
{
    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/library", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<LibraryPage, LibraryView>(http, campaign, "library", (open, _) => LibraryView.From(open))).RequireAuthorization(Policies.LibraryRead);
        routes.MapGet("/c/{campaign}/library/{table}", (string campaign, string table, HttpContext http, Screens screens) =>
            screens.Show<LibraryTablePage, LibraryTableView>(http, campaign, $"table {table}", (open, _) => LibraryTableView.From(open, table, Query.Of(http.Request)))).RequireAuthorization(Policies.LibraryRead);
    }
}
