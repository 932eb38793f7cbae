using System.Text;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.FlightControl;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

/// <summary>The three tables of flight control, as they are and with planted faults.</summary>
public sealed class ControlTablesTests
{
    [Fact]
    public void The_tables_load_with_every_row_and_its_confidence()
    {
        var phases = FlightPhases.Read(SampleData.Bytes("flight-phases.csv")).Value;
        var criteria = CommitCriteria.Read(SampleData.Bytes("commit-criteria.csv")).Value;
        var contingencies = Contingencies.Read(SampleData.Bytes("contingencies.csv")).Value;

        Assert.Equal((93, 49, 50), (phases.Length, criteria.Length, contingencies.Length));
        Assert.All(phases, p => Assert.Contains(p.Confidence + p.TextSeen, new[] { "HY", "HP", "HN", "MY", "MP", "MN", "LY", "LP", "LN" }));
        Assert.All(criteria, c => Assert.Matches("^[HML][YPN]$", c.Confidence + c.TextSeen));
        Assert.All(contingencies, c => Assert.Matches("^[HML]$", c.Confidence));
        Assert.Equal("no", criteria.Single(c => c.Id == "WX-01").Waivable.ToString().ToLowerInvariant());
        Assert.Equal((Waivable.ByNamed, "by board"), (criteria.Single(c => c.Id == "VH-02").Waivable, criteria.Single(c => c.Id == "VH-02").WaivableBy));
        Assert.Equal(4, contingencies.Single(c => c.Id == "C01").FirstActions.Length);
    }

    [Theory]
    [InlineData("flight-phases.csv", "CD-03,crewed", "CD-02,crewed", "id", 4, "duplicate-id")]
    [InlineData("flight-phases.csv", "CD-01,crewed,countdown,milestone,L", "CD-01,crewed,countdown,milestone,X", "anchor", 2, "unknown-value")]
    [InlineData("flight-phases.csv", "L,-24000,0", "L,24000,0", "start_s_rel_anchor", 2, "out-of-order")]
    [InlineData("flight-phases.csv", "Crew-2 press timeline,H,Y", "Crew-2 press timeline,Z,Y", "confidence", 2, "unknown-value")]
    [InlineData("commit-criteria.csv", "<=,30,mph", "<,30,mph", "operator", 2, "unknown-value")]
    [InlineData("commit-criteria.csv", "<=,30,mph", "<=,,mph", "limit", 2, "missing-value")]
    [InlineData("commit-criteria.csv", "<=,30,mph", "<=,\"30,0\",mph", "limit", 2, "not-a-number")]
    [InlineData("commit-criteria.csv", "weather officer,60,no", "weather officer,60,maybe", "waivable", 2, "unknown-value")]
    [InlineData("commit-criteria.csv", "weather officer,60,no", "weather officer,-60,no", "recheck_s", 2, "out-of-range")]
    [InlineData("contingencies.csv", "C02,fire", "C01,fire", "id", 3, "duplicate-id")]
    [InlineData("contingencies.csv", "catastrophic", "awful", "severity", 2, "unknown-value")]
    public void A_planted_fault_is_refused_with_file_line_and_field(string file, string good, string bad, string field, int line, string code)
    {
        var text = Encoding.UTF8.GetString(SampleData.Bytes(file));
        var at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at > 0, $"{good} is not in {file}");
        var bytes = Encoding.UTF8.GetBytes(text[..at] + bad + text[(at + good.Length)..]);

        var problems = file switch
        {
            "flight-phases.csv" => FlightPhases.Read(bytes).Problems,
            "commit-criteria.csv" => CommitCriteria.Read(bytes).Problems,
            _ => Contingencies.Read(bytes).Problems,
        };

        Assert.Contains(problems, p => p.Code == code && p.Where.File == file && p.Where.Line == line && p.Where.Field == field);
    }

    [Fact]
    public void An_empty_table_and_one_without_a_column_are_refused()
    {
        Assert.Equal("empty-table", Assert.Single(CommitCriteria.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SampleData.Bytes("commit-criteria.csv")).Split('\n')[0] + "\n")).Problems).Code);
        Assert.Contains(FlightPhases.Read(Encoding.UTF8.GetBytes("id,flight\nA,all\n")).Problems, p => p.Code == "missing-column");
    }
}
