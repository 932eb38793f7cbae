using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Tests.Stewardship;

public sealed class HearListTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32);
    private static readonly FlightId Halcyon = new("HALCYON-07");
    private static readonly PersonId Guest = new("guest"), Steward = new("steward"), Desk = new("desk"), Daughter = new("daughter");
    private static readonly OrganizationId Operator = new("operator"), Lab = new("lab"), Broker = new("a-broker"), Station = new("station");

    [Fact]
    public void The_person_who_flies_hears_before_family_partners_and_the_public()
    {
        var hear = Hear(AMission(participant: Guest, family: Daughter), asked: [new(Station.Thing, "zenith port", Now + Duration.FromDays(5))]);

        Assert.Equal(["person:guest", "person:daughter", "organization:station", "organization:operator"], hear.Select(h => h.Id));
        Assert.Equal([1, 2, 3, 4], hear.Select(h => h.Wave));
        Assert.Contains("person:guest", hear[1].After);
    }

    [Fact]
    public void A_broker_hears_after_its_client_and_soon_after()
    {
        var hear = Hear(AMission(customer: Lab, broker: Broker));

        var client = hear.Single(h => h.Id == "organization:lab");
        var broker = hear.Single(h => h.Id == "organization:a-broker");
        Assert.Contains(client.Id, broker.After);
        Assert.Equal(Duration.FromMinutes(15), broker.By - client.By);
    }

    [Fact]
    public void A_silent_person_is_shown_by_alias()
    {
        Assert.Equal("Juniper", Hear(AMission(participant: Guest)).First().ShownAs);
    }

    [Fact]
    public void A_mission_without_a_steward_shows_the_gap()
    {
        var line = Hear(AMission(participant: Guest) with { Steward = null, StewardAccepted = true }).First();

        Assert.Null(line.Owner);
        Assert.False(line.Accepted);
        Assert.Equal("nobody yet", line.OwnerShownAs);
    }

    [Fact]
    public void A_couple_who_are_each_others_family_do_not_wait_for_each_other()
    {
        var facts = Facts([AMission(participant: Guest, family: Daughter), AMission(participant: Daughter, family: Guest) with { Id = new("m2") }], []);

        var hear = HearList.From(facts, Now);

        Assert.All(hear.Where(h => h.Wave == 1), h => Assert.Empty(h.After));
    }

    [Fact]
    public void A_cancelled_flight_does_not_move_and_a_reason_is_said_once()
    {
        var couple = Facts([AMission(participant: Guest, family: Daughter), AMission(participant: Daughter) with { Id = new("m2") }], []);
        var flight = couple.Flights[0] with { Cancelled = new(Now, "no longer wanted") };

        var hear = HearList.From(couple with { Flights = [flight] }, Now);

        Assert.All(hear.Where(h => h.Wave < 3 && h.Hearer.Id != Operator.Value), h => Assert.Equal("HALCYON-07 is cancelled", h.Reason));
    }

    [Fact]
    public void Nobody_hears_when_nothing_is_touched()
    {
        Assert.Empty(HearList.From(Facts([AMission(participant: Guest)], []) with { Moved = [], Touched = [] }, Now));
    }

    [Fact]
    public void Nobody_is_due_before_those_they_wait_for()
    {
        var hear = Hear(AMission(participant: Guest, family: Daughter, customer: Lab, broker: Broker), [new(Station.Thing, "port", Now)]);
        var due = hear.ToDictionary(h => h.Id, h => h.By);

        Assert.All(hear, h => Assert.All(h.After, a => Assert.True(due[a] <= h.By)));
    }

    private static ImmutableArray<HearItem> Hear(CustomerMission mission, ImmutableArray<Asked> asked = default) =>
        HearList.From(Facts([mission], asked.IsDefault ? [] : asked), Now);

    private static HearFacts Facts(ImmutableArray<CustomerMission> missions, ImmutableArray<Asked> asked) => new(
        missions, [], new(
            [new(Operator, "Orbital Works", OrganizationKind.Operator, "UTC", Desk), new(Lab, "Northlight", OrganizationKind.Laboratory, "Europe/Oslo", null),
             new(Broker, "Meridian", OrganizationKind.Broker, "UTC", null), new(Station, "Highhouse", OrganizationKind.Station, "UTC", null)],
            [APerson(Guest, "Guest, seat 2", "Juniper"), APerson(Steward, "Steward 4"), APerson(Desk, "Flight desk"), APerson(Daughter, "Family of Juniper")]),
        [new(Halcyon, "HALCYON-07", FlightKind.PrivateMission, null,
            new(Now + Duration.FromDays(22), null, null, null, Duration.Zero, Duration.Zero, null, [], [], [], []), [], null)],
        [Halcyon], [], asked);

    private static Person APerson(PersonId id, string shownAs, string? alias = null) => new(id, shownAs, null, "Europe/Lisbon", alias, [], []);

    private static CustomerMission AMission(
        PersonId? participant = null, PersonId? family = null, OrganizationId? customer = null, OrganizationId? broker = null) => new(
        new("m1"), "Juniper", CustomerKind.Participant, Halcyon, customer, participant, broker, Posture.Silent, Steward, true, "To see the valley.", [], family);
}
