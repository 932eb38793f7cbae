using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using static OneFlight.Tests.Safety.ASafetyCase;

namespace OneFlight.Tests.Safety;

public sealed class HazardStandingTests
{
    [Theory]
    [InlineData(GateLight.Green, GateLight.Green), InlineData(GateLight.Amber, GateLight.Amber), InlineData(GateLight.Red, GateLight.Red), InlineData(GateLight.Unknown, GateLight.Unknown)]
    public void A_hazard_goes_with_the_training_that_a_control_leans_on(GateLight training, GateLight expected)
    {
        var book = ABook([AHazard(controls: [AControl(), AControl(target: "training:PAM-11", proof: null, id: "HZ-1-A2")])]);
        var hazard = Assert.Single(Judged(book, null, (Drill, training)).Hazards);
        Assert.Equal(expected, hazard.Light);
        if (expected != GateLight.Green) Assert.Equal($"HZ-1-A2 leans on training in PAM-11, which is {GateState.Word(training)}", hazard.Words);
    }

    [Fact]
    public void A_target_that_nothing_states_is_not_known_and_never_green()
    {
        var book = ABook([AHazard(controls: [AControl(target: "criterion:VH-04", proof: null)])]);
        Assert.Equal(GateLight.Unknown, Assert.Single(Judged(book).Hazards).Light);
        Assert.Equal(GateLight.Green, Assert.Single(Judged(book, null, (Criterion, GateLight.Green)).Hazards).Light);
    }

    [Fact]
    public void Training_of_another_flight_does_not_count()
    {
        var book = ABook([AHazard(controls: [AControl(target: "training:PAM-11", proof: null)])]);
        Assert.Equal(GateLight.Unknown, Assert.Single(Judged(book, null, (new("training", "F2/PAM-11"), GateLight.Green)).Hazards).Light);
    }

    [Theory]
    [InlineData(VerificationState.Closed, GateLight.Green), InlineData(VerificationState.Open, GateLight.Amber), InlineData(VerificationState.Failed, GateLight.Red), InlineData(null, GateLight.Unknown)]
    public void A_built_in_control_stands_as_its_proof(VerificationState? proof, GateLight expected) =>
        Assert.Equal(expected, Assert.Single(Judged(ABook([AHazard(controls: [AControl(proof: proof)])])).Hazards).Light);

    [Theory]
    [InlineData(5, ControlKind.Procedure, true), InlineData(4, ControlKind.Procedure, false), InlineData(5, ControlKind.Warn, false)]
    public void Procedures_alone_against_a_catastrophic_hazard_are_flagged_and_not_green(int safety, ControlKind kind, bool flagged)
    {
        var hazard = Assert.Single(Judged(ABook([AHazard(safety: safety, controls: [AControl(kind)])])).Hazards);
        Assert.Equal((flagged, flagged ? GateLight.Amber : GateLight.Green), (hazard.Flags.Any(f => f.Contains("only procedures")), hazard.Light));
    }

    [Fact]
    public void Risk_that_nobody_accepted_is_not_green() => Assert.Equal(GateLight.Amber, Assert.Single(Judged(ABook([AHazard(acceptedBy: null)])).Hazards).Light);

    [Fact]
    public void Faults_of_a_baseline_are_told_at_once()
    {
        var bare = AHazard("HZ-2") with { Condition = " ", Likelihood = 6, Causes = [] };
        var wrong = AHazard("HZ-3", controls: [AControl(target: "person:x", id: "K1"), AControl(proof: null, id: "K2")]);
        var unproven = AHazard("HZ-4", controls: [AControl() with { Verifications = [new("v", "t", "test", VerificationState.Closed, null, null)] }]);
        Assert.Equal(["duplicate-id", "incomplete-statement", "unknown-level", "no-cause", "wrong-target", "no-verification", "closed-without-report"],
            HazardLint.Check([AHazard(), AHazard(), bare, wrong, unproven], ABook().Risks).Select(p => p.Code));
    }
}
