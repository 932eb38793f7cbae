using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

public class CampaignFileTests
{
    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes_for_any_campaign()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            foreach (var indented in new[] { true, false })
            {
                var written = CampaignFile.Write(AnyCampaign.Make(seed), indented);
                var read = CampaignFile.Read(written, "any.json");
                Assert.True(read.Succeeded, $"seed {seed}: {string.Join("\n", read.Problems)}");
                Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(CampaignFile.Write(read.Value, indented)));
            }
        }
    }

    [Fact]
    public void The_story_comes_out_of_its_file_as_it_went_in()
    {
        var tables = new StoryTables(SampleData.Reference, Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f)));
        var story = Story.Planned(7, 60, tables);
        var written = CampaignFile.Write(story);
        var read = CampaignFile.Read(written, "story.json");
        Assert.True(read.Succeeded, string.Join("\n", read.Succeeded ? [] : read.Problems.Take(20)));
        AssertSame(story, read.Value, "campaign");
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(CampaignFile.Write(read.Value)));
    }

    [Fact]
    public void What_is_read_equals_what_was_written_field_by_field()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var campaign = AnyCampaign.Make(seed);
            var read = CampaignFile.Read(CampaignFile.Write(campaign), "any.json").Value;
            AssertSame(campaign, read, "campaign");
        }
    }

    [Fact]
    public void The_campaigns_tried_here_use_every_field_of_the_model()
    {
        var values = new Dictionary<string, HashSet<object>>();
        for (var seed = 1; seed <= 100; seed++) Collect(AnyCampaign.Make(seed), "Campaign", values);
        // Of a required part there is only one thing to say: it is there.
        var never = values.Where(v => v.Value.Count < 2 && !v.Value.Contains("there")).Select(v => v.Key).ToArray();
        Assert.True(never.Length == 0, "A field that is always the same would be lost unnoticed: " + string.Join(", ", never));
    }

    private static void Collect(object? value, string name, Dictionary<string, HashSet<object>> values)
    {
        if (value is IEnumerable list and not string)
        {
            foreach (var item in list) Collect(item, name, values);
            return;
        }
        var leaf = value is null or string || value.GetType().IsValueType;
        (values.TryGetValue(name, out var known) ? known : values[name] = []).Add(leaf ? value ?? "null" : "there");
        if (leaf) return;
        foreach (var field in value!.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(f => f.SetMethod is not null))
        {
            var inner = value.GetType().Name + "." + field.Name;
            Collect(field.GetValue(value), inner, values);
        }
    }

    // Records compare arrays by reference, so arrays are compared item by item and our records field by field.
    private static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is IEnumerable list and not string)
        {
            var (left, right) = (list.Cast<object?>().ToArray(), ((IEnumerable)actual!).Cast<object?>().ToArray());
            Assert.True(left.Length == right.Length, path);
            for (var i = 0; i < left.Length; i++) AssertSame(left[i], right[i], $"{path}[{i}]");
        }
        else if (expected is not null && !expected.GetType().IsValueType && expected is not string)
        {
            Assert.NotNull(actual);
            foreach (var field in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(f => f.SetMethod is not null)) AssertSame(field.GetValue(expected), field.GetValue(actual), $"{path}.{field.Name}");
        }
        else
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
        }
    }

    [Fact]
    public void Markup_formulas_and_letters_of_all_languages_stay_text()
    {
        var campaign = AnyCampaign.Make(1) with { Name = "=HYPERLINK(\"x\") <script> Žluť 日本語 🚀" };
        Assert.Equal(campaign.Name, CampaignFile.Read(CampaignFile.Write(campaign), "any.json").Value.Name);
    }

    [Fact]
    public void An_activity_takes_at_most_ninety_bytes()
    {
        const int activities = 73;
        var start = NodaTime.Instant.FromUtc(2027, 1, 1, 9, 14);
        var plan = new FlightPlan(start, null, null, null, new("V"), null, [], [], []);
        var many = plan with { Activities = [.. Enumerable.Range(0, activities).Select(i => new PlannedActivity(new($"R-ACTIVITY{i}"), start, start, ActivityStatus.Begun))] };
        var wish = new FlightWish(start, null, null, null, default, default, null, [], [], [], []);
        int Size(FlightPlan p) => CampaignFile.Write(Campaign.Empty(new("c"), "c") with { Flights = [new(new("F"), "F", FlightKind.Cargo, null, wish, [], p)] }).Length;
        Assert.InRange((Size(many) - Size(plan)) / activities, 50, 90);
    }

    [Fact]
    public void A_byte_order_mark_of_utf_8_is_passed_over()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. CampaignFile.Write(AnyCampaign.Make(2))];
        Assert.True(CampaignFile.Read(marked, "marked.json").Succeeded);
    }

    [Fact]
    public void The_order_of_fields_does_not_matter()
    {
        const string cargoFirst = """
            {"cargo":[{"neededBy":"A-LOAD","ready":"2027-01-01T00:00:00Z","massKg":1,"flight":"F","name":"n","id":"C"}],
             "flights":[{"wish":{"transitDown":"0 d","transitUp":"0 d","launch":"2027-02-01T00:00:00Z"},"template":"T","kind":"cargo","name":"F","id":"F"}],
             "templates":[{"activities":[{"id":"A-LOAD","name":"Load","type":"activity","anchor":"launch","offset":"-1 d","duration":"2 h","shortest":"1 h","longest":"3 h","onSlip":"moves-with-launch","confidence":"M"}],"name":"T","id":"T"}],
             "name":"n","id":"c","format":"oneflight-campaign/1"}
            """;
        var read = CampaignFile.Read(Encoding.UTF8.GetBytes(cargoFirst), "order.json");
        Assert.Empty(read.Problems);
        Assert.Equal(1, read.Value.Cargo.Single().Mass.Kilograms);
    }
}
