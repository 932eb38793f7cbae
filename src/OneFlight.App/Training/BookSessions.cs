using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Training;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Training;

/// <summary>Assigns seats to a curriculum, or books a session once more, and has the planner place what was booked.</summary>
public sealed class BookSessions(KeepFact keep)
{
    /// <remarks>Refused: what <see cref="SessionBooking.Assign"/> refuses, and <c>unknown-flight</c>.</remarks>
    public Task<Result<Revision<Campaign>>> Assign(
        CampaignId campaign, Viewer viewer, string flight, string curriculum, ImmutableArray<(int Seat, ImmutableArray<string> Roles)> seats, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{flight} goes through {curriculum}", c => Booked(c, flight, now, f => SessionBooking.Assign(c.Training, c.Fleet, f, curriculum, seats, now)), stop);

    /// <remarks>Refused: what <see cref="SessionBooking.Again"/> refuses, and <c>unknown-flight</c>.</remarks>
    public Task<Result<Revision<Campaign>>> Again(CampaignId campaign, Viewer viewer, string flight, string session, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{session} is held again", c => Booked(c, flight, now, f => SessionBooking.Again(c.Training, c.Fleet, f, session, now)), stop);

    private static Result<Campaign> Booked(Campaign campaign, string flightId, Instant now, Func<Flight, Result<Booked>> book)
    {
        if (campaign.Flights.FirstOrDefault(f => f.Id.Value == flightId) is not { } flight)
            return new Problem("unknown-flight", Place.Of("flight"), $"'{flightId}'", "a flight of the campaign");
        return book(flight).Then<Campaign>(booked =>
        {
            var rules = booked.Book.Curricula.SelectMany(c => ModuleCurrency.Rules(c)).Where(r => campaign.Qualifications.Rules.All(k => k.Id != r.Id));
            var with = campaign with
            {
                Training = booked.Book,
                Fleet = booked.Fleet,
                Flights = campaign.Flights.Replace(flight, booked.Flight),
                Qualifications = campaign.Qualifications with { Rules = [.. campaign.Qualifications.Rules, .. rules] },
            };
            return Planner.Plan(with, PlanningRequest.At(now)).Plan;
        });
    }
}
