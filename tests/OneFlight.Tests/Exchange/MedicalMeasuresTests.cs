using System.Text;
using OneFlight.Operations.Exchange;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

public class MedicalMeasuresTests
{
    private const string Head = "id,group,item,when,applies_to,visibility,metric_or_limit,note,confidence\n";

    private static string[] Problems(string rows) => [.. MedicalMeasures.Read(Encoding.UTF8.GetBytes(Head + rows), "m.csv").Problems.Select(p => p.ToString())];

    [Fact]
    public void Every_measure_of_the_table_loads_with_its_confidence()
    {
        var measures = MedicalMeasures.Read(SampleData.Bytes("medical-measures.csv")).Value;
        Assert.Equal(34, measures.Length);
        Assert.All(measures, m => Assert.Contains(m.Confidence, new[] { "H", "M", "L" }));
        Assert.Equal(["crew", "participant"], measures[0].AppliesTo);
    }

    [Theory]
    [InlineData("M1,screening,Eyes,entry,crew,clinic,,,X", "unknown-value: m.csv line 2, confidence: found 'X', expected H, L, M")]
    [InlineData("M1,guessing,Eyes,entry,crew,clinic,,,H", "unknown-value: m.csv line 2, group: found 'guessing', expected exposure, inflight, post, privacy, risk, screening")]
    [InlineData("M1,screening,Eyes,entry,crew,,,,H", "missing-value: m.csv line 2, visibility: found nothing, expected a value")]
    [InlineData("M1,screening,Eyes,entry,crew,clinic,,,H\nM1,screening,Ears,entry,crew,clinic,,,H", "duplicate-id: m.csv line 3, id: found 'M1' twice, expected each measure once")]
    public void A_planted_fault_is_refused_with_its_place(string rows, string problem) => Assert.Equal(problem, Assert.Single(Problems(rows)));
}
