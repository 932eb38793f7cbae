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

    public static readonly ImmutableArray<string> Aliases =
    [
        "Alder", "Rowan", "Juniper", "Larch", "Mangrove", "Sorrel", "Yarrow", "Hazel", "Linden", "Tamarind", "Cedar", "Heather", "Bracken", "Clover", "Fennel",
        "Saffron", "Laurel", "Myrtle", "Olive", "Poplar", "Quince", "Sage", "Thistle", "Willow", "Aspen", "Birch", "Cypress", "Elder", "Fern", "Gorse",
    ];

    /// <summary>What a person may add to it.</summary>
    public static readonly ImmutableArray<string> PersonsAdd =
    [
        "", "", "", "Everything beyond that is a gift.", "If that fails, tell me yourself and tell me early.", "The rest I leave to you.",
        "I would rather fly a month later than fly without that.", "I know things move; I only want to hear it before others do.",
        "Do not trade it away without asking me.", "Ask me a year later whether it was so.", "I do not need ceremony around it.",
        "Nobody has to know but us.", "That is what I tell people when they ask why.", "I have waited long enough to know what matters in it.",
        "Someone at home will ask me about exactly that.", "If I forget to want it up there, remind me.",
    ];

    /// <summary>What an institution may add to it.</summary>
    public static readonly ImmutableArray<string> OthersAdd =
    [
        "", "", "Anything beyond that is welcome and not expected.", "If it cannot be had, we need to know while we can still choose.",
        "A later flight is better than half of it.", "We will say so in public when it was so.", "Our board has heard this sentence and will ask about it.",
        "Dates matter to us less than this.", "Please do not trade it for something larger.", "That is the whole of it.",
        "It is less than we first asked for, and it is enough.", "We have planned around it for two years.", "Tell us the odds as you see them, not as we would like them.",
    ];

    /// <summary>How a promise came to be said.</summary>
    public static readonly ImmutableArray<string> Openers =
        ["", "", "", "", "", "", "We shook hands on this: ", "As you told me in {desk}: ", "What I was promised at signing: ", "I was told, and I wrote it down: ", "My one condition: "];
}
