using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Portal;

/// <summary>A customer's page.</summary>
/// <param name="Words">What stands first: the customer's own words, or for those who may not read them what the mission is called.</param>
/// <param name="Own">True: it is their words.</param>
/// <param name="Told">One line below: whose words, which flight.</param>
/// <param name="Sure">Null: nothing to be sure of any more.</param>
/// <param name="ReadAt">When the reader said that they had read the change; null: they have not.</param>
/// <param name="Calendar">Path of their calendar; null: they have none.</param>
public sealed record PortalView(
    PortalFacts Facts, PortalClock Clock, string Words, bool Own, string Told, PortalChange? Change, Instant? ReadAt, string? Sure, string NextWord,
    ImmutableArray<PortalCaller> Callers, ImmutableArray<PortalSection> Sections, string? Calendar)
{
    public static PortalView From(PortalFacts facts, OpenCampaign? before, ImmutableArray<PortalSection> sections, string? calendar)
    {
        var own = facts.IsPrincipal || (facts.As == Relation.Family && facts.Allowed.Words);
        var clock = new PortalClock(facts.Zone);
        var change = PortalChange.From(facts, before);
        var read = change is null ? null : PortalRead.Of(facts.Entries(PortalRead.StreamOf(facts.Mission.Id.Value)), change.Revision, facts.Viewer.Name);
        return new(facts, clock, own ? facts.Mission.Success : Called(facts), own, ToldLine(facts, own), change, read?.At,
            PortalSure.Of(facts.Open, facts.As == Relation.Family && !facts.Allowed.Dates ? null : facts.Flight, facts.Now), Next(facts, clock), CallersOf(facts), sections, calendar);
    }

    private static string Participant(PortalFacts facts) => facts.Open.Index.NameOf(facts.Mission.Participant, "the one who flies");

    private static string Called(PortalFacts facts) => facts.As == Relation.Family ? $"{Participant(facts)} is going to space" : facts.Mission.Name;

    private static string ToldLine(PortalFacts facts, bool own)
    {
        var flight = facts.Flight is { } on && (facts.As != Relation.Family || facts.Allowed.Dates || facts.Allowed.Follow) ? $" on {on.Name}" : "";
        return facts.As switch
        {
            Relation.Family when own => $"In the words of {Participant(facts)}{flight}.",
            Relation.Family when facts.Allowed == FamilyViewChosen.Nothing => $"{Participant(facts)} has not said yet what you may see here. Your steward can be called all the same.",
            Relation.Family => $"What {Participant(facts)} lets you see{flight}.",
            Relation.Broker => $"A mission that came through you{flight}. You hear with your client, never before.",
            Relation.Office => $"The mission of {Participant(facts)}{flight}, in their words.",
            _ => $"Your mission{flight}, in your words.",
        };
    }

    private static string Next(PortalFacts facts, PortalClock clock)
    {
        var steward = facts.Open.Index.NameOf(facts.Mission.Steward, "our desk");
        if (facts.Told.Next is { } next) return $"There is news. {(next.Owner is null ? "Our desk" : next.OwnerShownAs)} tells you in person by {clock.Full(next.By)}, before it stands here.";
        return facts.As switch
        {
            Relation.Family => $"When something changes, {steward} tells you as soon as {Participant(facts)} has heard.",
            Relation.Broker => $"When something changes, {steward} tells you together with your client.",
            _ => $"When something changes, {steward} tells you first, in person; then it stands here.",
        };
    }

    private static ImmutableArray<PortalCaller> CallersOf(PortalFacts facts)
    {
        var index = facts.Open.Index;
        var callers = ImmutableArray.CreateBuilder<PortalCaller>();
        if (facts.Mission.Steward is { } id && index.Persons.TryGetValue(id, out var steward))
            callers.Add(Of(steward.PublicName, facts.Mission.StewardAccepted ? "looks after this mission" : "is to look after this mission, and has not accepted yet", steward.Zone, facts.Now));
        else callers.Add(new("Nobody yet", "looks after this mission: a gap that we close first. Our desk answers meanwhile.", ""));
        if (facts.As is Relation.Participant or Relation.Family && facts.Mission.Office is { } office && index.Organizations.TryGetValue(office, out var desk))
            callers.Add(Of(desk.Name, facts.As == Relation.Participant ? "your office" : "the office of your relative", desk.Zone, facts.Now));
        return callers.ToImmutable();
    }

    private static PortalCaller Of(string name, string what, string zone, Instant now) => new(name, what, Say.Local(now, zone));
}

/// <summary>Someone to call.</summary>
/// <param name="Clock">What time it is there; empty: not known.</param>
public sealed record PortalCaller(string Name, string What, string Clock)
{
    /// <summary>Two letters that stand for a face.</summary>
    public string Face => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Take(2).Select(w => char.ToUpperInvariant(w[0])));
}

/// <summary>The missions that are a viewer's own.</summary>
public sealed record PortalListView(ImmutableArray<PortalListItem> Missions);

/// <param name="When">Empty: no date that the reader may see.</param>
public sealed record PortalListItem(string Path, string Name, string Words, string When);
