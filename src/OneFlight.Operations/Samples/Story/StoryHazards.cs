using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Safety;

namespace OneFlight.Operations.Samples;

/// <summary>The hazard baseline of private missions in the story's capsule: made up, but shaped as real ones are.</summary>
internal static class StoryHazards
{
    private const string Board = "safety board";

    public static readonly ImmutableArray<Hazard> All =
    [
        Of(1, "Fire in the cabin", "there is oxygen, wiring and cloth in a small closed cabin", "a fire on board", "everyone in the cabin", "death or severe burns", 2, new(5, 5, 5, 5, 5), ["460.13"],
            Cause("an electrical short behind a panel",
                Built(ControlKind.Eliminate, "no wire carries current that its insulation cannot bear", "analysis"),
                Leans(ControlKind.Control, "an extinguisher in reach of two seats, and a crew that has used one", "training:PAM-11")),
            Cause("a battery of carried equipment runs away",
                Built(ControlKind.Minimize, "batteries above the limit fly in a bag that contains them", "test"),
                Leans(ControlKind.Procedure, "the crew puts a hot battery into the bag and vents the cabin", "training:PAM-20"))),
        Of(2, "Loss of cabin pressure", "the cabin wall, a seal or the hatch may leak", "a loss of pressure faster than the tanks make up", "everyone in the cabin", "death", 2, new(5, 5, 5, 4, 5), ["460.11(c)"],
            Cause("a seal of the hatch does not close",
                Built(ControlKind.Control, "two seals, each tight alone", "test"),
                Leans(ControlKind.Procedure, "the hatch seal is leak-checked before the pad is cleared", "step:LAUNCH-DAY/HATCH"),
                Leans(ControlKind.Procedure, "no liftoff while cabin or suit leak checks are out of limits", "criterion:VH-04")),
            Cause("a strike by debris in orbit",
                Built(ControlKind.Minimize, "shields over the pressure wall", "analysis"),
                Leans(ControlKind.Control, "suits are closed within a minute", "training:PAM-13"))),
        Of(3, "Toxic air", "cooling fluid, propellant and experiments hold harmful substances", "harmful vapor in the air", "everyone in the cabin", "severe injury", 2, new(4, 4, 3, 3, 4), ["460.11(a)(3)"],
            Cause("a line of the station's cooling leaks while docked",
                Leans(ControlKind.Control, "masks are on within thirty seconds", "training:PAM-20"),
                Leans(ControlKind.Procedure, "everyone meets in the own vehicle, which is the haven", "training:PAM-21"))),
        Of(4, "Loss of the rocket during ascent", "the rocket holds great energy close to the capsule", "a break-up during ascent", "everyone in the capsule", "death", 2, new(5, 5, 5, 5, 5), ["HR.8705-ABORT"],
            Cause("an engine fails without warning",
                Built(ControlKind.Control, "the capsule flies away by itself from the pad to orbit", "test"),
                Leans(ControlKind.Procedure, "no propellant is loaded before the escape system is armed", "criterion:VH-03"),
                Leans(ControlKind.Control, "the crew knows what an abort feels like and what to do", "training:PAM-08")),
            Cause("lightning strikes the rising rocket",
                Leans(ControlKind.Procedure, "thirty minutes since the last lightning nearby", "criterion:WX-03"),
                Leans(ControlKind.Procedure, "the field near the pad is quiet", "criterion:WX-10"))),
        Of(5, "Landing in wind or waves beyond limits", "weather at the landing area changes faster than an orbit", "a landing out of limits", "everyone in the capsule", "severe injury or drowning", 3, new(4, 4, 3, 3, 4), [],
            Cause("the forecast of the area is wrong",
                Leans(ControlKind.Procedure, "wind at the site is within limits before undocking", "criterion:RT-01"),
                Leans(ControlKind.Procedure, "waves at the site are within the table", "criterion:RT-02")),
            Cause("the capsule drifts before it is reached",
                Leans(ControlKind.Control, "everyone can leave it and stay afloat", "training:PAM-28"))),
        Of(6, "Collision at the station", "two vehicles meet at walking pace with the weight of houses", "a contact outside the docking ring", "the capsule and the station", "loss of the vehicle", 2, new(5, 5, 5, 5, 5), [],
            Cause("a sensor misreads the distance",
                Built(ControlKind.Control, "two sensors of different kinds must agree", "test"),
                Leans(ControlKind.Procedure, "each boundary is crossed after a poll", "step:APPROACH/POLL-200M"),
                Leans(ControlKind.Control, "the commander can hold, retreat and abort by hand", "training:PAM-09"))),
        Of(7, "A person is taken ill in flight", "people react to weightlessness and strain in ways that no examination foretells", "an illness that the crew cannot treat", "one person on board", "lasting harm", 3, new(4, 3, 4, 3, 5), ["RP.EMERG-CARE"],
            Cause("an illness that did not show on the ground",
                Leans(ControlKind.Minimize, "examined and cared for before flight", "training:PAM-03"),
                Leans(ControlKind.Control, "one of the crew can treat with help from the ground", "training:PAM-26"),
                Leans(ControlKind.Warn, "everyone knows the early signs in themselves", "training:PAM-27"))),
        Of(8, "Too little oxygen at altitude", "suit and cabin share one supply of air", "a person without air during ascent or return", "one person on board", "unconsciousness", 2, new(4, 3, 2, 2, 4), ["460.11(b)"],
            Cause("a suit does not seal",
                Leans(ControlKind.Procedure, "suits are leak-checked in the seats", "step:LAUNCH-DAY/SUIT-LEAK"),
                Leans(ControlKind.Warn, "everyone knows their own signs of too little oxygen", "training:PAM-17"))),
        Of(9, "Escape from the pad", "the rocket is loaded with propellant beside the people", "a fire or a leak before liftoff", "everyone in the capsule and the pad team", "death", 2, new(5, 5, 5, 5, 5), ["HR.8705-EGRESS"],
            Cause("a leak during loading",
                Leans(ControlKind.Control, "everyone can leave unaided in time", "training:PAM-14"),
                Leans(ControlKind.Procedure, "the drill with the pad team is fresh", "training:PAM-33"),
                Leans(ControlKind.Procedure, "the arm is back and the curtain on before anyone leaves", "step:PAD-EGRESS/PE-1"),
                Leans(ControlKind.Procedure, "nobody is left at the pad when the hatch is closed", "criterion:VH-06"))),
        Of(10, "Harm from strain of return", "the body is weak after weeks without weight and then carries four times its own", "fainting or injury at landing", "one person on board", "injury", 3, new(3, 2, 2, 1, 3), ["460.15(d)"],
            Cause("too little exercise or salt and water before the return",
                Leans(ControlKind.Minimize, "each person keeps to their plan of exercise", "training:PAM-39"),
                Leans(ControlKind.Warn, "each has felt the strain in the centrifuge", "training:PAM-15"))),
        Of(11, "A silent guest becomes known", "a guest asked for silence and many people work on the flight", "a name or picture that gets out", "the guest's wish for silence", "the loss of what the guest calls success", 3, new(1, 2, 1, 2, 5), [],
            Cause("a name stands in a document that travels",
                Built(ControlKind.Eliminate, "documents that travel carry the alias and nothing else", "inspection"),
                Leans(ControlKind.Warn, "everyone on board has agreed what may be shown", "training:PAM-34"))),
        Of(12, "The cold sample grows warm", "the sample stays cold only while someone keeps it so", "a gap in the cold chain", "the laboratory's sample", "the loss of the experiment", 3, new(1, 4, 2, 2, 5), [],
            Cause("a scrub after late loading",
                Leans(ControlKind.Procedure, "the sample is exchanged before its time out of control is used up", "criterion:VH-07"),
                Leans(ControlKind.Procedure, "the hours that are left are read before it is loaded", "step:LATE-LOAD/LL-4"),
                Built(ControlKind.Control, "the carrier stays cold for 30 hours without power", "test", VerificationState.Open))),
        // Deliberately weak: it shows what the product flags.
        Of(13, "Strike by an inspector drone", "a small free flyer inspects the capsule before undocking", "a contact with a parachute cover", "everyone in the capsule", "death", 1, new(5, 4, 3, 3, 4), [],
            Cause("the drone loses its bearing", Leans(ControlKind.Procedure, "its closing rate is called out below twenty meters", "step:APPROACH/AD-2"))) with { AcceptedBy = null },
    ];

    private static Hazard Of(
        int number, string title, string condition, string departure, string asset, string consequence, int likelihood, Severity severity, string[] covers, params HazardCause[] causes)
    {
        var id = $"HZ-{number.ToString("00", System.Globalization.CultureInfo.InvariantCulture)}";
        return new(id, title, condition, departure, asset, consequence, likelihood, severity, [FlightKind.PrivateMission], [SampleFleet.Capsule.Id],
            [.. causes.Select((c, i) => new HazardCause($"{id}-{Letter(i)}", c.Text, [.. c.Controls.Select((k, j) => Named(k, $"{id}-{Letter(i)}{j + 1}"))]))], [.. covers], Board);
    }

    private static string Letter(int number) => ((char)('A' + number)).ToString();

    private static HazardControl Named(HazardControl control, string id) => control with { Id = id, Verifications = [.. control.Verifications.Select(v => v with { Id = $"{id}-V" })] };

    private static HazardCause Cause(string text, params HazardControl[] controls) => new("", text, [.. controls]);

    private static HazardControl Leans(ControlKind kind, string text, string target) => new("", kind, text, target, []);

    private static HazardControl Built(ControlKind kind, string text, string method, VerificationState state = VerificationState.Closed) => new("", kind, text, null,
        [state == VerificationState.Open ? new("", $"{text}: shown by {method}", method, state, null, null) : new("", $"{text}: shown by {method}", method, state, new LocalDate(2026, 9, 14), $"{method} report, safety data package 4")]);
}
