using OneFlight.Operations.Exchange;
using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

public sealed class RequirementCatalogueTests
{
    private const string Header = "id,section,citation,binding,applies_to,phase,requirement,evidence_expected,recurrence,gate,check_hint,confidence,text_seen";

    [Fact]
    public void The_catalogue_loads_with_all_265_rows_and_their_confidence()
    {
        var rows = RequirementCatalogue.Read(SampleData.Bytes("requirements-catalogue.csv"), "requirements-catalogue.csv").Value;
        Assert.Equal((265, 167, 169, 55), (rows.Length, rows.Count(r => r.Binding == BoundBy.Law), rows.Count(r => r.Confidence == "H"), rows.Count(r => r.TextSeen == "Y")));
        Assert.Equal((83, 32), (rows.Count(r => r.Gate == Gate.FlightReadiness), rows.Count(r => r.Gate is null)));
    }

    [Fact]
    public void Planted_faults_are_told_at_once_at_their_lines()
    {
        var read = CsvTable.Read(string.Join('\n', Header,
            "R1,s,c,law,operator,all,t,e,per-flight,FRR,,H,Y", "R1,s,c,law,operator,all,t,e,per-flight,FRR,,H,Y", "R2,s,c,wish,operator,all,t,e,per-flight,FRR,,H,Y",
            "R3,s,c,law,passenger,all,t,e,per-flight,FRR,,H,Y", "R4,s,c,law,operator,lunch,t,e,per-flight,FRR,,H,Y", "R5,s,c,law,operator,all,t,e,per-flight,GO,,H,Y",
            "R6,s,c,law,operator,all,t,e,per-flight,FRR,,X,Y", "R7,s,c,law,operator,all,,e,per-flight,FRR,,H,maybe"), "catalogue.csv").Then(RequirementCatalogue.Read);
        Assert.Equal(
            [(3, "duplicate-id"), (4, "unknown-value"), (5, "unknown-value"), (6, "unknown-value"), (7, "unknown-gate"), (8, "unknown-value"), (9, "unknown-value")],
            read.Problems.Where(p => p.Where.Field != "requirement").Select(p => (p.Where.Line!.Value, p.Code)));
        Assert.Contains(read.Problems, p => p.Where is { Line: 9, Field: "requirement" });
    }

    [Fact]
    public void The_risk_scales_have_likelihood_and_five_axes_with_the_customers_own()
    {
        var levels = RiskScales.Read(SampleData.Bytes("risk-scales.csv"), "risk-scales.csv").Value;
        Assert.Equal(30, levels.Length);
        Assert.Contains(levels, l => l is { Scale: RiskScale.Customer, Level: 5 } && l.Meaning.StartsWith("Customer-defined success lost", StringComparison.Ordinal));
        Assert.Equal(">1e-1", levels.Single(l => l.Id == "L/5").PerFlight);
    }

    [Fact]
    public void A_scale_with_a_wrong_or_missing_level_is_refused()
    {
        const string head = "scale,level,name,safety_probability_per_flight,programme_probability,meaning\n";
        Assert.Equal(["out-of-range", "unknown-value"], CsvTable.Read(head + "L,6,n,,,m\nZ,1,n,,,m", "scales.csv").Then(RiskScales.Read).Problems.Select(p => p.Code));
        Assert.Contains(CsvTable.Read(head + "L,1,n,,,m", "scales.csv").Then(RiskScales.Read).Problems, p => p.Code == "scale-incomplete");
    }
}
