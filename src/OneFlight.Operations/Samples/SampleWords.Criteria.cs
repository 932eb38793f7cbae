using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>By what customers will know that it was a success; a criterion without a measure is felt.</summary>
internal static partial class SampleWords
{
    public static ImmutableArray<(string Text, string? Measure)> Criteria(CustomerKind kind) => kind switch
    {
        CustomerKind.Participant => OfParticipants,
        CustomerKind.Agency => OfAgencies,
        CustomerKind.Laboratory => OfLaboratories,
        CustomerKind.University => OfUniversities,
        CustomerKind.Brand => OfBrands,
        CustomerKind.Culture => OfCultures,
        CustomerKind.Station => OfStations,
        _ => OfFamilies,
    };

    private static readonly ImmutableArray<(string, string?)> OfParticipants =
    [
        ("Time at the window that nobody plans for me", "hours, at least 5"), ("My home seen in daylight", "passes seen, at least 1"),
        ("A private call home", "minutes, at least 15"), ("A full night's sleep", "hours, at least 7"), ("I did what I had trained for", "tasks done of tasks planned"),
        ("I felt part of the crew", null), ("I was at peace with what could go wrong", null), ("I would do it again", null),
        ("I was told the truth, also when it was unwelcome", null), ("The quiet afterwards was quiet", "public appointments in the first week, none"),
    ];

    private static readonly ImmutableArray<(string, string?)> OfAgencies =
    [
        ("Ranked experiments above the line", "percent done, at least 90"), ("Agreed crew hours", "hours delivered of hours agreed"),
        ("The national call in its slot", "held, yes or no"), ("Health data within the circle of surgeons", "disclosures, none"),
        ("Our public is proud", null), ("Our crew office would fly with you again", null),
    ];

    private static readonly ImmutableArray<(string, string?)> OfLaboratories =
    [
        ("Sample temperature without excursion", "minutes out of range, none"), ("Run time", "hours of hours promised"), ("Handover after splashdown", "hours, at most 48"),
        ("Complete data package", "items delivered of items listed"), ("Confidentiality", "disclosures, none"), ("We trusted the hands it was in", null),
    ];

    private static readonly ImmutableArray<(string, string?)> OfUniversities =
    [
        ("Flight before the end of term", "days before, at least 14"), ("A film of the experiment being handled", "days after activation, at most 7"),
        ("Students who stay with the project", "of those who began"), ("Raw data with units", "days after landing, at most 30"),
        ("The class speaks of we", null), ("The teachers felt taken seriously", null),
    ];

    private static readonly ImmutableArray<(string, string?)> OfBrands =
    [
        ("Nobody else from our trade aboard", "items, none"), ("Material approved before release", "percent, all"), ("The object home with its certificate", "days, at most 30"),
        ("It was honest", null), ("Our own people are proud of it", null),
    ];

    private static readonly ImmutableArray<(string, string?)> OfCultures =
    [
        ("No change in the object's condition", "condition report before and after"), ("Certificate of its journey", "days after landing, at most 30"),
        ("The take that the artist approved", "used, yes or no"), ("It was met with respect", null), ("It meant something to those aboard", null),
    ];

    private static readonly ImmutableArray<(string, string?)> OfStations =
    [
        ("Priority items unloaded", "hours after hatch opening, at most 24"), ("Arrival in the agreed slot", "days off, at most 2"),
        ("Return load complete", "percent of list"), ("Packing list equals bags", "differences, none"), ("No surprises", null),
    ];

    private static readonly ImmutableArray<(string, string?)> OfFamilies =
    [
        ("Told before the media", "minutes before, at least 10"), ("A call on the second day", "minutes, at least 15"), ("One named person beside us", "changes, none"),
        ("We never felt in the way", null), ("The children were not afraid", null),
    ];
}
