using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Medical;

/// <summary>An examination was made.</summary>
/// <param name="Measure">Id of the measure of the medical program, such as <c>M03</c>.</param>
/// <param name="Outcome">One of <see cref="MedicalWords.Outcomes"/>.</param>
public sealed record MedicalExamination(string Measure, string Outcome, string Note) : ILogEvent;

/// <summary>Something was found. It stays with the surgeon.</summary>
/// <param name="Finding">Names it within the person's file, such as <c>f1</c>.</param>
public sealed record MedicalFinding(string Finding, string Text) : ILogEvent;

/// <summary>What was decided about a finding.</summary>
/// <param name="Outcome">One of <see cref="MedicalWords.Outcomes"/>.</param>
public sealed record MedicalDisposition(string Finding, string Outcome, string Text) : ILogEvent;

/// <summary>A standard is waived for this person.</summary>
/// <param name="Until">Waived until then.</param>
public sealed record MedicalWaiver(string Finding, string Text, Instant Until) : ILogEvent;

/// <summary>A note for the surgeon's own use.</summary>
public sealed record MedicalNote(string Text) : ILogEvent;

/// <summary>The person lets the operator know their duty status, and the surgeon keep their file.</summary>
public sealed record MedicalAuthorizationGiven(string Text) : ILogEvent;

/// <summary>The person takes that back: from then on nobody knows anything, and the clearance is unknown.</summary>
public sealed record MedicalAuthorizationWithdrawn(string Text) : ILogEvent;

/// <summary>A clearance was issued; the same words stand on the other side, and nothing more.</summary>
public sealed record MedicalClearanceIssued(string Clearance, Fitness Fitness, Instant? Until, ImmutableArray<string> Limits) : ILogEvent;

/// <summary>The fixed words of the medical capability.</summary>
public static class MedicalWords
{
    /// <summary>How an examination or a finding ends.</summary>
    public static readonly ImmutableArray<string> Outcomes = ["cleared", "mitigated", "deferred", "not cleared"];

    /// <summary>The only words that may limit a clearance: what a person does not do or what is done for them, never why.</summary>
    public static readonly ImmutableArray<string> Limits =
    [
        "no spacewalk", "no robotics duty", "no command of dynamic phases", "no duty alone", "no centrifuge run", "protected sleep", "exercise as agreed",
        "helped out of the vehicle at landing", "no driving until released",
    ];

    /// <summary>The stream of a person's file.</summary>
    public static string StreamOf(PersonId person) => Streams + person.Value;

    /// <summary>What all medical streams begin with.</summary>
    public const string Streams = "medical/";
}
