using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Flights;

/// <summary>States, for each filled seat, what its demands come to through landing and reserve, and the clearance of who sits in it.</summary>
public static class QualificationStatement
{
    public static void State(
        QualificationBook book, ImmutableArray<Clearance> clearances, PeopleBook people, ImmutableArray<Flight> flights, Instant now, StatementBuilder statement)
    { }
}
