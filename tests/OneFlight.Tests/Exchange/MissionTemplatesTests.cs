using NodaTime;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

public sealed class MissionTemplatesTests
{
    private const string Header = "mission_type,activity_id,activity,type,anchor,anchor_offset_days,start_day_rel_launch,duration_h,duration_low_h,duration_high_h,resources,prerequisites,who,slip_behaviour,confidence";

    [Fact]
    public void The_published_templates_are_sound_and_whole()
    {
        var templates = SampleData.Reference.Templates.Templates;
        Assert.Equal(
            [("iss-crew-rotation", 87), ("private-astronaut-mission", 93), ("free-flyer-3-day", 79), ("cargo-resupply", 61)],
            templates.Select(t => (t.Template.Id, t.Template.Activities.Length)));
        Assert.Equal(115, SampleData.Reference.Templates.Resources.Length);
    }

    [Fact]
    public void A_row_is_read_with_all_it_says()
    {
        var private14 = SampleData.Reference.Templates.Templates.Single(t => t.Template.Id == "private-astronaut-mission");
        var quarantine = private14.Template.Activities.Single(a => a.Id.Value == "P-QUAR");
        Assert.Equal(Duration.FromDays(-14), quarantine.Offset);
        Assert.Equal(Duration.FromHours(336), quarantine.Duration);
        Assert.Equal(SlipBehavior.MovesUntilBegunThenExtends, quarantine.OnSlip);
        Assert.Equal(["crew-quarters", "screened-contacts"], quarantine.Needs.Select(n => n.Value));
        Assert.Equal([new Prerequisite(new("P-QUALBD"), StartToStart: false)], quarantine.Prerequisites);
        Assert.Equal(Duration.FromDays(1.2), private14.Anchors[Anchor.Arrival]);
        Assert.Equal(Duration.FromDays(15.8), private14.Anchors[Anchor.End]);
        Assert.Contains(new Prerequisite(new("P-SUITFIT"), StartToStart: true), private14.Template.Activities.Single(a => a.Id.Value == "P-SURVTRN").Prerequisites);
    }

    [Theory]
    [InlineData("unknown-reference", "t,A,a,activity,L,-5,-5,1,1,1,r,Z,w,floats,H")]
    [InlineData("cycle", "t,A,a,activity,L,-5,-5,0,0,0,r,A,w,floats,H")]
    [InlineData("prerequisite-late", "t,A,a,activity,L,-5,-5,25,25,25,r,,w,floats,H", "t,B,b,activity,L,-4,-4,1,1,1,r,A,w,floats,H")]
    [InlineData("durations-unordered", "t,A,a,activity,L,-5,-5,4,5,6,r,,w,floats,H")]
    [InlineData("anchor-unsteady", "t,A,a,activity,L,-5,-5,1,1,1,r,,w,floats,H", "t,B,b,activity,L,-4,-3,1,1,1,r,,w,floats,H")]
    [InlineData("duplicate-id", "t,A,a,activity,L,-5,-5,1,1,1,r,,w,floats,H", "t,A,a,activity,L,-5,-5,1,1,1,r,,w,floats,H")]
    [InlineData("unknown-anchor", "t,A,a,activity,X,-5,-5,1,1,1,r,,w,floats,H")]
    [InlineData("unknown-slip-behavior", "t,A,a,activity,L,-5,-5,1,1,1,r,,w,wanders,H")]
    [InlineData("not-a-number", "t,A,a,activity,L,minus five,-5,1,1,1,r,,w,floats,H")]
    [InlineData("missing-value", "t,A,a,activity,L,,-5,1,1,1,r,,w,floats,H")]
    public void A_faulty_template_is_refused_by_its_code(string code, params string[] rows)
    {
        var problem = Assert.Single(Read(rows).Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(1 + rows.Length, problem.Where.Line);
    }

    [Fact]
    public void A_circle_of_two_names_both() =>
        Assert.Equal(2, Read("t,A,a,x,L,-5,-5,0,0,0,r,B:SS,w,floats,H", "t,B,b,x,L,-5,-5,0,0,0,r,A:SS,w,floats,H").Problems.Count(p => p.Code == "cycle"));

    [Fact]
    public void A_start_to_start_prerequisite_need_not_have_ended() =>
        Assert.Empty(Read("t,A,a,x,L,-5,-5,48,48,48,r,,w,floats,H", "t,B,b,x,L,-4,-4,1,1,1,r,A:SS,w,floats,H").Problems);

    [Theory]
    [InlineData("CoFR sheets", "cofr-sheets")]
    [InlineData(" launch-site  lab ", "launch-site-lab")]
    public void A_resource_id_is_made_of_its_name(string name, string id) => Assert.Equal(id, MissionTemplates.Slug(name).Value);

    private static Result<MissionTemplateTable> Read(params string[] rows) =>
        CsvTable.Read(string.Join('\n', [Header, .. rows]), "templates.csv").Then(MissionTemplates.Read);
}
