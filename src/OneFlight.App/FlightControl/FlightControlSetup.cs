namespace OneFlight.App.FlightControl;

/// <summary>Joins launch day, flight and mishaps to the host.</summary>
public static class FlightControlSetup
{
    public static void AddFlightControl(this IServiceCollection services)
    {
        services.AddScoped<ControlReading>();
        services.AddScoped<MishapReading>();
    }

    public static void MapFlightControl(this IEndpointRouteBuilder routes)
    {
        routes.MapControl();
        routes.MapControlFacts();
        routes.MapBoardRequests();
        routes.MapMishaps();
    }
}
