using System.Collections.Immutable;
using OneFlight.Operations.Safety;

namespace OneFlight.Operations.Samples;

/// <summary>The text that the story's people read before they consent: made up, and no advice.</summary>
internal static class StoryConsentText
{
    public const string Text =
        """
        You are about to decide whether you fly. Take your time; ask whatever you like, aloud, of anyone in the room.
        Taking part may end in death, serious injury, or the loss of what your body and mind can do. Nobody can make it safe.
        The hazards that we know stand in the annex, with what we do about each. There are hazards that nobody knows of yet.
        The government has not certified the vehicle as safe for carrying people.
        We have told you how often vehicles of all kinds carried people, how often this vehicle flew, what went wrong, and what was done about it. You may ask for more about any of it.
        You take part of your own free will. Until liftoff you may say no at any time, without a reason, and nobody will ask for one.
        """;

    public static readonly ImmutableArray<ConsentQuestion> Questions =
    [
        new("Q1", "What may taking part end in?", ["A delay at worst", "Injury, which is always treated on board", "Death or serious injury"], 2),
        new("Q2", "Who has certified the vehicle as safe for carrying people?", ["The government", "Nobody", "The station"], 1),
        new("Q3", "Are all hazards known and in the annex?", ["No: some are known to nobody yet", "Yes, all of them"], 0),
        new("Q4", "Until when may you say no?", ["Until you sign", "Until thirty days before", "Until liftoff, at any time"], 2),
    ];
}
