using System.Collections.Immutable;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Training;
using OneFlight.Primitives;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

public sealed class CurriculaTests
{
    private const string Header = "curriculum,curriculum_title,module_id,roles,block,title,device_or_place,hours,hours_range,instructor_to_trainee,start_day_rel_launch,prerequisites,assessment,pass_standard,currency_interval,grace_days,decay_class,decay_half_life_days,confidence,basis";

    private static string Row(
        string id = "M-1", string title = "Course", string roles = "all", string hours = "6", string range = "4-8", string ratio = "1:4", string start = "-100",
        string needs = "", string currency = "P12M", string grace = "30", string halfLife = "195", string confidence = "M") =>
        $"C,{title},{id},{roles},academic,A module,classroom,{hours},{range},{ratio},{start},{needs},quiz,80%,{currency},{grace},accuracy,{halfLife},{confidence},planning value";

    private static Result<ImmutableArray<Curriculum>> Read(params string[] rows) =>
        CsvTable.Read(string.Join('\n', rows.Prepend(Header)), "curricula.csv").Then(Curricula.Read);

    [Fact]
    public void The_six_published_curricula_are_sound_and_whole()
    {
        var curricula = Curricula.Read(SampleData.Bytes("curricula.csv")).Value;
        Assert.Equal([("PAM", 42), ("TOUR3", 27), ("ROT", 27), ("FC", 14), ("GND", 9), ("CARGO", 7)], curricula.Select(c => (c.Id, c.Modules.Length)));
        Assert.Equal((13, 113), (curricula.SelectMany(c => c.Modules).Count(m => m.Confidence == "H"), curricula.SelectMany(c => c.Modules).Count(m => m.Confidence == "M")));
        Assert.All(curricula.SelectMany(c => c.Modules), m => Assert.NotEmpty(m.Basis));
    }

    [Fact]
    public void A_row_is_read_with_all_it_says()
    {
        var module = Curricula.Read(SampleData.Bytes("curricula.csv")).Value.Single(c => c.Id == "PAM").Find("PAM-08")!;
        Assert.Equal(["CDR", "PLT"], module.Roles);
        Assert.Equal((16.0, 12.0, 24.0, 2, 2, -180), (module.Hours, module.HoursLeast, module.HoursMost, module.Instructors!.Value, module.Trainees!.Value, module.StartDay));
        Assert.Equal(["PAM-07"], module.Prerequisites);
        Assert.Equal(("graded scenario", "P90D", 15, 195), (module.Assessment, module.Currency, module.GraceDays, module.HalfLifeDays!.Value));
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "unknown-reference", "prerequisites", Row(needs: "M-9") },
        { "cycle", "prerequisites", Row(needs: "M-1") },
        { "unknown-role", "roles", Row(roles: "CDR;PASSENGER") },
        { "unknown-ratio", "instructor_to_trainee", Row(ratio: "0:4") },
        { "unknown-ratio", "instructor_to_trainee", Row(ratio: "one to four") },
        { "unknown-currency", "currency_interval", Row(currency: "P12W") },
        { "unknown-currency", "currency_interval", Row(currency: "P-3M") },
        { "hours-outside-range", "hours", Row(hours: "9") },
        { "not-a-range", "hours_range", Row(range: "8-4") },
        { "not-a-number", "hours", Row(hours: "six") },
        { "not-a-number", "start_day_rel_launch", Row(start: "-1.5") },
        { "missing-value", "grace_days", Row(grace: "") },
        { "out-of-range", "grace_days", Row(grace: "-1") },
        { "out-of-range", "decay_half_life_days", Row(halfLife: "0") },
        { "unknown-confidence", "confidence", Row(confidence: "sure") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_refused_by_its_code_with_line_and_field(string code, string field, string row)
    {
        var problem = Assert.Single(Read(row).Problems);
        Assert.Equal((code, "curricula.csv", 2, field), (problem.Code, problem.Where.File, problem.Where.Line, problem.Where.Field));
    }

    [Theory]
    [InlineData("prerequisite-late", "start_day_rel_launch", -50, -60)]
    public void A_module_before_its_prerequisite_is_refused(string code, string field, int first, int second)
    {
        var problem = Assert.Single(Read(Row("M-1", start: $"{first}"), Row("M-2", start: $"{second}", needs: "M-1")).Problems);
        Assert.Equal((code, 3, field), (problem.Code, problem.Where.Line, problem.Where.Field));
    }

    [Fact]
    public void A_circle_of_two_names_both() =>
        Assert.Equal(["cycle", "cycle"], Read(Row("M-1", needs: "M-2"), Row("M-2", needs: "M-1")).Problems.Select(p => p.Code));

    [Fact]
    public void A_module_twice_is_refused() => Assert.Equal("duplicate-id", Assert.Single(Read(Row("M-1"), Row("M-1")).Problems).Code);

    [Fact]
    public void A_curriculum_with_two_titles_is_refused() => Assert.Equal("title-unsteady", Assert.Single(Read(Row("M-1"), Row("M-2", title: "Another")).Problems).Code);

    [Fact]
    public void A_table_without_a_column_is_refused() =>
        Assert.Contains(Curricula.Read("curriculum,module_id\nC,M-1"u8.ToArray()).Problems, p => p is { Code: "missing-column", Where.Field: "currency_interval" });
}
