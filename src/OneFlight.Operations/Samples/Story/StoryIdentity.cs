using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Operations.Samples;

/// <summary>Who the silent guests of the story are, in the compartment that holds it, and what they let their families see. The names are made
/// up so that nobody could bear them.</summary>
internal static class StoryIdentity
{
    private static readonly string[] Names =
    [
        "Ambrosine Quillfeather", "Tarquin Ottersley-Vane", "Hisako Lanternwood", "Kaarel Mossbridge", "Zuleikha Saltmarsh",
        "Bartholomew Inkpenny", "Oriana Cloudberry", "Wiremu Thistlewhite", "Efua Marigoldstone", "Inti Candlemarch",
    ];

    /// <summary>Known since the contract was talked over, which was before the sample's "now" on every flight.</summary>
    private static readonly Duration Known = Duration.FromDays(30);

    public static IEnumerable<StoryEvent> Events(Campaign campaign, ImmutableArray<StoryFlight> story)
    {
        var now = campaign.AsOf ?? OperatorYear.AsOf;
        foreach (var flight in story)
        {
            var office = campaign.People.Organizations.Single(o => o.Id == flight.Office).Name;
            yield return new(Compartment.Identity, SilentIdentity.StreamOf(flight.Guest), NewLogEntry.Now(now - Known, $"Steward of {flight.Flight}", new SilentIdentity(
                Names[flight.Number - 1], $"Through the {office} by telephone, weekdays 10:00 to 16:00 there; code word {CodeWord(flight.Number)}.",
                "No message to the house, no letterhead, no name at the gate.")));
            if (flight.Reached(StoryStage.Training))
                yield return new(Compartment.Family, FamilyViewChosen.StreamOf(flight.GuestMission.Value), NewLogEntry.Now(now - Duration.FromDays(12), office,
                    new FamilyViewChosen(Dates: true, Changes: true, Follow: true, Words: false)));
        }
    }

    private static string CodeWord(int number) => new[] { "teasel", "winterberry", "larkspur", "foxglove", "bergamot", "valerian", "hyssop", "sweetgale", "celandine", "tamarisk" }[number - 1];
}
