using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>Collects the people and organizations of a sample while it is made; each person gets an opaque id.</summary>
internal sealed class SamplePeople
{
    private readonly List<Person> persons = [];
    private readonly List<Organization> organizations = [];
    private readonly Dictionary<OrganizationId, Organization> byId = [];

    public PersonId Add(string shownAs, OrganizationId? organization, string zone, string? alias = null, ImmutableArray<Qualification> qualifications = default)
    {
        var id = new PersonId(string.Create(CultureInfo.InvariantCulture, $"p{persons.Count + 1:00000}"));
        persons.Add(new(id, shownAs, organization, zone, alias, qualifications.IsDefault ? [] : qualifications, []));
        return id;
    }

    /// <param name="reachable">False: nobody is named there yet, which is a gap to close before anybody can be told.</param>
    public OrganizationId Add(string id, string name, OrganizationKind kind, string zone, bool reachable = true)
    {
        var organization = new OrganizationId(id);
        var contact = reachable ? Add($"Contact at {name}", organization, zone) : (PersonId?)null;
        var made = new Organization(organization, name, kind, zone, contact);
        organizations.Add(made);
        byId.Add(organization, made);
        return organization;
    }

    public Organization this[OrganizationId id] => byId[id];

    public Person this[PersonId id] => persons[int.Parse(id.Value.AsSpan(1), CultureInfo.InvariantCulture) - 1];

    public PeopleBook Book() => new([.. organizations], [.. persons]);
}
