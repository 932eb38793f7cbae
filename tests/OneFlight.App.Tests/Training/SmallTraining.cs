using NodaTime;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Training;

namespace OneFlight.App.Tests.Training;

/// <summary>Adds a curriculum of two modules to the small campaign; when assigned, one of its sessions was held yesterday.</summary>
internal static class SmallTraining
{
    private static TrainingModule AModule(string id, int day, params string[] needs) =>
        new(id, [], "academic", $"Lesson {id}, <b>safe</b>", "room", 6, 4, 8, 1, 4, "1:4", day, [.. needs], "quiz", "80%", "P12M", 30, "accuracy", 195, "M", "planning value");

    public static Campaign With(Campaign campaign, bool assigned)
    {
        var curriculum = new Curriculum("C", "Course", [AModule("M-1", -23), AModule("M-2", -15, "M-1")]);
        var with = campaign with
        {
            Fleet = campaign.Fleet with { Resources = [.. campaign.Fleet.Resources, new(new("room"), "Class room", 1, null, []), new(new("teacher"), "Teacher Alder", 1, null, [])] },
            Training = TrainingBook.Empty with { Curricula = [curriculum], Places = [new("room", [new("room")], false, true)], Instructors = [new(new("teacher"), new("P-3"))] },
            Qualifications = campaign.Qualifications with { Rules = [.. campaign.Qualifications.Rules, .. ModuleCurrency.Rules(curriculum)] },
            People = campaign.People with { Persons = [.. campaign.People.Persons.Select(p => p.Id.Value == "P-1" ? p with { Born = new LocalDate(1971, 2, 3) } : p)] },
        };
        if (!assigned) return with;
        var flight = with.Flights[0];
        var booked = SessionBooking.Assign(with.Training, with.Fleet, with.Flights[0], "C", [(1, []), (2, [])], SmallCampaign.Launch - Duration.FromDays(60));
        var own = booked.Value.Flight;
        var activities = own.OwnActivities.Select(a => new PlannedActivity(a.Id, SmallCampaign.Launch + a.Offset, SmallCampaign.Launch + a.Offset + a.Duration, ActivityStatus.Planned));
        return with with { Training = booked.Value.Book, Fleet = booked.Value.Fleet, Flights = with.Flights.SetItem(0, own with { Plan = own.Plan! with { Activities = [.. own.Plan.Activities, .. activities] } }) };
    }
}
