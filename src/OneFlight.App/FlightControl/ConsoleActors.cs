using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.People;

namespace OneFlight.App.FlightControl;

/// <summary>Who a viewer is at the consoles: the person of their sign-in, where the campaign knows them.</summary>
public static class ConsoleActors
{
    public static ConsoleActor Of(Viewer viewer, OpenCampaign open)
    {
        var person = viewer.Person is { } id && open.Index.Persons.ContainsKey(new(id)) ? new PersonId(id) : (PersonId?)null;
        return new(person, person is null ? viewer.Name : open.Index.NameOf(person), viewer.May(Policies.ControlWrite));
    }
}
