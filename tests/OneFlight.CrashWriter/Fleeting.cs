using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Stewardship;

namespace OneFlight.CrashWriter;

/// <summary>A campaign whose every revision follows from its number, so that what was kept can be compared with what was meant.</summary>
public static class Fleeting
{
    private const int Flights = 40, Activities = 40, Lines = 12, Requests = 4;
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);

    public static CampaignId Id { get; } = new("fleeting");

    public static Instant At(int number) => Start + Duration.FromMinutes(number);

    /// <summary>Every flight differs from the revision before, so that a commit takes long enough to be hit.</summary>
    public static Campaign Plan(int number) => Campaign.Empty(Id, $"Fleeting {number}") with
    {
        Fleet = new(
            [new(new("V"), "Vessel", VehicleRole.Cargo, null, true)],
            [new(new("V-1"), "Vessel 1", new("V"), [])], [], [], []),
        Flights = [.. Enumerable.Range(1, Flights).Select(f => AFlight(f, number))],
    };

    public static ImmutableArray<HearItem> Hear(int number) => [.. Enumerable.Range(1, Lines).Select(l => new HearItem(
        $"line-{l}", l, new ThingId("person", $"p{l}"), $"Person {l}", null, "", false, [], At(number), "UTC", $"revision {number}"))];

    public static ImmutableArray<ToAccept> Accept(int number) => [.. Enumerable.Range(1, Requests).Select(r => new ToAccept(
        $"request-{r}", new ThingId("organization", "partner"), "Partner", $"revision {number}", At(number)))];

    private static Flight AFlight(int flight, int number)
    {
        var launch = Start + Duration.FromDays(flight) + Duration.FromMinutes(number);
        return new(
            new($"F{flight}"), $"Flight {flight}", FlightKind.Cargo, null,
            new(launch, null, null, null, Duration.Zero, Duration.Zero, null, [new("V")], [], [], []), [],
            new(launch, null, null, null, new("V-1"), null, [],
                [.. Enumerable.Range(1, Activities).Select(a => new PlannedActivity(new($"A{a}"), launch - Duration.FromHours(a), launch, ActivityStatus.Planned))], []));
    }
}
