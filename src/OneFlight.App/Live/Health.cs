using Npgsql;
using OneFlight.App.Access;

namespace OneFlight.App.Live;

/// <summary>Healthy means that the database answers, too.</summary>
public static class Health
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", Ask).RequireAuthorization(Policies.Anyone);

    private static async Task<IResult> Ask(NpgsqlDataSource database, HttpContext http)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        stop.CancelAfter(patience);
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(stop.Token);
            return Results.Text("ok");
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
