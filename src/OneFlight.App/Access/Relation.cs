using OneFlight.Operations.Flights;

namespace OneFlight.App.Access;

/// <summary>What a viewer is to one mission, or to one request; several at once are possible.</summary>
[Flags]
public enum Relation
{
    None = 0,

    /// <summary>Flies for it, or speaks for it.</summary>
    Participant = 1,

    /// <summary>Belongs to the office through which its customer is reached.</summary>
    Office = 2,

    /// <summary>Belongs to the organization that contracted it.</summary>
    Customer = 4,

    /// <summary>Belongs to the broker through whom it came.</summary>
    Broker = 8,

    /// <summary>Is the relative whom its participant named.</summary>
    Family = 16,

    /// <summary>Belongs to the organization that is asked.</summary>
    Party = 32,
}

/// <summary>Finds the relation; knows nothing of policies.</summary>
public static class Relations
{
    /// <summary>What the viewer is to the mission, whatever their role.</summary>
    public static Relation To(this Viewer viewer, CustomerMission mission)
    {
        var relation = Relation.None;
        if (viewer.Person is { } person)
        {
            if (mission.Participant?.Value == person) relation |= Relation.Participant;
            if (mission.Family?.Value == person) relation |= Relation.Family;
        }
        if (viewer.Organization is { } organization)
        {
            if (mission.Office?.Value == organization) relation |= Relation.Office;
            if (mission.Customer?.Value == organization) relation |= Relation.Customer;
            if (mission.Broker?.Value == organization) relation |= Relation.Broker;
        }
        return relation;
    }

    /// <param name="party">The party that is asked, written <c>organization:id</c>.</param>
    public static Relation ToParty(this Viewer viewer, string party) =>
        viewer.Organization is { } own && party == $"organization:{own}" ? Relation.Party : Relation.None;

    /// <summary>The relation that makes something a role's own; none for those who work for the operator.</summary>
    public static Relation Own(this Role role) => role switch
    {
        Role.Guest => Relation.Participant,
        Role.Office => Relation.Office,
        Role.Agency or Role.Laboratory => Relation.Customer,
        Role.Broker => Relation.Broker,
        Role.Family => Relation.Family,
        Role.Partner => Relation.Party,
        _ => Relation.None,
    };
}
