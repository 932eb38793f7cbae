using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>What customers call success, in their own words. In braces: what the generator fills in.</summary>
internal static partial class SampleWords
{
    /// <summary>What a mission is about and its success; with a house where only that one would do such a thing.</summary>
    public static ImmutableArray<(string? House, string Topic, string Success)> Successes(CustomerKind kind) => kind switch
    {
        CustomerKind.Agency => Agencies,
        CustomerKind.Laboratory => Laboratories,
        CustomerKind.University => Universities,
        CustomerKind.Brand => Brands,
        CustomerKind.Culture => Cultures,
        CustomerKind.Station => Stations,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Persons and families have no topic."),
    };

    public static readonly ImmutableArray<string> Participants =
    [
        "I see {town} from above once, in daylight, and I am calm enough to know that I am seeing it.",
        "An hour at the window with nobody speaking to me.",
        "My mother is on the line on the second day and hears my voice, not a recording.",
        "I do my share of the work on board and nobody has to do it twice.",
        "That my body manages. The rest I can enjoy anywhere.",
        "I want to be useful for one whole day, as a member of a crew and not as a passenger.",
        "To pray on time, facing the right way, and to have thought of nothing else while doing it.",
        "A photograph of me that my grandchildren will believe.",
        "I learn every switch I am allowed to touch and touch each of them once.",
        "That the four of us are still friends at splashdown.",
        "To find out whether I am as curious as I have always said I am.",
        "That I sleep one full night and remember the dream.",
        "That you treat me as you treat the astronauts, also when it is unpleasant.",
        "I want to come back changed, and to have somebody to talk to if I do not like how.",
        "That I weigh nothing and for once do not notice the chair I left on the ground.",
        "I understood the risk before I signed, and I would sign again on the way down.",
        "That I was nobody in particular for a few days.",
        "I want to do it well enough that the next person from {town} is asked for less proof.",
    ];

    /// <summary>Of two who fly together.</summary>
    public static readonly ImmutableArray<string> Pairs =
    [
        "We watch one sunrise together and do not photograph it.", "That we are kind to each other in a very small room.",
        "We have planned this since we met. Success is that both of us fly, or neither.", "One of us has wanted it for a lifetime and the other came along; we both come home glad.",
        "We sit side by side on the way up. That was the condition, and it stays the condition.", "We dance once. It need not look like it.",
        "At the end each of us has one thing that the other did not see.",
    ];

    private static readonly ImmutableArray<(string?, string, string)> Agencies =
    [
        (null, "ranked science", "Our astronaut completes the experiments above the line and comes home fit for a second flight."),
        (null, "national flight", "The call with the head of state takes place in its slot and our schools can listen."),
        (null, "first long stay", "A full increment with our own flag, our own science and no loan of another agency's hours."),
        (null, "crew health study", "That our flight surgeons have what they need within an hour, and the press nothing of it."),
        (null, "technology demonstration", "The valve cycles a thousand times up there, and our crew member is the one who proves it."),
        (null, "first woman of the program", "She is known afterwards for her work and not for being the first."),
        (null, "increment operations", "Crew hours as agreed, to the hour, and a record that our auditors can follow."),
        (null, "second crew class", "We learn enough to train our next two astronauts at home."),
        (null, "crew exchange", "The handover is unhurried, and our crew member knows the station before the other crew leaves."),
    ];

    private static readonly ImmutableArray<(string?, string, string)> Laboratories =
    [
        ("Tidewater Protein Laboratory", "protein crystals", "The crystals come back cold, counted and in the order in which they were grown."),
        ("Ferrum Alloy Research", "alloy casting", "A casting without a power cut, and the sample in our hands two days after splashdown."),
        ("Pampa Vaccine Institute", "vaccine adjuvants", "Nobody outside this laboratory knows what is in the box."),
        ("Vasa Tissue Works", "cell cultures", "The cells are alive when the hatch opens. If they are not, we want to know the hour at which they died."),
        ("Vasa Tissue Works", "tissue patches", "The late load is late: they leave our incubator on the last day or they do not leave at all."),
        ("Institute for Slow Crystals", "colloids", "One clean run with all telemetry beats three runs with gaps."),
        ("Ostrava Fiber Optics", "glass fiber", "Fifty meters of fiber without a bubble, and the logger file that proves how it was drawn."),
        ("Southern Root Laboratory", "root growth", "The roots turn, or they do not; either is success if the camera saw it."),
        ("Kinabalu Materials Laboratory", "thin films", "Our second flight can be booked on the strength of the first."),
        ("Tidewater Protein Laboratory", "antibody storage", "The temperature log has no hole in it from our door to our door."),
        ("Kinabalu Materials Laboratory", "foam metals", "That we see the pores form, frame by frame, and can throw away our old model."),
        ("Vasa Tissue Works", "bone loss model", "Every sample labeled by the hand that sealed it, and opened by the same hand."),
    ];

    private static readonly ImmutableArray<(string?, string, string)> Universities =
    [
        (null, "a class experiment in foam", "It flies before this class graduates, so that those who built it see it go."),
        (null, "seedlings in the dark", "Our students watch their own experiment being switched on by a human hand."),
        (null, "student radio beacon", "Twelve girls from {town} decide to become engineers and one of them does."),
        (null, "capillary art", "The data are with us before the examination week, raw, with units."),
        (null, "a pendulum that cannot swing", "If it is lost, we fly it again, and the students are told so before the launch and not after."),
        (null, "yeast and bread", "Our teachers can explain to every parent what went up and why."),
        (null, "the spider project", "The payload survives, and so does the enthusiasm of those who soldered it."),
        (null, "a camera built by hand", "One picture, taken by a student's camera, hanging in the hall of the school in {town}."),
        (null, "magnets and dust", "That somebody aboard says the names of all eleven students, correctly."),
    ];

    private static readonly ImmutableArray<(string?, string, string)> Brands =
    [
        ("Halden Watchmakers", "a timepiece in use", "The watch keeps time to the second and comes back with the scratches it earned."),
        ("Orrery Films", "the film of one morning", "The film has one take that nobody could have made on the ground, and we approve it before anybody sees it."),
        ("Bellweather Coffee", "the cup", "The cup works, the coffee is hot, and the crew asks for a second one without a camera near."),
        ("Kogane Ceramics", "glaze and fire", "Our craftspeople hold the piece in their hands again and can say what the journey did to the glaze."),
        ("Lumen and Loom", "the coat that was worn", "It was worn because it was needed, and people talk about that and not about who paid for it."),
        ("Lumen and Loom", "the thread", "No other name from our trade on this flight, and a story that our own staff is proud of two years later."),
    ];

    private static readonly ImmutableArray<(string?, string, string)> Cultures =
    [
        ("Museum of Small Voyages", "the traveling panel", "The panel returns without a crack and with the paper that says where it has been."),
        ("Orchestra of the Estuary", "a score for four minutes", "It is played, badly if need be, by a living musician who floats."),
        ("House of Letters", "one poem in orbit", "A poem by somebody from {town} is read in its own language and recorded in full."),
        ("Weavers of the High Valley", "the folded cloth", "The cloth is unfolded once in the light of the window, and folded again by the rules of our grandmothers."),
        ("Museum of Small Voyages", "the small bronze", "Visitors stand before it in ten years and know that it is the one that flew."),
        ("Theater Without Walls", "dance without floor", "The dance has no audience for three minutes. Then it has everybody."),
        ("The Lacquer Guild", "the mask", "The object is treated as a guest and not as cargo."),
        ("Orchestra of the Estuary", "a night of listening", "An evening in {town} on which the hall is silent because the sound comes from up there."),
        ("House of Letters", "ink and brush", "One character, written once, not corrected."),
    ];

    private static readonly ImmutableArray<(string?, string, string)> Stations =
    [
        (null, "water and filters", "The water, the filters and the spare pump are aboard before the reserve line is reached."),
        (null, "return of worn hardware", "The ship comes in its slot, leaves in its slot and takes the full return load."),
        (null, "food and clothing", "Priority items are in the crew's hands on the first day after hatch opening."),
        (null, "supplies and spares", "What the packing list says is what is in the bags."),
        (null, "outfitting", "The racks fit at the first try, and nobody has to saw."),
        (null, "resident crew stores", "We never have to choose between your visitor and our resident crew."),
        (null, "air and pressure", "The tanks are full before the crew changes, with nothing borrowed from the other side."),
        (null, "laboratory refit", "The old freezer leaves before the new one is plugged in, and no sample sees the hour between."),
        (null, "tools and straps", "Small things arrive sorted, so that nobody spends a Saturday looking for a strap."),
        (null, "exercise machine", "The crew can train again within a week of hatch opening."),
        (null, "quiet visit", "Unloading ends when sleep begins, every day of the stay."),
        (null, "visiting ship", "No surprise at the port: the ship we agreed on, on the day we agreed on, or a call before."),
    ];

    public static readonly ImmutableArray<string> Families =
    [
        "One person stands beside us from the gate to the splashdown and does not change.",
        "We hear it from you before the television says it, whatever it is.",
        "The children understand what they see and sleep that night.",
        "Fifteen minutes on the line that belong to us alone.",
        "We see the launch with our own eyes and nobody films our faces.",
        "That the person who comes back to the table in {town} is the one who left it.",
        "That somebody also asks how we are.",
        "No one congratulates us until everybody is out of the capsule.",
    ];
}
