using System.Collections.Immutable;

namespace OneFlight.Operations.Samples;

/// <summary>What guests do on the ground, and what some of them want of a flight because of it.</summary>
internal static partial class SampleWords
{
    /// <summary>The calling and a success that is theirs alone; empty: they want what others want.</summary>
    public static readonly ImmutableArray<(string Calling, string Success)> Callings =
    [
        ("glassblower", "I see how a drop behaves when nothing pulls at it, and I understand my own hands better."),
        ("heart surgeon", "That my patients see what a heart does up there, with my own as the example."),
        ("ferry captain", "I find my own crossing from above and can follow it from quay to quay."),
        ("physics teacher", "I come home and can describe the dark side of the Earth to a class of ten-year-olds without notes."),
        ("cellist", "I play the piece I promised my teacher, all four minutes of it."),
        ("vineyard owner", "I see the valley in {town} as one thing, without the fences I have argued about."),
        ("bridge engineer", "To look at a coast at night and count the bridges by their lights."),
        ("pediatrician", "I read one chapter aloud for the ward in {town} and the children can ask me why my hair stands up."),
        ("cartographer", "That I draw one coast from sight, with my own hand, and it is right."),
        ("shipyard owner", "My father built boats in {town}. I carry a plank of his last one and bring it home."),
        ("retired judge", "That nothing about it is rushed. I have heard enough people say that there was no time."),
        ("poet", "A letter written up there, in ink, posted in {town} the week after."),
        ("beekeeper", "I learn whether I can be away from everything that needs me."),
        ("chess teacher", "One game against my pupils in {town}, a move each orbit, and I do not have to win."),
        ("software founder", "I leave without the telephone and come back without wanting it."),
        ("mountain guide", "I find the three summits I have lost friends on, and say their names."),
        ("radio host", "Five minutes on the air in which I say nothing and the listeners hear the ship."),
        ("botanist", "I see the green line where the rains end, in the season in which it moves."),
        ("baker", "To be awake before dawn sixteen times in one day and not have to light the oven."),
        ("textile merchant", "That I unfold my grandmother's shawl once where it weighs nothing."),
        ("paramedic", "To be the one who is looked after, and to be able to bear it."),
        ("violin maker", "I want to hear silence between two fans, if there is such a place."),
        ("architect", "That I live three days in a room without a floor and know what I would do better."),
        ("farmer", "I see my fields from where the weather is made."),
        ("translator", "To find a word for it in each of my languages, and to admit where there is none."),
        ("documentary maker", "One morning that I do not film."),
        ("weather forecaster", "I see a thunderstorm from the far side and can tell my listeners what I got wrong."),
        ("mathematician", "To watch a free rotation with my own eyes until it turns over."),
        ("lighthouse keeper", "I see the light at home go round, once."),
        ("swimmer", "That I float without water and do not try to stroke."),
        ("printer", ""), ("veterinarian", ""), ("restaurateur", "That we eat together, all of us, at one table that is not one."),
        ("geologist", "The rift from end to end in one look, in low sun."), ("choir director", "That we sing one chord aboard, and hold it."),
        ("insurance broker", "I was afraid for forty years. Success is that I sat down in that seat and stayed."), ("sculptor", ""),
        ("midwife", "That I am there when somebody's voice on the line says that it is a girl."), ("watch collector", ""), ("ice-climber", ""),
        ("hospital founder", "The maternity ward in {town} has my flight on its wall as something that anybody may want."), ("racing sailor", "To see the whole race course and forgive the ocean."),
        ("tea grower", ""), ("photographer", "That I put the camera away in time."), ("piano tuner", ""), ("actuary", "I know the odds. Success is that I fly anyway and sleep."),
        ("puppeteer", "That I let the small figure go in the middle of the cabin and it finds its own gesture."), ("train driver", ""),
    ];
}
