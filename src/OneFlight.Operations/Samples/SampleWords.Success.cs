using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>What customers call success, in their own words. In braces: what the generator fills in.</summary>
internal static partial class SampleWords
{
    public static ImmutableArray<string> Success(CustomerKind kind) => kind switch
    {
        CustomerKind.Participant => Participants, CustomerKind.Agency => Agencies, CustomerKind.Laboratory => Laboratories,
        CustomerKind.University => Universities, CustomerKind.Brand => Brands, CustomerKind.Culture => Cultures,
        CustomerKind.Station => Stations, _ => Families,
    };

    private static readonly ImmutableArray<string> Participants =
    [
        "I see {town} from above once, in daylight, and I am calm enough to know that I am seeing it.",
        "An hour at the window with nobody speaking to me.",
        "My mother is on the line on the second day and hears my voice, not a recording.",
        "I come home and can describe the dark side of the Earth to a class of ten-year-olds without notes.",
        "I was afraid for forty years. Success is that I sat down in that seat and stayed.",
        "I do my share of the work on board and nobody has to do it twice.",
        "My wife and I watch one sunrise together and do not photograph it.",
        "I play the piece I promised my teacher, all four minutes of it.",
        "That my body manages. The rest I can enjoy anywhere.",
        "I want to be useful for one whole day, as a member of a crew and not as a passenger.",
        "That I draw what I see, with my own hand, every orbit of one day.",
        "I leave without the telephone and come back without wanting it.",
        "That my patients see what a heart does up there, with my own as the example.",
        "To pray on time, facing the right way, and to have thought of nothing else while doing it.",
        "A photograph of me that my grandchildren will believe.",
        "I learn every switch I am allowed to touch and touch each of them once.",
        "That the four of us are still friends at splashdown.",
        "I want to hear silence between two fans, if there is such a place.",
        "My father built boats in {town}. I carry a plank of his last one and bring it home.",
        "To find out whether I am as curious as I have always said I am.",
        "That I sleep one full night and remember the dream.",
        "I read one chapter aloud for the ward in {town} and the children can ask me why my hair stands up.",
        "That you treat me as you treat the astronauts, also when it is unpleasant.",
        "I see a thunderstorm from the far side and can tell my students what I got wrong.",
        "I want to come back changed, and to have somebody to talk to if I do not like how.",
        "That nothing about it is rushed. I have been rushed all my life.",
        "A letter written up there, in ink, posted in {town} the week after.",
        "That I weigh nothing and for once do not notice the chair I left on the ground.",
    ];

    private static readonly ImmutableArray<string> Agencies =
    [
        "Our astronaut completes the ranked experiments above the line and comes home fit for a second flight.",
        "The call with the head of state takes place in its slot and our schools can listen.",
        "A full increment with our own flag, our own science and no loan of another agency's hours.",
        "Our first woman in orbit is known afterwards for her work and not for being the first.",
        "Crew hours as agreed, to the hour, and a record that our auditors can follow.",
        "The handover is unhurried and our crew member knows the station before the other crew leaves.",
        "That our flight surgeons have what they need within an hour, and the press nothing of it.",
        "We learn enough to train our next two astronauts at home.",
    ];

    private static readonly ImmutableArray<string> Laboratories =
    [
        "The crystals come back cold, counted and in the order in which they were grown.",
        "Three hundred and fifty hours in the furnace without a power cut, and the sample in our hands two days after splashdown.",
        "Nobody outside this laboratory knows what is in the box.",
        "The cells are alive when the hatch opens. If they are not, we want to know the hour at which they died.",
        "The late load is late: they leave our incubator on the last day or they do not leave at all.",
        "One clean run with all telemetry beats three runs with gaps.",
        "A fiber of fifty meters without a bubble, and the logger file that proves how it was drawn.",
        "The roots turn, or they do not; either is success if the camera saw it.",
        "Our second flight can be booked on the strength of the first.",
        "The temperature log has no hole in it from our door to our door.",
    ];

    private static readonly ImmutableArray<string> Universities =
    [
        "It flies before this class graduates, so that those who built it see it go.",
        "Our students watch their own experiment being switched on by a human hand.",
        "Twelve girls from {town} decide to become engineers and one of them does.",
        "The data are with us before the examination week, raw, with units.",
        "If it is lost, we fly it again, and the students are told so before the launch and not after.",
        "Our teachers can explain to every parent what went up and why.",
        "The payload survives and so does the enthusiasm of those who soldered it.",
        "One graph, made by a student, hanging in the hall of the school in {town}.",
    ];

    private static readonly ImmutableArray<string> Brands =
    [
        "The watch keeps time to the second and comes back with the scratches it earned.",
        "The film has one take that nobody could have made on the ground, and we approve it before anybody sees it.",
        "No other name from our trade on this flight.",
        "People talk about what was tried and not about who paid for it.",
        "The cup works, the coffee is hot, and the crew asks for a second one without a camera near.",
        "Our craftspeople hold the piece in their hands again and can say what the journey did to the glaze.",
        "A story that our own staff is proud of two years later.",
    ];

    private static readonly ImmutableArray<string> Cultures =
    [
        "The panel returns without a crack and with the paper that says where it has been.",
        "The score is played, badly if need be, by a living musician who floats.",
        "A poem by somebody from {town} is read in its own language and recorded in full.",
        "The cloth is unfolded once in the light of the window, and folded again by the rules of our grandmothers.",
        "Visitors stand before the object in ten years and know that it is the one that flew.",
        "The dance has no audience for three minutes. Then it has everybody.",
        "The object is treated as a guest and not as cargo.",
        "An evening in {town} on which the hall is silent because the sound comes from up there.",
    ];

    private static readonly ImmutableArray<string> Stations =
    [
        "The water, the filters and the spare pump are aboard before the reserve line is reached.",
        "The ship comes in its slot, leaves in its slot and takes the full return load.",
        "Priority items are in the crew's hands on the first day after hatch opening.",
        "We never have to choose between your visitor and our resident crew.",
        "What the packing list says is what is in the bags.",
        "No surprise at the port: the ship we agreed on, on the day we agreed on, or a call before.",
    ];

    private static readonly ImmutableArray<string> Families =
    [
        "One person stands beside us from the gate to the splashdown and does not change.",
        "We hear it from you before the television says it, whatever it is.",
        "The children understand what they see and sleep that night.",
        "Fifteen minutes with her that belong to us alone.",
        "We see the launch with our own eyes and nobody films our faces.",
        "He comes back to the table in {town} as the person who left it.",
        "That somebody also asks how we are.",
    ];
}
