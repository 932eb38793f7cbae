using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.People;

public readonly record struct PersonId(string Value) { public override string ToString() => Value; public ThingId Thing => new(PeopleKinds.Person, Value); }
public readonly record struct OrganizationId(string Value) { public override string ToString() => Value; public ThingId Thing => new(PeopleKinds.Organization, Value); }

public static class PeopleKinds
{
    public const string Person = "person", Organization = "organization", Qualification = "qualification";
}

/// <summary>A time in which a person is not cleared. The finding behind it belongs to the surgeon and never stands here.</summary>
public sealed record Unfitness(Instant From, Instant? To);

/// <summary>Something a person must hold through landing.</summary>
/// <param name="ValidTo">Null: not known, which is never green.</param>
public sealed record Qualification(string Name, Instant? ValidTo);

/// <summary>A person under an opaque id, shown by role.</summary>
/// <param name="ShownAs">Name or role for screens, such as "Commander, rotation 3"; of a silent person the role only.</param>
/// <param name="Alias">The name under which a silent person is known outside their stewards; null: not silent.</param>
/// <param name="Zone">Where they are, as a time-zone id; messages are timed in it.</param>
public sealed record Person(
    PersonId Id, string ShownAs, OrganizationId? Organization, string Zone, string? Alias,
    ImmutableArray<Qualification> Qualifications, ImmutableArray<Unfitness> Unfit)
{
    /// <summary>The only name that may leave the stewards' circle.</summary>
    public string PublicName => Alias ?? ShownAs;

    /// <summary>Birth date; null: not recorded. No screen shows it but the surgeon's; a campaign file, which is whole, carries it.</summary>
    public LocalDate? Born { get; init; }
}

public enum OrganizationKind { Operator, Agency, Company, Laboratory, University, Brand, Broker, Station, Range, Family, Other }

/// <param name="Contact">Who is called there; null: no one named yet.</param>
public sealed record Organization(OrganizationId Id, string Name, OrganizationKind Kind, string Zone, PersonId? Contact);

/// <summary>Everyone a campaign knows, and whom they belong to.</summary>
public sealed record PeopleBook(ImmutableArray<Organization> Organizations, ImmutableArray<Person> Persons);
