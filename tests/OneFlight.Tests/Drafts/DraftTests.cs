using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Samples;

using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Drafts;

/// <summary>Properties of the one answer over generated campaigns and changes.</summary>
public sealed class DraftTests
{
    private static readonly Instant Now = OperatorYear.AsOf;

    /// <summary>Seeds of campaigns and changes; each case is one campaign with one to three changes drawn by the seed.</summary>
    public static TheoryData<int> Cases => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_impact_set_is_what_evaluating_every_value_in_both_plans_gives(int seed)
    {
        var (campaign, answer) = Try(seed);
        var before = Values(campaign);
        foreach (var option in answer.Options)
        {
            var after = Values(option.Plan);
            var differing = before.Keys.Union(after.Keys)
                .Where(id => !before.TryGetValue(id, out var a) || !after.TryGetValue(id, out var b) || !a.Equals(b));

            Assert.Equal(differing.Order(), option.Impact.Touched.Select(t => t.Thing).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_touched_thing_has_a_path_of_touched_links_back_to_the_change(int seed)
    {
        var (campaign, answer) = Try(seed);
        var before = CampaignStatement.Of(campaign, Now).Links.ToHashSet();
        foreach (var option in answer.Options)
        {
            var after = CampaignStatement.Of(option.Plan, Now).Links.ToHashSet();
            var touched = option.Impact.Touched.Select(t => t.Thing).ToHashSet();
            foreach (var thing in option.Impact.Touched)
            {
                Assert.False(thing.Path.IsEmpty, $"{option.Key}: {thing.Thing} ({thing.Before?.Text} → {thing.After?.Text}) has no path.");
                Assert.Equal(thing.Thing, thing.Path[^1].Thing);
                Assert.All(thing.Path, step => Assert.Contains(step.Thing, touched));
                foreach (var (from, to) in thing.Path.Zip(thing.Path.Skip(1)))
                {
                    var link = new Link(from.Thing, to.Thing, to.Reason);
                    Assert.True(before.Contains(link) || after.Contains(link), $"{link} is stated in neither plan.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_hear_order_never_breaks_its_rules(int seed)
    {
        var (_, answer) = Try(seed);
        foreach (var option in answer.Options)
        {
            var lines = option.Hear.ToDictionary(h => h.Id);
            foreach (var line in option.Hear)
            {
                Assert.All(line.After, a => Assert.True(lines[a].Wave <= line.Wave && lines[a].By <= line.By, $"{line.Id} stands before {a}"));
                Assert.True(line.By > Now);
            }
            var touched = option.Impact.Touched.Select(t => t.Thing).ToHashSet();
            foreach (var mission in option.Plan.Missions.Where(m => option.Plan.Promises.Any(p => p.Mission == m.Id && touched.Contains(p.Id.Thing))))
            {
                if (mission.Participant is { } client && mission.Family is { } family) Before(client.Thing, family.Thing);
                if (mission.Broker is { } broker && (mission.Participant?.Thing ?? mission.Customer?.Thing) is { } principal) Before(principal, broker.Thing);
            }

            void Before(ThingId first, ThingId then)
            {
                if (lines.TryGetValue(first.ToString(), out var a) && lines.TryGetValue(then.ToString(), out var b) && b.Wave > 1)
                    Assert.True(a.Wave < b.Wave || a.By < b.By, $"{then} hears before {first}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_answer_that_breaks_a_hard_rule_or_a_red_gate_is_never_ranked_before_one_that_flies(int seed)
    {
        var (campaign, answer) = Try(seed);
        var options = answer.Options;
        var standing = PlanCheck.Judge(campaign).Violations.Select(v => (v.Rule, string.Join(' ', v.Subjects))).ToHashSet();

        Assert.Equal(options.OrderByDescending(o => o.Flyable).Select(o => o.Key), options.Select(o => o.Key));
        foreach (var option in options.Where(o => o.Flyable))
            Assert.All(PlanCheck.Judge(option.Plan).Violations, v => Assert.Contains((v.Rule, string.Join(' ', v.Subjects)), standing));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_change_gives_the_same_answer(int seed)
    {
        var (campaign, changes) = ACase(seed);

        Assert.Equal(Signs(Answer(campaign, changes)), Signs(Answer(campaign, changes)));

        static IEnumerable<string> Signs(DraftAnswer answer) => answer.Options.Select(o =>
            $"{o.Key} {o.Measures} {string.Join(',', o.Impact.Touched.Select(t => t.Thing))} {string.Join(',', o.Hear.Select(h => $"{h.Id}@{h.By}"))}");
    }

    [Fact]
    public void A_change_that_touches_nothing_lists_nothing()
    {
        var campaign = SampleCampaigns.Planned(1, 30);
        var flight = campaign.Flights.First(f => f.Plan!.Launch > Now);

        var answer = Answer(campaign, [new Slip(flight.Id, Duration.Zero, null)]);

        Assert.All(answer.Options, o =>
        {
            Assert.Empty(o.Impact.Touched);
            Assert.Empty(o.Hear);
            Assert.Equal(0, o.Measures.FlightsMoved);
        });
    }

    [Fact]
    public void Trying_a_change_leaves_the_plan_as_it_was()
    {
        var campaign = SampleCampaigns.Planned(1, 30);
        var before = Values(campaign);

        _ = Answer(campaign, [new Slip(campaign.Flights.First(f => f.Plan!.Launch > Now).Id, Duration.FromDays(9), null)]);

        Assert.Equal(before, Values(campaign));
    }

    [Fact]
    public void Waiting_until_the_flight_stands_where_it_stood_is_no_answer()
    {
        var campaign = SampleCampaigns.Planned(1, 110);
        foreach (var flight in campaign.Flights.Where(f => f.Plan!.Launch > Now + Duration.FromDays(4)).Take(5))
        {
            var answer = Draft.Try(campaign, [new Slip(flight.Id, Duration.FromDays(-3), null)], Now).Value;
            Assert.DoesNotContain(answer.Options, o => o.Key.StartsWith("wait-", StringComparison.Ordinal) && o.Impact.Touched.IsEmpty);
        }
    }

    [Fact]
    public void A_slip_gives_at_least_three_answers_that_differ()
    {
        var campaign = SampleCampaigns.Planned(1, 110);
        var ahead = campaign.Flights.Where(f => f.Plan!.Launch > Now).OrderBy(f => f.Plan!.Launch).ToArray();
        // The next one, and others through the year: late ones have fewer flights behind them.
        foreach (var flight in new[] { 0.0, 0.1, 0.3, 0.6 }.Select(share => ahead[(int)(share * ahead.Length)]))
        {
            var options = Answer(campaign, [new Slip(flight.Id, Duration.FromDays(9), null)]).Options;

            Assert.True(options.Count(o => o.Flyable) >= 3, $"{flight.Id}: {string.Join("; ", options.Select(o => $"{o.Key} {o.Flyable} {string.Join(',', o.Forbids)}"))}");
            Assert.Contains(options, o => o.Why.Contains("least movement", StringComparison.OrdinalIgnoreCase));
            Assert.Contains(options, o => o.Why.Contains("fewest promises broken", StringComparison.OrdinalIgnoreCase));
            Assert.Contains(options, o => o.Why.Contains("soonest recovery", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Answers_are_named_by_what_is_done_and_no_two_alike()
    {
        var campaign = SampleCampaigns.Planned(1, 110);
        foreach (var flight in campaign.Flights.Where(f => f.Plan!.Launch > Now).Take(12))
        {
            var options = Answer(campaign, [new Slip(flight.Id, Duration.FromDays(9), null)]).Options;

            Assert.Equal(options.Length, options.Select(o => o.Name).Distinct().Count());
            Assert.Contains(options, o => o.Name.StartsWith("Launch ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_others_must_accept_is_said_with_names()
    {
        var campaign = SampleCampaigns.Planned(1, 110);
        var ports = campaign.Fleet.Stations.SelectMany(s => s.Ports).Select(p => p.Id.Value).ToList();
        var asked = campaign.Flights.Where(f => f.Plan is { Stays.Length: > 0 } plan && plan.Launch > Now).Take(8)
            .SelectMany(f => Answer(campaign, [new Slip(f.Id, Duration.FromDays(9), null)]).Options).SelectMany(o => o.ToAccept).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, a => Assert.DoesNotContain(ports, port => a.What.Contains(port, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_unit_out_of_service_is_called_by_its_name()
    {
        var campaign = SampleCampaigns.Planned(1, 30);
        var vehicle = campaign.Fleet.Vehicles[0];

        var answer = Answer(campaign, [new OutOfService(vehicle.Id.Thing, Instant.FromUtc(2027, 6, 1, 0, 0), Instant.FromUtc(2027, 7, 1, 0, 0))]);

        Assert.Equal($"{vehicle.Name} is out of service from 1 Jun 2027 to 1 Jul 2027", answer.Sentence);
    }

    [Fact]
    public void A_cancelled_flight_has_no_gates_and_its_customers_hear()
    {
        var campaign = SampleCampaigns.Planned(1, 24);
        var flight = campaign.Flights.First(f => f.Plan!.Launch > Now && f.Seats.Any(s => s.Person is not null));

        var answer = Answer(campaign, [new CancelFlight(flight.Id)]).Options[0];

        Assert.DoesNotContain(answer.Gates, g => g.Thing.Kind == FlightKinds.Seat && g.Thing.Id.StartsWith(flight.Id + "/", StringComparison.Ordinal));
        Assert.Contains(answer.Hear, h => h.Hearer == flight.Seats.First(s => s.Person is not null).Person!.Value.Thing);
    }

    [Fact]
    public void A_flight_that_has_flown_does_not_slip()
    {
        var campaign = SampleCampaigns.Planned(1, 110);
        var flown = campaign.Flights.First(f => f.Plan!.Launch < Now);

        var result = Draft.Try(campaign, [new Slip(flown.Id, Duration.FromDays(9), null)], Now);

        Assert.Equal("already-flown", Assert.Single(result.Problems).Code);
    }

    private static Dictionary<ThingId, StateValue> Values(Campaign campaign) => CampaignStatement.Of(campaign, Now).Things.ToDictionary(t => t.Id, t => t.Value);

    private static DraftAnswer Answer(Campaign campaign, ImmutableArray<Change> changes) => Draft.Try(campaign, changes, Now).Value;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, Lazy<(Campaign, DraftAnswer)>> Tried = new();

    /// <summary>Each case is tried once; the properties only look at it.</summary>
    private static (Campaign Campaign, DraftAnswer Answer) Try(int seed) => Tried.GetOrAdd(seed, s => new(() =>
    {
        var (campaign, changes) = ACase(s);
        return (campaign, Answer(campaign, changes));
    })).Value;

    private static (Campaign Campaign, ImmutableArray<Change> Changes) ACase(int seed)
    {
        var campaign = SampleCampaigns.Planned(1 + (seed % 3), 24);
        var random = new Random(seed);
        var changes = Enumerable.Range(0, 1 + (seed % 3)).Select(_ => AChange(campaign, random)).DistinctBy(c => c.GetType()).ToImmutableArray();
        return (campaign, changes);
    }

    private static Change AChange(Campaign campaign, Random random)
    {
        var ahead = campaign.Flights.Where(f => f.Plan?.Launch > Now + Duration.FromDays(3)).ToArray();
        var flight = ahead[random.Next(ahead.Length)];
        var plan = flight.Plan!;
        var from = plan.Launch - Duration.FromDays(random.Next(1, 20));
        Instant? to = random.Next(3) == 0 ? null : plan.Launch + Duration.FromDays(random.Next(1, 30));
        var items = campaign.Cargo.Where(i => i.Flight == flight.Id).ToArray();
        return random.Next(6) switch
        {
            0 => new OutOfService(plan.Vehicle.Thing, from, to),
            1 => new OutOfService(plan.Pad!.Value.Thing, from, to ?? plan.Launch + Duration.FromDays(4)),
            2 when flight.Seats.Any(s => s.Person is not null) => new NotFit(flight.Seats.First(s => s.Person is not null).Person!.Value, from, to),
            3 when items.Length > 0 => new CargoLate(items[0].Id, items[0].Ready + Duration.FromDays(random.Next(1, 40))),
            4 => new CancelFlight(flight.Id),
            _ => new Slip(flight.Id, Duration.FromDays(random.Next(1, 41)), null),
        };
    }
}
