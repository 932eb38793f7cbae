using System.Globalization;
using NodaTime;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>How the story's people were chosen: decided for flights past selection, under way on the one that is at it.</summary>
internal static class StorySelections
{
    public static IEnumerable<SelectionStep> Of(IEnumerable<StoryFlight> story) => story.SelectMany(s => s.Past(StoryStage.Selection) ? Decided(s) : s.Reached(StoryStage.Selection) ? UnderWay(s) : []);

    private static IEnumerable<SelectionStep> Decided(StoryFlight s)
    {
        var at = OperatorYear.AsOf - Duration.FromDays(60 + ((10 - s.Number) * 30));
        yield return Step(s, 1, s.Commander, 1, "board", "chosen", "Flew this vehicle type before and asked for the slow approach to the station.", at);
        yield return Step(s, 2, s.Guest, 2, "board", "chosen", "The wish fits the flight; the office confirmed the times.", at);
        yield return Step(s, 3, s.Astronaut, 3, "board", "chosen", "Named by the agency and trained on its nine experiments.", at);
        yield return Step(s, 4, s.Performer, 4, "board", "chosen", "The performance fits the window and the cabin.", at);
    }

    private static IEnumerable<SelectionStep> UnderWay(StoryFlight s)
    {
        Instant Ago(int days) => OperatorYear.AsOf - Duration.FromDays(days);
        yield return Step(s, 1, s.Commander, 1, "application", "goes on", "Asked for this flight; two flights on the vehicle type.", Ago(64));
        yield return Step(s, 2, StoryPeople.Reserve(s), 1, "application", "goes on", "Suggested by the flight director.", Ago(63));
        yield return Step(s, 3, s.Guest, 2, "application", "goes on", "Came through the family office with a clear wish.", Ago(58));
        yield return Step(s, 4, s.Commander, 1, "conversation", "goes on", "Would rather wait a day than hurry a guest.", Ago(51));
        yield return Step(s, 5, s.Guest, 2, "conversation", "goes on", "Knows what silence on board can and cannot mean.", Ago(47));
        yield return Step(s, 6, s.Astronaut, 3, "application", "goes on", "Named by the agency.", Ago(45));
        yield return Step(s, 7, s.Commander, 1, "board", "chosen", "The board found nothing open; two of three members knew the work.", Ago(33));
        yield return Step(s, 8, StoryPeople.Reserve(s), 1, "board", "waits", "Stands by for this seat until the date is firm.", Ago(33));
        yield return Step(s, 9, s.Performer, 4, "conversation", "waits", "Asked for two weeks to speak with the ensemble.", Ago(12));
        yield return Step(s, 10, s.Guest, 2, "medical token", "waits", "The surgeon's word is not there yet.", Ago(6));
    }

    private static SelectionStep Step(StoryFlight s, int number, PersonId person, int seat, string step, string decision, string reason, Instant at) => new(
        string.Create(CultureInfo.InvariantCulture, $"{s.Flight}-S{number:00}"), person, s.Flight.Value, seat, step, decision, reason, "Training lead", at);
}
