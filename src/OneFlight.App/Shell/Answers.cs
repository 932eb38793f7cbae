using System.Collections.Immutable;
using Microsoft.AspNetCore.Diagnostics;
using OneFlight.App.Access;
using OneFlight.Primitives;

namespace OneFlight.App.Shell;

/// <summary>The one place where problems, and ids that name nothing, become HTTP answers.</summary>
public static class Answers
{
    /// <summary>404: says what was looked for and where to go on.</summary>
    public static IResult NotFound(FrameView frame, string what) => Screens.Page<RefusalPage, RefusalView>(frame, new(
        "There is nothing here", $"We looked for {what} and did not find it. It may have been renamed, or the address was cut off.",
        [], frame.Campaign is null ? "/" : Paths.Flights(frame.Campaign.Id), frame.Campaign is null ? "All campaigns" : "All flights"), 404);

    /// <summary>The problems with a request; a lost race is 409, everything else that cannot be met 400.</summary>
    public static IResult Refused(FrameView frame, string title, ImmutableArray<Problem> problems, string back, string backText) =>
        Screens.Page<RefusalPage, RefusalView>(frame, new(title, "Nothing was kept.", problems, back, backText), StatusOf(problems));

    public static int StatusOf(ImmutableArray<Problem> problems) =>
        problems.Any(p => p.Code.Contains("unknown", StringComparison.Ordinal)) ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;

    /// <summary>Pages for refusals that arise before any screen: no such address, not allowed, and errors of ours. Never a stack trace.</summary>
    public static void UseAnswerPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Write(http,
            // A request that cannot be read is the sender's to mend; everything else that throws is ours.
            http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError)
        });
        app.UseStatusCodePages(context => Write(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static async Task Write(HttpContext http, int status)
    {
        var frame = http.RequestServices.GetRequiredService<Screens>().Frame(http, null);
        http.Response.StatusCode = status;
        await Screens.Page<RefusalPage, RefusalView>(frame, ViewFor(status, http.TraceIdentifier, Landing.Home(frame.Viewer)), status).ExecuteAsync(http);
    }

    private static RefusalView ViewFor(int status, string trace, string home) => status switch
    {
        400 => new("We could not read that", "The form may be too old. Go back, reload the page and try again. Nothing was kept.", [], home, Words(home)),
        401 => new("You are not signed in", "On the computer that runs OneFlight, open http://localhost with its port. Other sign-in is not set up.", [], home, Words(home)),
        403 => new("Your role may not do this", "Nothing was kept. Ask a planner, or change the role in the menu at the top.", [], home, Words(home)),
        404 => new("There is nothing here", "The address names no page. It may have been cut off.", [], home, Words(home)),
        >= 500 => new("We made an error", $"Nothing was kept by this request. Try again; if it stays, give this number to whoever runs OneFlight: {trace}.", [], home, Words(home)),
        _ => new("We could not answer that", $"The answer was {status}.", [], home, Words(home)),
    };

    private static string Words(string home) => home switch { "/portal" => "My missions", "/partner" => "What we are asked", _ => "All campaigns" };
}
