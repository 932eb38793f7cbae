using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Tests.Exchange;

namespace OneFlight.Tests.Campaigns.Checking;

public sealed class TheFlownRecordTests
{
    [Fact]
    public void The_flown_record_breaks_no_hard_rule() => Assert.Empty(PlanCheck.Judge(TheRecord.AsFlown.Campaign()).Violations);

    [Fact]
    public void The_flown_record_shows_the_soft_rules_it_broke()
    {
        var findings = PlanCheck.Judge(TheRecord.AsFlown.Campaign()).Findings;

        // Crew-2 left 3.2 days before Crew-3 came, MS-14 needed a second approach, MS-23 went up empty, NG-18 stayed longest.
        Assert.Contains(findings, f => f.Rule == Rules.Handover && f.Subjects[0].Id == "SPX-CREW2" && f.Facts.Contains("3.2 d", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Rule == Rules.FreeFlightEndurance && f.Subjects[0].Id == "SOY-MS14");
        Assert.Contains(findings, f => f.Rule == Rules.CrewMinimum && f.Subjects[0].Id == "SOY-MS23");
        Assert.Contains(findings, f => f.Rule == Rules.DockedEndurance && f.Subjects[0].Id == "CYG-NG18" && f.Facts.StartsWith("162.8 d", StringComparison.Ordinal));
        Assert.Equal(3, findings.Count(f => f.Rule == Rules.Handover));
    }
}
