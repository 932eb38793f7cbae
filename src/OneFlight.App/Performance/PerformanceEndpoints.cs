using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Performance;

namespace OneFlight.App.Performance;

/// <summary>The figures, and the records behind each.</summary>
public static class PerformanceEndpoints
{
    public static void AddPerformance(this IServiceCollection services)
    {
        services.AddScoped<PerformanceReading>();
        services.AddScoped<GiveVerdict>();
        services.AddScoped<AnswerSurvey>();
        services.AddScoped<HandleRecovery>();
    }

    public static void MapPerformance(this IEndpointRouteBuilder routes)
    {
        routes.MapOutcomes();
        routes.MapGet("/c/{campaign}/performance", async (string campaign, HttpContext http, Screens screens, PerformanceReading reading) =>
        {
            if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
            var facts = await reading.Read(open, screens.NowFor(open), http.RequestAborted);
            return Screens.Page<PerformancePage, PerformanceView>(await screens.FrameWithCounts(http, open), new(open, Kpis.Of(facts), [.. facts.Cases.Where(c => c.IsOpen)], facts.Now));
        }).RequireAuthorization(Policies.PerformanceRead);

        routes.MapGet("/c/{campaign}/performance/{kpi}", async (string campaign, string kpi, HttpContext http, Screens screens, PerformanceReading reading) =>
        {
            if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
            var frame = await screens.FrameWithCounts(http, open);
            var facts = await reading.Read(open, screens.NowFor(open), http.RequestAborted);
            return Kpis.Of(facts).FirstOrDefault(k => k.Key == kpi) is { } found
                ? Screens.Page<KpiPage, KpiView>(frame, KpiView.From(open, found, Query.Of(http.Request)))
                : Answers.NotFound(frame, $"figure {kpi}");
        }).RequireAuthorization(Policies.PerformanceRead);
    }
}
