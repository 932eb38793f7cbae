using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Json.Forms;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Organizations and persons in the campaign file.</summary>
internal static class PeopleRecords
{
    internal static readonly RestFields<Person> RestOfPerson = new("id", "shownAs", "organization", "zone", "alias", "qualifications", "unfit");

    public static PeopleBook Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "the people in { }");
        var people = new PeopleBook(fields.List("organizations", ReadOrganization), fields.List("persons", ReadPerson));
        fields.Done();
        return people;
    }

    public static void Write(FieldWriter json, PeopleBook people)
    {
        json.List("organizations", people.Organizations, WriteOrganization);
        json.List("persons", people.Persons, WritePerson);
    }

    private static Organization ReadOrganization(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "an organization in { }");
        var organization = new Organization(
            new(fields.OwnId(IdKinds.Organization)), fields.Text("name"), fields.Word<OrganizationKind>("kind"), fields.Zone("zone"),
            fields.RefOrNone("contact", IdKinds.Person) is { } contact ? new PersonId(contact) : null);
        fields.Done();
        return organization;
    }

    private static void WriteOrganization(FieldWriter json, Organization organization)
    {
        json.Begin();
        json.Text("id", organization.Id.Value);
        json.Text("name", organization.Name);
        json.Word("kind", organization.Kind);
        json.Text("zone", organization.Zone);
        json.Text("contact", organization.Contact?.Value);
        json.End();
    }

    private static Person ReadPerson(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a person in { }");
        var person = new Person(
            new(fields.OwnId(IdKinds.Person)), fields.Text("shownAs"),
            fields.RefOrNone("organization", IdKinds.Organization) is { } organization ? new OrganizationId(organization) : null,
            fields.Zone("zone"), fields.TextOrNone("alias"), fields.List("qualifications", ReadQualification), fields.List("unfit", ReadUnfitness));
        person = RestOfPerson.Read(fields, person);
        fields.Done();
        return person;
    }

    private static void WritePerson(FieldWriter json, Person person)
    {
        json.Begin();
        json.Text("id", person.Id.Value);
        json.Text("shownAs", person.ShownAs);
        json.Text("organization", person.Organization?.Value);
        json.Text("zone", person.Zone);
        json.Text("alias", person.Alias);
        json.List("qualifications", person.Qualifications, WriteQualification);
        json.List("unfit", person.Unfit, WriteUnfitness);
        RestOfPerson.Write(json, person);
        json.End();
    }

    private static Qualification ReadQualification(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a qualification in { }");
        var qualification = new Qualification(fields.Text("name"), fields.InstantOrNone("validTo"));
        fields.Done();
        return qualification;
    }

    private static void WriteQualification(FieldWriter json, Qualification qualification)
    {
        json.Begin();
        json.Text("name", qualification.Name);
        json.Instant("validTo", qualification.ValidTo);
        json.End();
    }

    private static Unfitness ReadUnfitness(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a time in { }");
        var unfit = new Unfitness(fields.Instant("from"), fields.InstantOrNone("to"));
        fields.InOrder("to", unfit.From, unfit.To, "from");
        fields.Done();
        return unfit;
    }

    private static void WriteUnfitness(FieldWriter json, Unfitness unfit)
    {
        json.Begin();
        json.Instant("from", unfit.From);
        json.Instant("to", unfit.To);
        json.End();
    }
}
