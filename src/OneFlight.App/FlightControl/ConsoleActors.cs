using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.People;
using OneFlight.Operations.Samples;

namespace OneFlight.App.FlightControl;

/// <summary>Who a viewer is at the consoles: the person of their sign-in.</summary>
/// <remarks>The one place that knows that a role of the demonstration stands for a person of its story.</remarks>
public static class ConsoleActors
{
    public static ConsoleActor Of(Viewer viewer, OpenCampaign open)
    {
        var person = PersonOf(viewer) is { } id && open.Index.Persons.ContainsKey(id) ? id : (PersonId?)null;
        return new(person, person is null ? viewer.Name : open.Index.NameOf(person), viewer.May(Policies.ControlWrite));
    }

    private static PersonId? PersonOf(Viewer viewer) => viewer.Person is { } person ? new(person)
        : viewer.Roles.Select(InTheStory).FirstOrDefault(p => p is not null);

    private static PersonId? InTheStory(Role role) => role switch
    {
        Role.Planner => StoryStaff.Planner,
        Role.Training => StoryStaff.TrainingLead,
        Role.Surgeon => StoryStaff.Surgeon,
        Role.Safety => StoryStaff.Safety,
        Role.FlightDirector => StoryStaff.FlightDirector,
        Role.Logistics => StoryStaff.Logistics,
        Role.Executive => StoryStaff.Executive,
        _ => null,
    };
}
