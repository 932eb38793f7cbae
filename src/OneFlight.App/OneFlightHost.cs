using System.Text.Encodings.Web;
using System.Text.Unicode;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Accountability;
using OneFlight.App.Board;
using OneFlight.App.Campaigns;
using OneFlight.App.Cargo;
using OneFlight.App.Checking;
using OneFlight.App.Documents;
using OneFlight.App.Feeds;
using OneFlight.App.FlightControl;
using OneFlight.App.Contracts;
using OneFlight.App.Flights;
using OneFlight.App.Hospitality;
using OneFlight.App.Identity;
using OneFlight.App.Impact;
using OneFlight.App.Learning;
using OneFlight.App.Library;
using OneFlight.App.Live;
using OneFlight.App.Medical;
using OneFlight.App.Missions;
using OneFlight.App.Partners;
using OneFlight.App.Notices;
using OneFlight.App.People;
using OneFlight.App.Performance;
using OneFlight.App.Portal;
using OneFlight.App.Promises;
using OneFlight.App.Readiness;
using OneFlight.App.Requests;
using OneFlight.App.Revisions;
using OneFlight.App.Safety;
using OneFlight.App.Search;
using OneFlight.App.Shell;
using OneFlight.App.Stewardship;
using OneFlight.App.Supply;
using OneFlight.App.Things;
using OneFlight.App.Training;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App;

/// <summary>What the host is made of and in which order a request passes it.</summary>
public static class OneFlightHost
{
    public static void AddOneFlight(this WebApplicationBuilder builder)
    {
        var port = builder.Configuration["ONEFLIGHT_PORT"] is { Length: > 0 } text ? text : "5080";
        builder.WebHost.UseUrls($"http://localhost:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // One line for each outcome is logged, not one for each step of a request.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // What ends the host is said once, where it ends (see Program), and by critical lines of background work.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // A request that cannot be read is the sender's to mend: a quiet 400 everywhere, also in development.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "oneflight-form");
        builder.Services.AddResponseCompression();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddAccess();
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddOneFlightStorage(builder.Configuration["ONEFLIGHT_DATABASE"] is { Length: > 0 } server ? server
            : throw new InvalidOperationException("ONEFLIGHT_DATABASE names no PostgreSQL server; './oneflight up' starts a private one and sets it."));
        builder.Services.AddHostedService<Start>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ITenant, ClaimTenant>();
        builder.Services.AddSingleton<OpenCampaigns>();
        builder.Services.AddScoped<Screens>();
        builder.Services.AddScoped<CommitDraft>();
        builder.Services.AddScoped<TaskReading>();
        builder.Services.AddScoped<TickTask>();
        builder.Services.AddScoped<DecideAcceptance>();
        builder.Services.AddScoped<RevertToRevision>();
        builder.Services.AddScoped<KeepFact>();
        builder.Services.AddSafety();
        builder.Services.AddSingleton<Press>();
        builder.Services.AddFlightControl();
        builder.Services.AddFeeds();
        builder.Services.AddTraining();
        builder.Services.AddCargo();
        builder.Services.AddPeople();
        builder.Services.AddMedical();
        builder.Services.AddCare();
        builder.Services.AddPerformance();
        builder.Services.AddLessons();
        builder.Services.AddPortal();
        builder.Services.AddPortalSections();
        builder.Services.AddPartners();
        builder.Services.AddIdentity();
        builder.Services.AddMissions();
        builder.Services.AddContracts();
        builder.Services.AddAccountability();
        builder.Services.AddNotices();
        builder.Services.AddRequests();
    }

    public static void UseOneFlight(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            // Pages name files with the build's version, so a file with a version may be kept for good.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.QueryString.HasValue ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.UseAuthentication();
        app.UseLocalSignIn();
        app.UseAnswerPages();
        app.UseRouting();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapHealth();
        app.MapAccess();
        app.MapTheme();
        app.MapCampaigns();
        app.MapFlights();
        app.MapCargo();
        app.MapSupply();
        app.MapFlightControl();
        app.MapBoard();
        app.MapImpact();
        app.MapPromises();
        app.MapMissions();
        app.MapContracts();
        app.MapAccountability();
        app.MapNotices();
        app.MapRequests();
        app.MapTasks();
        app.MapRevisions();
        app.MapCheck();
        app.MapThings();
        app.MapPeople();
        app.MapTraining();
        app.MapLibrary();
        app.MapMedical();
        app.MapSearch();
        app.MapLive();
        app.MapExport();
        app.MapReadiness();
        app.MapSafety();
        app.MapFeeds();
        app.MapCare();
        app.MapPerformance();
        app.MapLessons();
        app.MapPortal();
        app.MapPartners();
        app.MapIdentity();
        app.MapFallback("{**path}", () => Results.NotFound()).RequireAuthorization(Policies.Anyone);
    }
}
