using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Hospitality;

// Streams care/PERSON in the compartment Care. None of these has a field for what was said or how someone is.

/// <summary>They were reached.</summary>
/// <param name="Means">Telephone, in person, video call, message.</param>
public sealed record CareContactMade(string Flight, int Day, string Means) : ILogEvent;

/// <summary>They could not be reached this time; the contact stays owed.</summary>
public sealed record CareNotReached(string Flight, int Day, string Means) : ILogEvent;

/// <summary>They want no further contact after this flight.</summary>
public sealed record CareOptedOut(string Flight) : ILogEvent;

/// <summary>The surgeon is asked to call; why is between the two.</summary>
public sealed record CareFlagRaised(string Flight) : ILogEvent;

/// <summary>The surgeon has called.</summary>
public sealed record CareFlagAnswered(string Flight) : ILogEvent;

/// <summary>Names of the streams.</summary>
public static class CareStreams
{
    public const string Prefix = "care/";

    public static string Of(PersonId person) => Prefix + person.Value;
}
