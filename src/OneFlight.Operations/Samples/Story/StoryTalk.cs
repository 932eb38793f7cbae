using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>What the story's customers told us, where they are reached, and what they asked for.</summary>
internal static class StoryTalk
{
    private static readonly ImmutableArray<(WishTopic Topic, string Words)> Wishes =
    [
        (WishTopic.Cabin, "A place by a window, dark at night, and no music that I did not choose."),
        (WishTopic.Dining, "Tea in the morning, warm bread if there is any. No sweets."),
        (WishTopic.Family, "One person at home, and she decides whom else she tells."),
        (WishTopic.Privacy, "No pictures of my face. Use the alias, also among yourselves."),
    ];

    public static IEnumerable<StoryEvent> Events(Campaign campaign, ImmutableArray<StoryFlight> story)
    {
        var flights = campaign.Flights.ToDictionary(f => f.Id);
        return Contacts(campaign, story).Concat(story.SelectMany(s => Of(campaign, s, flights[s.Flight])));
    }

    private static IEnumerable<StoryEvent> Contacts(Campaign campaign, ImmutableArray<StoryFlight> story)
    {
        var parties = story.SelectMany(s => new ThingId[] { s.Office.Thing, s.Agency.Thing, s.Laboratory.Thing, s.Culture.Thing, s.Broker.Thing, s.Family.Thing, s.Astronaut.Thing, s.Performer.Thing, s.Commander.Thing })
            .Append(new(People.PeopleKinds.Organization, StoryCast.Partners)).Distinct();
        return parties.Select(p => Event(Compartment.Identity, Notice.ContactOf(p), OperatorYear.AsOf - Duration.FromDays(400), "Steward desk", new ContactRecorded($"{p.Id}@contact.example", null)));
    }

    private static IEnumerable<StoryEvent> Of(Campaign campaign, StoryFlight s, Flight flight)
    {
        var signed = StoryStewardship.SignedAt(flight);
        var who = $"Steward of {s.Flight}";
        var alias = campaign.People.Persons.First(p => p.Id == s.Guest).PublicName;
        var talked = Instant.Min(signed, OperatorYear.AsOf - Duration.FromDays(9)) - Duration.FromDays(12);
        yield return Event(Compartment.Commercial, TalkRules.StreamOf(s.GuestMission), talked, who,
            new InteractionNoted(alias, "in person", "Two hours by the sea. What matters is silence; the flight is the way to it. Asked twice how long the stay alone at the window is.",
                [.. campaign.Promises.Where(p => p.Mission == s.GuestMission).Take(2).Select(p => p.Id.Value)]));
        yield return Event(Compartment.Commercial, TalkRules.StreamOf(s.ColdSample), talked + Duration.FromDays(1), who,
            new InteractionNoted(s.Laboratory.Value, "video call", "They walked us through the trays. Never above minus 70, and the hours after splashdown count.",
                [.. campaign.Promises.Where(p => p.Mission == s.ColdSample).Take(1).Select(p => p.Id.Value)]));

        // At the contract only the first of the wishes has been asked.
        foreach (var (i, (topic, words)) in Wishes.Index())
            if (s.Past(StoryStage.Contract) || i == 0)
                yield return Event(Compartment.Family, WishRules.StreamOf(s.GuestMission), talked + Duration.FromHours(i + 2), who, new WishRecorded(topic, words, alias));

        if (s.Past(StoryStage.Consent)) foreach (var told in EarlierNotice(s, alias, who, flight)) yield return told;
        if (!s.Past(StoryStage.Selection)) yield break;
        foreach (var requested in Requests(s, who)) yield return requested;
    }

    /// <summary>The guest was told of an earlier slip, by e-mail through the office and by a call; both heard it before the plan here begins.</summary>
    private static IEnumerable<StoryEvent> EarlierNotice(StoryFlight s, string alias, string who, Flight flight)
    {
        var at = Instant.Min(OperatorYear.AsOf, flight.Wish.Launch) - Duration.FromDays(26);
        var stream = Notice.StreamOf(1, s.Guest.Thing.ToString());
        var text = new NoticeText(
            $"The launch of {s.Flight} has moved by four days. The new day is {TimeText.Day(flight.Wish.Launch)}.", "We do not know yet if this date holds. A launch can move until the day itself.",
            "The last review before launch is six days before it. It says if the date holds.", "What we promised you holds on the new date. Your hour alone at the window stays yours.",
            "You can keep this flight, move to another one, or talk with us about stepping back. Nothing is lost by waiting a week.", "Tomorrow at ten in the morning your time, even if nothing is new. Your steward calls you.", at + Duration.FromDays(1));
        var first = NewLogEntry.Now(at, who, new NoticeDrafted(1, s.Guest.Thing.ToString(), s.Guest.Thing.ToString(), [s.GuestMission.Value], alias, true, text));
        yield return new(Compartment.Operations, stream, first);
        yield return Event(Compartment.Operations, stream, at + Duration.FromMinutes(12), "Campaign planner", new NoticeApproved());
        yield return Event(Compartment.Operations, stream, at + Duration.FromMinutes(20), who, new NoticeTold("telephone", "They asked for the same words in writing, to the office."));
        yield return Event(Compartment.Operations, stream, at + Duration.FromHours(3), who, new NoticeAcknowledged(alias));
    }

    private static IEnumerable<StoryEvent> Requests(StoryFlight s, string who)
    {
        var stream = GroundRequests.StreamOf(s.GuestMission, 1);
        var office = $"Office of {s.Office}";
        var begun = OperatorYear.AsOf - Duration.FromDays(3) - Duration.FromMinutes(37 * s.Number);
        yield return Event(Compartment.Operations, stream, begun, office, new GroundRequestOpened(RequestVoice.Customer, "May the tea be ours? We would send two tins with the late load.", who, "message"));
        yield return Event(Compartment.Operations, stream, begun + Duration.FromMinutes(55), who, new GroundRequestAnswered("Gladly. We ask the people who pack and come back today."));
        if (s.Number % 3 == 0) yield break;
        yield return Event(Compartment.Operations, stream, begun + Duration.FromHours(5), who, new GroundRequestResolved("Two tins, 240 g, are on the list of personal things."));
        if (s.Stage is not (StoryStage.Readiness or StoryStage.Cargo)) yield break;
        var second = GroundRequests.StreamOf(s.ColdSample, 1);
        var asked = OperatorYear.AsOf - Duration.FromMinutes(s.Stage == StoryStage.Readiness ? 50 : 260);
        yield return Event(Compartment.Operations, second, asked, s.Laboratory.Value, new GroundRequestOpened(RequestVoice.Customer, "Which box do you use between the ship and the port, and who signs for it?", who, "e-mail"));
    }

    private static StoryEvent Event(Compartment compartment, string stream, Instant at, string who, ILogEvent what) => new(compartment, stream, NewLogEntry.Now(at, who, what));
}
