using OneFlight.Operations.Performance;

namespace OneFlight.Tests.Performance;

/// <summary>Reference values worked out apart from this code (Wilson with z = 1.96; net promoter half-widths; zero-failure bounds).</summary>
public class ProportionTests
{
    [Theory]
    [InlineData(0, 1, 0.0, 0.793456709)]
    [InlineData(1, 1, 0.206543291, 1.0)]
    [InlineData(5, 5, 0.565508505, 1.0)]
    [InlineData(11, 12, 0.646114078, 0.985135291)]
    [InlineData(12, 12, 0.757499243, 1.0)]
    [InlineData(47, 48, 0.891005309, 0.996312984)]
    [InlineData(73, 73, 0.950006247, 1.0)]
    [InlineData(188, 188, 0.979975146, 1.0)]
    [InlineData(189, 189, 0.980078987, 1.0)]
    [InlineData(198, 200, 0.964277515, 0.997253399)]
    [InlineData(200, 200, 0.981153994, 1.0)]
    public void The_interval_of_Wilson_is_that_of_the_reference(int hits, int count, double lower, double upper)
    {
        Assert.Equal(lower, new Proportion(hits, count).Lower, 1e-8);
        Assert.Equal(upper, new Proportion(hits, count).Upper, 1e-8);
    }

    [Theory]
    [InlineData(0.90, 35)]
    [InlineData(0.95, 73)]
    [InlineData(0.98, 189)]
    [InlineData(0.99, 381)]
    public void The_least_count_of_perfect_answers_is_that_of_the_reference(double target, int count) => Assert.Equal(count, Proportion.LeastCountToShow(target));

    [Fact]
    public void A_perfect_record_too_short_for_its_target_cannot_be_shown_yet()
    {
        Assert.Equal("cannot be shown yet: at least 75.7 %; 98 % takes 189 without one miss", new Proportion(12, 12).Against(0.98, true));
        Assert.Equal("shown", new Proportion(189, 189).Against(0.98, true));
        Assert.Equal("missed", new Proportion(5, 50).Against(0.98, true));
        Assert.Equal("cannot be shown yet: nothing to count", new Proportion(0, 0).Against(0.98, true));
        Assert.Null(new Proportion(0, 0).Share);
    }

    [Fact]
    public void A_share_to_stay_under_is_judged_by_its_upper_end()
    {
        Assert.StartsWith("cannot be shown yet: at most 24.3 %; 2 % takes 189", new Proportion(0, 12).Against(0.02, false));
        Assert.Equal("shown", new Proportion(0, 189).Against(0.02, false));
        Assert.Equal("missed", new Proportion(5, 12).Against(0.02, false));
    }

    [Theory]
    [InlineData(9, 2, 1, 66.6666667, 35.2840327)]
    [InlineData(1, 0, 0, 100, 0)]
    [InlineData(0, 0, 1, -100, 0)]
    [InlineData(50, 30, 20, 30, 15.3080894)]
    [InlineData(180, 15, 5, 87.5, 5.532879)]
    [InlineData(3, 3, 3, 0, 53.3444433)]
    public void The_promoter_score_and_its_half_width_are_those_of_the_reference(int promoters, int passives, int detractors, double score, double half)
    {
        var nps = new PromoterScore(promoters, passives, detractors);
        Assert.Equal(score, nps.Value!.Value, 1e-6);
        Assert.Equal(half, nps.HalfWidth!.Value, 1e-6);
    }

    [Fact]
    public void Answers_fall_to_promoters_passives_and_detractors() => Assert.Equal(new PromoterScore(2, 2, 3), PromoterScore.Of([10, 9, 8, 7, 6, 5, 0]));

    [Theory]
    [InlineData(20, 0.1391)]
    [InlineData(50, 0.0582)]
    [InlineData(100, 0.0295)]
    public void A_record_without_a_failure_has_the_bound_of_the_reference(int flights, double bound) => Assert.Equal(bound, Exposure.ZeroFailureBound(flights), 5e-5);

    [Theory]
    [InlineData(12, 0.9564)]
    [InlineData(120, 0.6407)]
    [InlineData(67, 0.7799)]
    public void A_small_chance_over_many_flights_is_that_of_the_reference(int flights, double none) => Assert.Equal(none, Exposure.NoneLost(1.0 / 270, flights), 5e-5);
}
