using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Hospitality;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Performance;

public class StoryAfterTests
{
    private static readonly Campaign year = SampleCampaigns.Year;
    private static readonly Instant now = OperatorYear.AsOf;

    private static ImmutableArray<LogEntry> Log(string prefix) => [.. Story.Log(year).Where(e => e.Stream.StartsWith(prefix, StringComparison.Ordinal)).GroupBy(e => e.Stream)
        .SelectMany(g => g.Select((e, i) => new LogEntry(e.Compartment, e.Stream, i + 1, e.Entry.At, e.Entry.KnownAt, e.Entry.Who, e.Entry.Event, "", "")))];

    private static PerformanceFacts Facts => new(year, CampaignStatement.Of(year, now), year.Flights.Where(f => f.Plan is not null).ToImmutableDictionary(f => f.Id, f => f.Wish.Launch),
        Log(OutcomeStreams.Verdicts), Log(OutcomeStreams.Surveys), Log(OutcomeStreams.Recoveries), Log(Lesson.Prefix), [], now);

    [Fact]
    public void The_first_flight_has_all_its_contacts_and_the_second_its_first()
    {
        var flights = Story.FlightsOf(year);
        CareStanding[] Of(int i) => [.. CarePlan.Of(year.Flights.Single(f => f.Id == flights[i].Flight), year.Missions).GroupBy(c => c.Person)
            .SelectMany(g => CareState.Of([.. g], [.. Log(CareStreams.Prefix).Where(e => e.Stream == CareStreams.Of(g.Key))], now).Lines.Select(l => l.Standing))];
        Assert.All(Of(0), s => Assert.Equal(CareStanding.Done, s));
        Assert.Equal(4, Of(1).Count(s => s == CareStanding.Done));
    }

    [Fact]
    public void Of_the_first_flight_one_verdict_is_measured_kept_and_called_broken_and_one_the_other_way_around()
    {
        var disagree = Facts.Outcomes.SelectMany(o => o.Criteria).Where(c => c.Disagree).Select(c => (c.Technical!.Verdict, c.Customer!.Verdict)).ToList();
        Assert.Contains((CriterionVerdict.Kept, CriterionVerdict.Broken), disagree);
        Assert.Contains((CriterionVerdict.Broken, CriterionVerdict.Kept), disagree);
    }

    [Fact]
    public void The_complaint_is_closed_by_the_customer_and_no_lesson_counts_that_changed_nothing()
    {
        var complaint = Assert.Single(Facts.Cases);
        Assert.False(complaint.IsOpen);
        Assert.Equal("organization", ((RecoveryClosed)complaint.Closed!.Event).VerifiedBy.Kind);
        Assert.Equal([false, false], Facts.AllLessons.Select(l => l.Counts));
    }

    [Fact]
    public void Nothing_in_the_story_happens_after_its_now() => Assert.All(Story.Log(year), e => Assert.True(e.Entry.At <= now, $"{e.Stream} at {e.Entry.At}"));

    [Fact]
    public void Every_figure_is_the_sum_of_the_records_behind_it_each_counted_once()
    {
        var figures = Kpis.Of(Facts);
        Assert.Equal(figures.Length, figures.Select(f => f.Key).Distinct().Count());
        foreach (var figure in figures)
        {
            Assert.Equal((figure.Records.Count(r => r.Hit), figure.Records.Length), (figure.Share.Hits, figure.Share.Count));
            Assert.Equal(figure.Records.Length, figure.Records.Select(r => r.Id).Distinct().Count());
        }
        Assert.Equal((4, 5), (figures.Single(f => f.Key == "satisfaction").Share.Hits, figures.Single(f => f.Key == "satisfaction").Share.Count));
        Assert.Equal((3, 5), (figures.Single(f => f.Key == "recommend").Share.Hits, figures.Single(f => f.Key == "recommend").Share.Count));
        Assert.Equal(1, figures.Single(f => f.Key == "complaints").Share.Hits);
        Assert.Equal("missed", figures.Single(f => f.Key == "satisfaction").Verdict);
    }

    [Fact]
    public void No_figure_names_a_silent_person()
    {
        var silent = year.People.Persons.Where(p => p.Alias is not null).Select(p => p.ShownAs).Where(n => year.People.Persons.All(p => p.Alias != n)).ToHashSet();
        Assert.DoesNotContain(Kpis.Of(Facts).SelectMany(k => k.Records), r => silent.Any(s => $"{r.Name} {r.Words}".Contains(s, StringComparison.Ordinal)));
    }
}
