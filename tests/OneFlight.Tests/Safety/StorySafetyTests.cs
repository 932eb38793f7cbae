using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Safety;

public sealed class StorySafetyTests
{
    private static readonly Lazy<Campaign> Made = new(() => Story.Planned(1, 12, new(SampleData.Reference, Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f)))));

    private static SafetyOfFlight Of(StoryStage stage) => CampaignSafety.Of(
        Made.Value, Made.Value.Flights.Single(f => f.Id == Story.FlightsOf(Made.Value).Single(s => s.Stage == stage).Flight), OperatorYear.AsOf);

    [Fact]
    public void The_baseline_has_no_fault_and_points_at_real_modules_steps_and_criteria()
    {
        var book = Made.Value.Safety;
        Assert.Empty(HazardLint.Check(book.Hazards, book.Risks));
        var facts = CampaignSafety.Facts(Made.Value, OperatorYear.AsOf);
        var flight = Of(StoryStage.Readiness).Flight.Id;
        Assert.All(book.Hazards.SelectMany(h => h.Causes).SelectMany(c => c.Controls).Select(c => c.TargetOn(flight)).OfType<ThingId>(), t => Assert.True(facts.Targets.ContainsKey(t), $"{t} is nothing"));
        var ids = book.Requirements.Select(r => r.Id).ToHashSet();
        Assert.All(book.Hazards.SelectMany(h => h.Covers), c => Assert.Contains(c, ids));
    }

    [Fact]
    public void Consents_stand_where_the_stage_is_past_and_are_in_progress_where_it_is_not()
    {
        foreach (var stage in new[] { StoryStage.After, StoryStage.Landed, StoryStage.OnOrbit, StoryStage.LaunchDay, StoryStage.Readiness, StoryStage.Cargo })
            Assert.All(Of(stage).Consents, c => Assert.Equal(ConsentState.Valid, c.State));
        Assert.Equal([ConsentState.Valid, ConsentState.NotGiven, ConsentState.OtherHazards, ConsentState.NotGiven], Of(StoryStage.Consent).Consents.Select(c => c.State));
        Assert.All(Of(StoryStage.Training).Consents, c => Assert.Equal(ConsentState.NotGiven, c.State));
        Assert.Empty(Of(StoryStage.Contract).Consents);
    }

    [Fact]
    public void Evidence_is_there_for_gates_that_are_passed_and_not_yet_for_those_far_ahead()
    {
        var landed = Of(StoryStage.After).Requirements.Where(r => r.Requirement.Gate == Gate.LaunchReadiness && !r.Drawn && r.Light != GateLight.NotApplicable).ToList();
        Assert.True(landed.Count(r => r.Light == GateLight.Green) > landed.Count * 0.8);
        Assert.DoesNotContain(Of(StoryStage.Contract).Requirements, r => !r.Requirement.ForAllFlights && r.Evidence is not null && r.Requirement.Gate == Gate.LaunchReadiness);
        Assert.All(Made.Value.Safety.Evidence, e => Assert.True(e.Received <= OperatorYear.AsOf && e.Effective <= e.Received));
    }

    [Fact]
    public void The_cargo_flight_has_no_rows_for_people()
    {
        var cargo = CampaignSafety.Of(Made.Value, Made.Value.Flights.Single(f => f.Id.Value == "DRAY-2"), OperatorYear.AsOf);
        Assert.All(cargo.Requirements.Where(r => r.Requirement.Section.StartsWith("14 CFR 460", StringComparison.Ordinal)), r => Assert.Equal(GateLight.NotApplicable, r.Light));
        Assert.Contains(cargo.Requirements, r => r.Light != GateLight.NotApplicable);
    }
}
