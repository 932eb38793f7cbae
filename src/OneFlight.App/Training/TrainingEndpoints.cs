using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Feeds;
using OneFlight.App.Shell;
using OneFlight.Primitives;

namespace OneFlight.App.Training;

/// <summary>Sessions of a campaign, of a flight, and one session with its attendance.</summary>
public static class TrainingEndpoints
{
    public static void AddTraining(this IServiceCollection services)
    {
        services.AddScoped<RecordAttendance>();
        services.AddScoped<BookSessions>();
        services.AddSingleton(new FeedSource(InstructorFeed.Kind, InstructorFeed.Of));
    }

    public static void MapTraining(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/training", ShowAll).RequireAuthorization(Policies.TrainingRead);
        routes.MapGet("/c/{campaign}/flights/{flight}/training", (string campaign, string flight, HttpContext http, Screens screens) =>
            ShowFlight(campaign, flight, http, screens, [], AssignForm.Empty)).RequireAuthorization(Policies.TrainingRead);
        routes.MapPost("/c/{campaign}/flights/{flight}/training/assign", Assign).RequireAuthorization(Policies.TrainingWrite);
        routes.MapGet("/c/{campaign}/training/sessions/{flight}/{activity}", (string campaign, string flight, string activity, HttpContext http, Screens screens) =>
            ShowSession(campaign, flight, activity, http, screens, [], AttendanceForm.Empty)).RequireAuthorization(Policies.TrainingRead);
        routes.MapPost("/c/{campaign}/training/sessions/{flight}/{activity}/attendance", Record).RequireAuthorization(Policies.TrainingWrite);
        routes.MapPost("/c/{campaign}/training/sessions/{flight}/{activity}/again", Again).RequireAuthorization(Policies.TrainingWrite);
    }

    private static async Task<IResult> ShowAll(string campaign, HttpContext http, Screens screens, FeedLinks links)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        return Screens.Page<TrainingPage, TrainingView>(frame, TrainingView.From(open, Query.Of(http.Request), frame.Now, await Feeds(open, frame.Viewer, links, http.RequestAborted)));
    }

    /// <summary>Links are given away by whoever runs the training.</summary>
    private static async Task<ImmutableDictionary<string, string>> Feeds(OpenCampaign open, Viewer viewer, FeedLinks links, CancellationToken stop)
    {
        var feeds = ImmutableDictionary.CreateBuilder<string, string>();
        if (viewer.May(Policies.TrainingWrite) && viewer.Person is not null)
            foreach (var instructor in open.Campaign.Training.Instructors)
                feeds[instructor.Id.Value] = await links.For(open.Id, viewer, InstructorFeed.Kind, instructor.Id.Value, stop);
        return feeds.ToImmutable();
    }

    private static async Task<IResult> ShowFlight(string campaign, string flight, HttpContext http, Screens screens, ImmutableArray<Problem> problems, AssignForm typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        return FlightTrainingView.From(open, flight, http.Request.Query["module"], frame.Viewer.May(Policies.TrainingWrite), frame.Now, problems, typed) is { } view
            ? Screens.Page<FlightTrainingPage, FlightTrainingView>(frame, view, problems.IsEmpty ? 200 : Answers.StatusOf(problems)) : Answers.NotFound(frame, $"flight {flight}");
    }

    private static async Task<IResult> ShowSession(string campaign, string flight, string activity, HttpContext http, Screens screens, ImmutableArray<Problem> problems, AttendanceForm typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        return SessionView.From(open, flight, activity, frame.Viewer.May(Policies.TrainingWrite), frame.Now, problems, typed) is { } view
            ? Screens.Page<SessionPage, SessionView>(frame, view, problems.IsEmpty ? 200 : Answers.StatusOf(problems)) : Answers.NotFound(frame, $"session {activity} of {flight}");
    }

    private static async Task<IResult> Assign(string campaign, string flight, HttpContext http, Screens screens, BookSessions book, IFormCollection form)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var typed = AssignForm.Of(form);
        var kept = await book.Assign(open.Id, Screens.ViewerOf(http), flight, typed.Curriculum, typed.Seats, screens.NowFor(open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(TrainingPaths.Flight(open.Id, flight)) : await ShowFlight(campaign, flight, http, screens, kept.Problems, typed);
    }

    private static async Task<IResult> Record(string campaign, string flight, string activity, HttpContext http, Screens screens, RecordAttendance record, IFormCollection form)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var (typed, viewer) = (AttendanceForm.Of(form), Screens.ViewerOf(http));
        var note = typed.Note($"{flight}/{activity}", screens.NowFor(open), viewer.Name);
        var problems = note.Succeeded ? (await record.Run(open.Id, viewer, note.Value, http.RequestAborted)).Problems : note.Problems;
        return problems.IsEmpty ? Results.LocalRedirect(TrainingPaths.Session(open.Id, flight, activity)) : await ShowSession(campaign, flight, activity, http, screens, problems, typed);
    }

    private static async Task<IResult> Again(string campaign, string flight, string activity, HttpContext http, Screens screens, BookSessions book)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await book.Again(open.Id, Screens.ViewerOf(http), flight, $"{flight}/{activity}", screens.NowFor(open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(TrainingPaths.Session(open.Id, flight, $"{activity}r")) : await ShowSession(campaign, flight, activity, http, screens, kept.Problems, AttendanceForm.Empty);
    }
}
