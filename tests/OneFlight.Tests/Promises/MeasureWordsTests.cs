using OneFlight.Operations.Promises;

namespace OneFlight.Tests.Promises;

public sealed class MeasureWordsTests
{
    [Theory]
    [InlineData(3.96, "days outside", "4 days outside")]
    [InlineData(-4.13, "days outside", "4.1 days inside")]
    [InlineData(-2.08, "days late", "2.1 days early")]
    [InlineData(-0.5, "days over bought", "0.5 days under bought")]
    [InlineData(-3, "days past term end", "3 days before term end")]
    [InlineData(-30, "min after public", "30 min before public")]
    [InlineData(28.4, "h before launch", "28.4 h before launch")]
    [InlineData(0.04, "ratio", "0.04 ratio")]
    [InlineData(-0.25, "ratio", "−0.25 ratio")]
    [InlineData(2136, "min", "2,136 min")]
    public void A_value_names_the_side_it_lies_on(double value, string unit, string words) => Assert.Equal(words, MeasureWords.Of(value, unit));

    [Theory]
    [InlineData(-2.96, 3.96, "3 days inside → 4 days outside")]
    [InlineData(1.0, 3.96, "1 → 4 days outside")]
    [InlineData(-2.96, null, "was 3 days inside")]
    [InlineData(null, 2.0, "2 days outside")]
    [InlineData(null, null, "")]
    public void A_change_names_both_sides_where_they_differ(double? before, double? after, string words) =>
        Assert.Equal(words, MeasureWords.Change(before, after, "days outside"));
}
