using System.Collections.Immutable;

namespace OneFlight.App.Things;

/// <summary>What people call a kind of thing, one and many; lists are kept in the order that stands here.</summary>
public static class KindWords
{
    private static readonly ImmutableArray<(string Kind, string One, string Many)> words =
    [
        ("flight", "flight", "Flights"), ("stay", "stay at a port", "Stays at a port"), ("seat", "seat", "Seats"), ("person", "person", "People"),
        ("qualification", "qualification", "Qualifications"), ("clearance", "medical clearance", "Medical clearances"), ("demand", "qualification asked for", "Qualifications asked for"),
        ("training", "training", "Training"), ("vehicle", "vehicle", "Vehicles"), ("pad", "pad", "Pads"), ("station", "station", "Stations"), ("port", "port", "Ports"),
        ("resource", "resource or booking", "Resources and bookings"), ("activity", "activity", "Activities"), ("flight-gate", "gate of a flight", "Gates of flights"),
        ("hazard", "hazard", "Hazards"), ("flight-hazard", "hazard of a flight", "Hazards of flights"), ("consent", "consent", "Consents"),
        ("consent-document", "consent document", "Consent documents"), ("requirements", "requirements of a flight", "Requirements of flights"),
        ("procedure", "procedure", "Procedures"), ("step", "step of a procedure", "Steps of procedures"), ("criterion", "launch commit criterion", "Launch commit criteria"),
        ("control-gate", "gate of flight control", "Gates of flight control"), ("cargo", "cargo", "Cargo"), ("manifest", "manifest", "Manifests"), ("cargo-bag", "cargo bag", "Cargo bags"),
        ("cargo-gate", "cargo gate", "Cargo gates"), ("sample-life", "life of a sample", "Lives of samples"), ("consumable", "consumable", "Consumables"), ("stock", "stock on board", "Stocks on board"),
        ("stock-arrival", "arrival of stock", "Arrivals of stock"), ("stock-audit", "count of stock", "Counts of stock"), ("supply-gate", "supply gate", "Supply gates"),
        ("mission", "mission", "Missions"), ("promise", "promise", "Promises"), ("contract", "contract", "Contracts"), ("deposit", "deposit", "Deposits"),
        ("refund-terms", "terms of refund", "Terms of refund"), ("criteria", "criteria of success", "Criteria of success"), ("steward", "steward of a customer", "Stewards of customers"),
        ("commitment", "commitment", "Commitments"), ("accountability", "answerable person", "Answerable people"), ("family-travel", "travel of a family", "Travel of families"),
        ("organization", "organization", "Organizations"), ("template", "template", "Templates"), ("wish", "wish", "Wishes"),
    ];

    private static readonly ImmutableDictionary<string, (int Rank, string One, string Many)> byKind =
        words.Select((w, rank) => (w.Kind, Value: (rank, w.One, w.Many))).ToImmutableDictionary(w => w.Kind, w => w.Value);

    public static string One(string kind) => byKind.TryGetValue(kind, out var known) ? known.One : kind.Replace('-', ' ');

    public static string Many(string kind) => byKind.TryGetValue(kind, out var known) ? known.Many : kind.Replace('-', ' ');

    /// <summary>Place in a list; a kind without words comes last.</summary>
    public static int Rank(string kind) => byKind.TryGetValue(kind, out var known) ? known.Rank : words.Length;
}
