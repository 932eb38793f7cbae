using System.Collections.Immutable;

namespace OneFlight.Operations.Stewardship;

/// <summary>Words that do not stand in a notice.</summary>
public static class PlainWords
{
    /// <summary>A word of the trade, and what people say instead.</summary>
    public static readonly ImmutableArray<(string Word, string Plain)> Jargon =
    [
        ("off-nominal", "not as planned"), ("nominal", "as planned"), ("NET", "not before"), ("TBD", "not decided yet"), ("TBC", "not confirmed yet"), ("anomaly", "something is not as it should be"),
        ("scrub", "we stop for today"), ("slip", "moves"), ("manifest", "list of what flies"), ("FRR", "the last review before launch"), ("EVA", "space walk"), ("ISS", "the station"),
        ("GNC", "steering"), ("SLA", "how soon we answer"), ("stakeholder", "the people concerned"), ("mitigation", "what we do about it"), ("go/no-go", "the last decision"), ("amber", "in doubt"),
        ("T-0", "liftoff"), ("de-scope", "leave out"), ("baseline", "plan"), ("impacted", "touched"), ("contingency", "plan for trouble"), ("commit criteria", "what must hold for launch"), ("L-minus", "before launch"),
    ];

    /// <summary>Beginnings of words about someone's health; only a physician speaks of it, and in person.</summary>
    public static readonly ImmutableArray<string> Clinical =
    [
        "diagnos", "arrhythm", "cardiac", "cardiolog", "hypertens", "medication", "surger", "surgical", "tumor", "cancer", "infection", "antibiot", "blood pressure", "blood test", "fractur", "psychiatr",
        "depress", "epilep", "diabet", "pregnan", "biopsy", "ultrasound", "electrocardio", "vaccin", "symptom", "prescri", "allerg", "asthma", "disqualif",
    ];
}
