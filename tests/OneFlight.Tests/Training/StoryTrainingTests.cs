using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Samples;
using OneFlight.Operations.Training;

namespace OneFlight.Tests.Training;

public sealed class StoryTrainingTests
{
    private static readonly Campaign Year = TheStory.Planned;

    private static ModuleStanding[] Of(string flight) =>
        [.. ModuleStanding.Of(TrainingFacts.Of(Year.Training, Year.Qualifications), Year.Flights.Single(f => f.Id.Value == flight), OperatorYear.AsOf)];

    [Fact]
    public void The_planner_places_every_session_without_a_violation_or_a_clash()
    {
        var report = PlanCheck.Judge(Year);
        Assert.Empty(report.Violations);
        Assert.DoesNotContain(report.Findings, f => f.Subjects.Any(s => s.Id.StartsWith("academy-", StringComparison.Ordinal) || s.Id.StartsWith("staff-instructor-", StringComparison.Ordinal) || s.Id.StartsWith("trainee-", StringComparison.Ordinal)));
        var planned = Year.Flights.ToDictionary(f => f.Id, f => f.Plan?.Activities.Select(a => a.Id).ToHashSet() ?? []);
        Assert.True(Year.Training.Sessions.Length > 700);
        Assert.All(Year.Training.Sessions, s => Assert.Contains(s.Activity, planned[s.Flight]));
    }

    [Fact]
    public void No_instructor_and_no_trainee_is_in_two_sessions_at_once()
    {
        var times = Year.Flights.Where(f => f.Plan is not null).SelectMany(f => f.Plan!.Activities.Select(a => (Key: (f.Id, a.Id), a))).ToDictionary(x => x.Key, x => x.a);
        var taken = Year.Training.Sessions.Where(s => s.Devices.Length > 0).SelectMany(s => s.Seats.Select(n => $"{s.Flight}/{n}").Concat(s.Instructor is { } i ? [i.Value] : []).Select(who => (who, At: times[(s.Flight, s.Activity)])));
        foreach (var one in taken.GroupBy(t => t.who))
        {
            var ordered = one.Select(t => t.At).OrderBy(a => a.Start).ToList();
            for (var i = 1; i < ordered.Count; i++) Assert.True(ordered[i - 1].End <= ordered[i].Start, $"{one.Key}: {ordered[i - 1].Id} and {ordered[i].Id}");
        }
    }

    [Fact]
    public void Flights_that_flew_are_trained_the_one_in_training_is_on_its_way_and_later_ones_have_not_begun()
    {
        Assert.All(new[] { "CYGNET-01", "CYGNET-02", "CYGNET-03", "CYGNET-04" }, f => Assert.All(Of(f), m => Assert.Contains(m.Light, new[] { GateLight.Green, GateLight.Amber })));
        var lights = Of("CYGNET-08").CountBy(m => m.Light).ToDictionary();
        Assert.True(lights[GateLight.Green] > 5 && lights[GateLight.Amber] > 10 && lights[GateLight.Red] == 1, string.Join(", ", lights));
        Assert.Single(Of("CYGNET-07"), m => m.Light == GateLight.Unknown);
        Assert.Empty(Of("CYGNET-09"));
        Assert.Empty(Of("CYGNET-10"));
    }

    [Fact]
    public void A_slip_of_nine_days_touches_modules_each_with_a_path_back_to_it()
    {
        var answer = Draft.Try(Year, [new Slip(new("CYGNET-05"), Duration.FromDays(9), null)], OperatorYear.AsOf).Value;
        var touched = answer.Options.SelectMany(o => o.Impact.Touched).Where(t => t.Thing.Kind == TrainingKinds.Training).ToList();
        Assert.Contains(touched, t => t.Thing.Id == "CYGNET-05/PAM-33");
        Assert.All(touched, t => Assert.NotEmpty(t.Path));
    }

    [Fact]
    public void Lights_are_given_to_hazards_by_flight_and_module()
    {
        var lights = TrainingStatement.Lights(Year.Training, Year.Flights, Year.Qualifications, OperatorYear.AsOf).ToDictionary();
        Assert.Equal(8 * 42, lights.Count);
        Assert.Equal(GateLight.Red, lights[new("training", "CYGNET-08/PAM-04")]);
    }
}
