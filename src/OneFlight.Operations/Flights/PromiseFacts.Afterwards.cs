using NodaTime;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

/// <summary>Facts about what follows a landing: samples, objects, films, care.</summary>
public static partial class PromiseFacts
{
    private static double? SampleHandoverHours(PlannedFlight flight, PromiseTerms terms) => SinceLanding(flight, Find(flight, "RECOV")?.End)?.TotalHours;

    private static double? CertificateDays(PlannedFlight flight, PromiseTerms terms) => SinceLanding(flight, Find(flight, "COCDEL")?.End)?.TotalDays;

    private static double? ObjectReturnDays(PlannedFlight flight, PromiseTerms terms) =>
        SinceLanding(flight, (Find(flight, "COCDEL") ?? Find(flight, "STORY"))?.End)?.TotalDays;

    private static double? StoryDeliveryDays(PlannedFlight flight, PromiseTerms terms) => SinceLanding(flight, Find(flight, "STORY")?.End)?.TotalDays;

    private static double? CareStartDays(PlannedFlight flight, PromiseTerms terms) => SinceLanding(flight, Find(flight, "AFTERCR")?.Start)?.TotalDays;

    private static double? PublicWorkFirstWeekCount(PlannedFlight flight, PromiseTerms terms)
    {
        if (flight.Plan.End is not { } landed || flight.Template is null || flight.Plan.Activities.IsEmpty) return null;
        var inPublic = Asking(flight.Template, "media", "communications");
        return flight.Plan.Activities.Count(a => inPublic.Contains(a.Id) && a.Start >= landed && a.Start < landed + Duration.FromDays(7));
    }

    private static Duration? SinceLanding(PlannedFlight flight, Instant? then) =>
        flight.Plan.End is { } landed && then is { } at ? at - landed : null;
}
