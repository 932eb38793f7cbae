using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.People;
using OneFlight.Operations.Samples;

namespace OneFlight.App.Access;

/// <summary>Someone whom the user of the demonstration can be.</summary>
/// <param name="Key">Id of the person or organization; unique within a role.</param>
/// <param name="Of">The flight of the story that they are met on; null: of none in particular.</param>
public sealed record CastMember(Role Role, string Key, string Name, string? Of, string? Person, string? Organization)
{
    public Viewer AsViewer() => new(LocalSignIn.DemonstrationOperator, "Demonstration operator", Name, [Role], Person, Organization);
}

/// <summary>Whom the user of the demonstration can be: the staff of the story, and the customers of its flights.</summary>
public static class Cast
{
    /// <summary>The flight whose people come first when nobody is chosen: it is about to launch.</summary>
    private const StoryStage FirstMet = StoryStage.LaunchDay;

    /// <summary>Who does the work of a role at the operator, when no campaign says more.</summary>
    public static CastMember Staff(Role role) => role switch
    {
        Role.Planner => Of(role, StoryStaff.Planner, "Campaign planner"),
        Role.Training => Of(role, StoryStaff.TrainingLead, "Training lead"),
        Role.Surgeon => Of(role, StoryStaff.Surgeon, "Flight surgeon"),
        Role.Safety => Of(role, StoryStaff.Safety, "Safety lead"),
        Role.FlightDirector => Of(role, StoryStaff.FlightDirector, "Flight director"),
        Role.Logistics => Of(role, StoryStaff.Logistics, "Logistics lead"),
        Role.Executive => Of(role, StoryStaff.Executive, "Chief executive"),
        _ => new(role, role.ToString(), Shell.Say.Words(role), null, null, null),
    };

    private static CastMember Of(Role role, PersonId person, string name) => new(role, person.Value, name, null, person.Value, null);

    /// <summary>Everyone in a role, whom one meets first in front. Never empty.</summary>
    /// <param name="campaign">The one that holds the story; null: none does.</param>
    public static ImmutableArray<CastMember> In(Role role, Campaign? campaign)
    {
        if (campaign is null) return [Staff(role)];
        var story = Story.FlightsOf(campaign).OrderByDescending(f => f.Stage == FirstMet).ThenBy(f => f.Number).ToList();
        var (persons, organizations) = (campaign.People.Persons.ToDictionary(p => p.Id), campaign.People.Organizations.ToDictionary(o => o.Id));

        CastMember? One(PersonId id, string? of) => persons.TryGetValue(id, out var person)
            ? new(role, id.Value, person.PublicName, of, id.Value, person.Organization?.Value) : null;
        // An organization is spoken for by whoever answers there, under its own name.
        CastMember? Desk(OrganizationId id, string? of) => organizations.TryGetValue(id, out var organization)
            ? new(role, id.Value, organization.Name, of, organization.Contact?.Value, id.Value) : null;

        IEnumerable<CastMember?> found = role switch
        {
            Role.Steward => story.Select(f => One(f.Steward, f.Flight.Value)),
            Role.Partner => campaign.People.Organizations.Where(o => o.Kind is OrganizationKind.Station or OrganizationKind.Range)
                .OrderByDescending(o => o.Contact == StoryStaff.PartnerDesk).Select(o => Desk(o.Id, null)),
            // A participant is themselves only: what their organization contracted is seen by its own desk.
            Role.Guest => story.Select(f => One(f.Guest, f.Flight.Value)).Concat(story.SelectMany(f => new[] { One(f.Performer, f.Flight.Value), One(f.Astronaut, f.Flight.Value) }))
                .Select(m => m is null ? null : m with { Organization = null }),
            Role.Office => story.Select(f => Desk(f.Office, f.Flight.Value)),
            Role.Agency => story.Select(f => Desk(f.Agency, f.Flight.Value)),
            Role.Laboratory => story.Select(f => Desk(f.Laboratory, f.Flight.Value)),
            Role.Broker => story.Select(f => Desk(f.Broker, f.Flight.Value)),
            Role.Family => story.Select(f => One(f.Family, f.Flight.Value)),
            _ => [Staff(role)],
        };
        var members = found.OfType<CastMember>().DistinctBy(m => m.Key).ToImmutableArray();
        return members.IsEmpty ? [Staff(role)] : members;
    }
}
