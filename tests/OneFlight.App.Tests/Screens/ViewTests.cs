using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Flights;
using OneFlight.App.Impact;
using OneFlight.App.Missions;
using OneFlight.App.People;
using OneFlight.App.Promises;
using OneFlight.App.Search;
using OneFlight.App.Shell;
using OneFlight.App.Things;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Tests.Screens;

/// <summary>What the pages decide, without a browser.</summary>
public sealed class ViewTests
{
    private static readonly Viewer planner = LocalSignIn.Demonstration(Role.Planner);

    private static Query Ask(string path, params (string, string)[] parts) => new(path, [.. parts]);

    [Fact]
    public void A_flight_shows_all_its_missions_in_their_own_words()
    {
        var view = FlightView.From(SmallHost.Open(), "HALCYON-07", SmallCampaign.Now)!;
        Assert.Equal(["Mission Juniper", "Cold protein crystals"], view.Missions.Select(m => m.Mission.Name));
        Assert.Equal("Juniper", view.Missions[0].Customer);
        Assert.True(view.Missions[1].Gap);
    }

    [Fact]
    public void A_flight_says_what_binds_each_choice()
    {
        var view = FlightView.From(SmallHost.Open(), "HALCYON-07", SmallCampaign.Now)!;
        Assert.Equal("Pad 39 is held by ARGO-12 until 10 Mar 08:00", view.Choices.Single(c => c.Name == "Liftoff").Why.Single().Text);
        Assert.Equal("ends at liftoff", view.Phases.SelectMany(p => p.Activities).Single(a => a.Name == "Quarantine").Why);
    }

    [Fact]
    public void A_flight_that_does_not_exist_has_no_view() => Assert.Null(FlightView.From(SmallHost.Open(), "NONE", SmallCampaign.Now));

    [Fact]
    public void Flights_are_filtered_by_the_address()
    {
        var open = SmallHost.Open();
        Assert.Equal(2, FlightsView.From(open, Ask("/f"), SmallCampaign.Now).Flights.Total);
        Assert.Equal("ARGO-12", FlightsView.From(open, Ask("/f", ("when", "unplanned")), SmallCampaign.Now).Flights.Rows.Single().Flight.Name);
        Assert.Equal("HALCYON-07", FlightsView.From(open, Ask("/f", ("q", "juniper")), SmallCampaign.Now).Flights.Rows.Single().Flight.Name);
        Assert.Equal(0, FlightsView.From(open, Ask("/f", ("kind", "Test")), SmallCampaign.Now).Flights.Total);
    }

    [Fact]
    public void A_page_past_the_end_is_the_last_one()
    {
        var paging = Paging<int>.Of([.. Enumerable.Range(1, 250)], 99);
        Assert.Equal((3, 201, 250), (paging.Number, paging.First, paging.Last));
        Assert.Equal((1, 0, 0), (Paging<int>.Of([], 2).Number, Paging<int>.Of([], 2).First, Paging<int>.Of([], 2).Last));
    }

    [Fact]
    public void A_saved_view_of_the_ledger_shows_what_its_name_says()
    {
        var open = SmallHost.Open();
        var waiting = LedgerView.From(open, Ask("/p", ("view", "waiting")), SmallCampaign.Now);
        Assert.All(waiting.Lines.Rows, l => Assert.Equal(PromiseStatus.Waiting, l.State.Status));
        Assert.Equal(["PR-2"], LedgerView.From(open, Ask("/p", ("view", "unconfirmed")), SmallCampaign.Now).Lines.Rows.Select(l => l.Promise.Id.Value));
        Assert.Equal(2, LedgerView.From(open, Ask("/p", ("mission", "M-JUN")), SmallCampaign.Now).Lines.Total);
    }

    [Fact]
    public void The_counts_of_saved_views_follow_the_filter_in_force()
    {
        var view = LedgerView.From(SmallHost.Open(), Ask("/p", ("mission", "M-CRY")), SmallCampaign.Now);
        Assert.Equal(1, view.Views.Single(v => v.Key == "all").Count);
        Assert.Equal(0, view.Views.Single(v => v.Key == "unconfirmed").Count);
    }

    [Fact]
    public void An_opened_promise_says_its_limits_and_what_it_depends_on()
    {
        var peek = LedgerView.From(SmallHost.Open(), Ask("/p", ("open", "PR-1")), SmallCampaign.Now).Peek!;
        Assert.Contains("broken past 14 days", peek.Limits, StringComparison.Ordinal);
        Assert.Contains(peek.DependsOn, d => d.Thing == new Operations.Flights.FlightId("HALCYON-07").Thing);
    }

    [Fact]
    public void A_silent_person_is_shown_by_alias_everywhere()
    {
        var open = SmallHost.Open();
        Assert.Equal("Juniper", PersonView.From(open, "P-1", new("demonstration", "", "", [Role.Planner]), SmallCampaign.Now)!.Person.PublicName);
        Assert.Contains(FlightView.From(open, "HALCYON-07", SmallCampaign.Now)!.Seats, s => s.Person == "Juniper");
        Assert.DoesNotContain(SearchView.From(open, "self-paying").Groups.SelectMany(g => g.Found), f => f.Name.Contains("self-paying", StringComparison.Ordinal));
        Assert.Contains(SearchView.From(open, "juniper").Groups, g => g.Name == "People");
    }

    [Fact]
    public void A_thing_says_what_it_depends_on_and_what_depends_on_it()
    {
        var view = ThingView.From(SmallHost.Open(), "flight", "HALCYON-07")!;
        Assert.Contains(view.Effects, e => e.Id.Kind == "promise");
        Assert.Contains(view.Causes, c => c.Id.Kind == "wish");
        Assert.Null(ThingView.From(SmallHost.Open(), "flight", "NONE"));
    }

    [Fact]
    public void A_mission_without_a_flight_says_that_it_waits() =>
        Assert.Equal("Waits for a flight.", MissionView.From(SmallHost.Open(), "M-GAP", SmallCampaign.Now)!.Where);

    [Fact]
    public void Typing_a_command_leads_to_the_impact_room_and_does_nothing()
    {
        var found = SearchView.From(SmallHost.Open(), "slip halcyon 9").Groups[0].Found.Single();
        Assert.Equal("/c/small/impact?slip=HALCYON-07%3D%2B9d", found.Path);
    }

    [Fact]
    public void A_bare_plus_in_an_address_is_still_a_plus()
    {
        var changes = DraftQuery.Of(Ask("/i", ("slip", "HALCYON-07= 9d"))).ToChanges(SmallCampaign.Make());
        Assert.Equal(Duration.FromDays(9), Assert.IsType<Slip>(Assert.Single(changes.Value)).By);
    }

    [Fact]
    public void Every_text_that_cannot_be_read_is_said()
    {
        var changes = DraftQuery.Of(Ask("/i", ("slip", "nonsense"), ("late", "K-1"), ("add", "NONE=2027-05-01"))).ToChanges(SmallCampaign.Make());
        Assert.Equal(3, changes.Problems.Length);
    }

    [Fact]
    public void A_form_becomes_the_short_text_of_the_address()
    {
        string Said(params (string, string)[] parts) => DraftForm.Apply(Ask("/i", parts), (_, text) => text)!.ToString();
        Assert.Equal("/i?slip=F-1%3D%2B9d", Said(("new", "slip"), ("f-subject", "F-1"), ("f-days", "9")));
        Assert.Equal("/i?slip=F-1%3D2027-03-21T09%3A14Z", Said(("new", "slip"), ("f-subject", "F-1"), ("f-days", "9"), ("f-from", "2027-03-21T09:14")));
        Assert.Equal("/i?cancel=F-2&out=pad%3ALC-1%3D2027-03-01T00%3A00Z..", Said(("cancel", "F-2"), ("new", "out"), ("f-subject", "pad:LC-1"), ("f-from", "2027-03-01T00:00")));
        Assert.Equal("/i?slip=F-1%3D%2B2d", Said(("slip", "F-1=+9d"), ("new", "slip"), ("f-subject", "F-1"), ("f-days", "2")));
        Assert.Null(DraftForm.Apply(Ask("/i", ("slip", "F-1=+9d")), (_, text) => text));
    }

    [Fact]
    public void One_more_flight_is_like_another_on_a_date()
    {
        var change = Assert.IsType<AddFlight>(Assert.Single(DraftQuery.Of(Ask("/i", ("add", "HALCYON-07=2027-06-01"))).ToChanges(SmallCampaign.Make()).Value));
        Assert.Equal(Instant.FromUtc(2027, 6, 1, 9, 14), change.Flight.Wish.Launch);
        Assert.All(change.Flight.Seats, s => Assert.Null(s.Person));
    }

    [Fact]
    public void A_draft_looked_at_again_a_minute_later_is_not_worked_out_again()
    {
        var open = SmallHost.Open(SmallCampaign.Make() with { AsOf = null });
        ImpactView At(NodaTime.Instant now) => ImpactView.From(open, Ask("/i", ("slip", "HALCYON-07=+9d")), planner, now);

        Assert.Same(At(SmallCampaign.Now).Options[0].Option, At(SmallCampaign.Now + NodaTime.Duration.FromMinutes(1)).Options[0].Option);
    }

    [Fact]
    public void The_impact_room_puts_before_and_after_side_by_side_with_the_path()
    {
        var view = ImpactView.From(SmallHost.Open(), Ask("/i", ("slip", "HALCYON-07=+9d")), planner, SmallCampaign.Now);
        Assert.Equal("HALCYON-07 slips 9 days, from 12 Mar 2027 to 21 Mar 2027", view.Title);
        var promise = view.Chosen!.Missions.SelectMany(m => m.Promises).Single(p => p.Promise.Id.Value == "PR-1");
        Assert.Equal((PromiseStatus.Kept, PromiseStatus.Bent), (promise.Before!.Status, promise.After!.Status));
        Assert.NotEmpty(promise.Path);
        Assert.Contains(view.Chosen.Strip.Lanes, l => l is { Name: "HALCYON-07", Was: not null, Is: not null } && l.Label.Contains("+9 d", StringComparison.Ordinal));
        Assert.True(view.MayCommit);
    }

    [Fact]
    public void A_path_is_one_short_line()
    {
        var view = ImpactView.From(SmallHost.Open(), Ask("/i", ("slip", "HALCYON-07=+9d")), planner, SmallCampaign.Now);
        var promise = view.Chosen!.Missions.SelectMany(m => m.Promises).Single(p => p.Promise.Id.Value == "PR-1");
        Assert.Equal("HALCYON-07 → launch +9 d", PathLine.Of(promise.Path, view.Chosen.TouchedById));
    }

    [Fact]
    public void Changes_and_states_are_said_with_names()
    {
        var open = SmallHost.Open();
        var vehicle = open.Campaign.Fleet.Vehicles[0];
        var both = ImpactView.From(open, Ask("/i", ("slip", "HALCYON-07=+9d"), ("out", $"vehicle:{vehicle.Id}=2027-03-01..2027-03-02")), planner, SmallCampaign.Now);
        Assert.Equal($"{vehicle.Name} is out of service from 1 Mar 2027 to 2 Mar 2027", both.Changes[1].Text);
        var refused = ImpactView.From(open, Ask("/i", ("slip", "NONE=+9d")), planner, SmallCampaign.Now);
        Assert.Equal("NONE slips +9d", Assert.Single(refused.Changes).Text);
        Assert.Contains(open.Index.NameOf(open.Index.Flights[new("HALCYON-07")].Plan!.Vehicle), ThingView.From(open, "flight", "HALCYON-07")!.State, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_about_what_was_picked_by_name_or_id()
    {
        var open = SmallHost.Open();
        var vehicle = open.Campaign.Fleet.Vehicles[0];
        Assert.Equal(vehicle.Id.Thing.ToString(), Subjects.IdOf(open, ChangeText.OutKey, vehicle.Name.ToUpperInvariant()));
        Assert.Equal("HALCYON-07", Subjects.IdOf(open, ChangeText.SlipKey, "HALCYON-07"));
        Assert.Equal("nobody", Subjects.IdOf(open, ChangeText.UnfitKey, "nobody"));
    }

    [Theory]
    [InlineData("Health stabilisation (quarantine)", "Health stabilisation")]
    [InlineData("Post-flight data review and anomaly disposition", "Post-flight data review…")]
    public void A_long_name_ends_with_a_whole_word(string name, string shown) => Assert.Equal(shown, Say.Cut(Say.Brief(name), 29));

    [Fact]
    public void Answers_that_cannot_fly_come_after_those_that_can()
    {
        var view = ImpactView.From(SmallHost.Open(), Ask("/i", ("out", "vehicle:C3=2027-03-01..2028-03-01")), planner, SmallCampaign.Now);
        var flyable = view.Options.Select(o => o.Option.Flyable).ToList();
        Assert.Equal(flyable.OrderByDescending(f => f), flyable);
        Assert.All(view.Options.Where(o => !o.Option.Flyable), o => Assert.NotEmpty(o.Option.Forbids));
    }

    [Fact]
    public void A_reader_may_try_but_is_not_offered_to_commit() =>
        Assert.False(ImpactView.From(SmallHost.Open(), Ask("/i", ("slip", "HALCYON-07=+9d")), LocalSignIn.Demonstration(Role.Executive), SmallCampaign.Now).MayCommit);

    [Fact]
    public void Leaving_a_change_out_keeps_the_others()
    {
        var view = ImpactView.From(SmallHost.Open(), Ask("/i", ("slip", "HALCYON-07=+9d"), ("late", "K-1=2027-03-11")), planner, SmallCampaign.Now);
        Assert.Equal("/i?late=K-1%3D2027-03-11", view.Changes[0].Without);
    }

    [Fact]
    public void A_way_back_never_leads_off_the_site()
    {
        foreach (var bad in new[] { "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "", null }) Assert.Equal("/", Paths.Safe(bad));
        Assert.Equal("/c/small", Paths.Safe("/c/small"));
    }

    [Theory]
    [InlineData(9 * 24, "+9 d")]
    [InlineData(-26, "−1 d 2 h")]
    [InlineData(0.75, "+45 min")]
    public void A_move_is_said_with_its_sign_and_unit(double hours, string words) => Assert.Equal(words, Say.Moved(Duration.FromHours(hours)));

    [Fact]
    public void Local_time_follows_the_zone_and_an_unknown_zone_says_so()
    {
        Assert.Equal("Thu 07:32 there", Say.Local(SmallCampaign.Now, "America/Denver"));
        Assert.Equal("zone not known", Say.Local(SmallCampaign.Now, "Nowhere/Such"));
    }
}
