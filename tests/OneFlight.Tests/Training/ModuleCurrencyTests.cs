using OneFlight.Operations.Exchange;
using OneFlight.Operations.People;
using OneFlight.Operations.Training;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Training;

public sealed class ModuleCurrencyTests
{
    [Theory]
    [InlineData("none", CurrencyKind.Once, 0)]
    [InlineData("per-flight", CurrencyKind.PerFlight, 0)]
    [InlineData("per-vehicle-type", CurrencyKind.PerVehicleType, 0)]
    [InlineData("P12M", CurrencyKind.Months, 12)]
    [InlineData("P90D", CurrencyKind.Days, 90)]
    public void The_words_of_the_table_are_read(string text, CurrencyKind kind, int count) => Assert.Equal(new ModuleCurrency(kind, count), ModuleCurrency.Parse(text));

    [Theory]
    [InlineData(""), InlineData("P0D"), InlineData("PD"), InlineData("P1Y"), InlineData("P+3M"), InlineData("monthly")]
    public void Other_words_are_no_currency(string text) => Assert.Null(ModuleCurrency.Parse(text));

    [Fact]
    public void Every_module_of_the_tables_has_a_rule_of_qualification()
    {
        var rules = Curricula.Read(SampleData.Bytes("curricula.csv")).Value.SelectMany(c => ModuleCurrency.Rules(c)).ToDictionary(r => r.Type);
        Assert.Equal(126, rules.Count);
        Assert.Equal((RuleKind.RollingDays, 90, 15), (rules["module:PAM-08"].Kind, rules["module:PAM-08"].Length, rules["module:PAM-08"].LateGrace));
        Assert.Equal((RuleKind.CalendarMonths, 24, 2), (rules["module:PAM-05"].Kind, rules["module:PAM-05"].Length, rules["module:PAM-05"].LateGrace));
        Assert.Equal(RuleKind.Once, rules["module:PAM-01"].Kind);
        Assert.Equal(RuleKind.PerFlight, rules["module:PAM-02"].Kind);
    }

    /// <summary>Golden numbers of the safety design, section 9, number 8.</summary>
    [Fact]
    public void Half_is_left_after_the_half_life_and_both_shapes_agree_there()
    {
        Assert.Equal(0.5, Retention.Exponential(195, 195), 4);
        Assert.Equal(0.7262, Retention.Exponential(90, 195), 4);
        Assert.Equal(0.7692, Retention.Linear(90, 195), 4);
        Assert.Equal(0.5227, Retention.Exponential(365, 390), 4);
        Assert.Equal(new Retention(0.5, 0.5), Retention.After(195, 195));
    }

    [Fact]
    public void A_band_starts_from_the_grade_and_its_lower_end_reaches_nothing()
    {
        Assert.Equal(new Retention(0.8, 0.8), Retention.After(0, 195, 0.8));
        Assert.Equal(0, Retention.After(1000, 195).Low);
        Assert.InRange(Retention.After(90, 195).High - Retention.After(90, 195).Low, 0.04, 0.05);
    }
}
