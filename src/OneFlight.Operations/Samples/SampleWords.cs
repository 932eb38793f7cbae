using System.Collections.Immutable;

namespace OneFlight.Operations.Samples;

/// <summary>Words that fictional people are made of.</summary>
internal static partial class SampleWords
{
    /// <summary>Where guests come from, with the time zone of the place.</summary>
    public static readonly ImmutableArray<(string Town, string Zone)> Towns =
    [
        ("Lisbon", "Europe/Lisbon"), ("Reykjavik", "Atlantic/Reykjavik"), ("Nairobi", "Africa/Nairobi"), ("Bergen", "Europe/Oslo"), ("Trieste", "Europe/Rome"),
        ("Valparaiso", "America/Santiago"), ("Halifax", "America/Halifax"), ("Kyoto", "Asia/Tokyo"), ("Busan", "Asia/Seoul"), ("Dunedin", "Pacific/Auckland"),
        ("Accra", "Africa/Accra"), ("Cork", "Europe/Dublin"), ("Ghent", "Europe/Brussels"), ("Gdansk", "Europe/Warsaw"), ("Izmir", "Europe/Istanbul"),
        ("Muscat", "Asia/Muscat"), ("Pune", "Asia/Kolkata"), ("Hobart", "Australia/Hobart"), ("Santa Fe", "America/Denver"), ("Oaxaca", "America/Mexico_City"),
        ("Tartu", "Europe/Tallinn"), ("Split", "Europe/Zagreb"), ("Winnipeg", "America/Winnipeg"), ("Recife", "America/Recife"), ("Windhoek", "Africa/Windhoek"),
        ("Cebu", "Asia/Manila"), ("Graz", "Europe/Vienna"), ("Honolulu", "Pacific/Honolulu"), ("Perth", "Australia/Perth"), ("Almaty", "Asia/Almaty"),
    ];

    public static readonly ImmutableArray<string> Callings =
    [
        "glassblower", "heart surgeon", "ferry captain", "physics teacher", "cellist", "vineyard owner", "bridge engineer", "pediatrician", "cartographer",
        "shipyard owner", "retired judge", "poet", "beekeeper", "chess teacher", "software founder", "mountain guide", "radio host", "botanist", "baker",
        "textile merchant", "paramedic", "violin maker", "architect", "farmer", "translator", "documentary maker", "weather forecaster", "mathematician",
        "lighthouse keeper", "swimmer", "printer", "veterinarian", "restaurateur", "geologist", "choir director", "insurance broker", "sculptor", "midwife",
        "watch collector", "ice-climber", "hospital founder", "racing sailor", "tea grower", "photographer", "piano tuner", "actuary", "puppeteer", "train driver",
    ];

    public static readonly ImmutableArray<string> Aliases =
    [
        "Alder", "Rowan", "Juniper", "Larch", "Mangrove", "Sorrel", "Yarrow", "Hazel", "Linden", "Tamarind", "Cedar", "Heather", "Bracken", "Clover", "Fennel",
        "Saffron", "Laurel", "Myrtle", "Olive", "Poplar", "Quince", "Sage", "Thistle", "Willow", "Aspen", "Birch", "Cypress", "Elder", "Fern", "Gorse",
    ];

    /// <summary>What an open end of a sentence of success may be, said by any customer.</summary>
    public static readonly ImmutableArray<string> Afterwards =
    [
        "", "", "", "Everything beyond that is a gift.", "If that fails, tell me yourself and tell me early.", "The rest I leave to you.",
        "I would rather fly a month later than fly without that.", "I know things move; I only want to hear it before others do.",
        "Do not trade it away without asking me.", "Ask me a year later whether it was so.", "I do not need ceremony around it.",
        "It may be short, but it must be ours.", "Nobody has to know but us.", "That is what I tell people when they ask why.",
        "I have waited long enough to know what matters in it.", "My children will ask me about exactly that.",
    ];

    /// <summary>How a promise came to be said.</summary>
    public static readonly ImmutableArray<string> Openers =
        ["", "", "", "", "We shook hands on this: ", "As you told me in {desk}: ", "What I was promised at signing: ", "I was told, and I wrote it down: ", "My one condition: "];

    /// <summary>A town in the zone, so that a person speaks of their own.</summary>
    public static string TownNear(string zone, SampleRandom random)
    {
        var near = Towns.Where(t => t.Zone == zone).ToList();
        return (near.Count > 0 ? random.Pick(near) : random.Pick(Towns)).Town;
    }
}
