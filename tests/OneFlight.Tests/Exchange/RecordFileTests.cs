using System.Collections.Immutable;
using System.Text;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Tests.Exchange;

public enum Shade { Light, HalfDark }

public readonly record struct PartId(string Value) { public override string ToString() => Value; }
public readonly record struct Price(decimal Amount, string Currency);

public sealed record Part(PartId Id, string Name, int Count = 1, bool Spare = true, ImmutableArray<Part> Inside = default)
{
    public string? Note { get; init; }
    public ImmutableArray<string> Marks { get => field.IsDefault ? [] : field; init; } = [];
    public int Turns { get; init; } = 3;
    public string Shown => $"{Name} ({Count})";
}

public sealed record AllKinds(
    string Id, string Text, string? Maybe, string Zone, int Whole, int? MaybeWhole, double Figure, decimal Exact, bool Flag, bool? MaybeFlag, Shade Shade, Shade? MaybeShade,
    PersonId Person, ThingId Thing, Instant At, Instant? MaybeAt, LocalDate Date, LocalDate? MaybeDate, LocalTime Time, Duration Span, Interval Window, Interval? MaybeWindow,
    Mass Mass, Mass? MaybeMass, Price Price, Price? MaybePrice, Part Part, Part? MaybePart, ImmutableArray<string> Texts, ImmutableArray<PersonId> Persons, ImmutableArray<Instant> Times, ImmutableArray<Part> Parts);

public sealed record AShelf(ImmutableArray<Part> Parts)
{
    public static AShelf Empty { get; } = new([]);
}

public sealed record Unwritable(Dictionary<string, int> Counts);

public class RecordFileTests
{
    private static readonly Campaign campaign = Campaign.Empty(new("c"), "c") with
    {
        People = new([], [new(new("ada"), "Commander", null, "Europe/Berlin", null, [], []), new(new("bo"), "Pilot", null, "UTC", null, [], [])]),
    };

    private const string Good = """
        {
          "id": "K", "text": "t", "zone": "Europe/Berlin", "whole": 3, "figure": 1.5, "exact": 12.50, "shade": "half-dark",
          "person": "ada", "thing": "flight:F-1", "at": "2027-03-21T09:14:00Z", "date": "2027-03-21", "time": "08:30:00", "span": "9.5 h",
          "window": { "from": "2027-03-21T09:14:00Z", "to": "2027-03-22T09:14:00Z" },
          "massKg": 12.5, "price": { "amount": 7, "currency": "EUR" },
          "part": { "id": "P", "name": "n" },
          "parts": [{ "id": "Q", "name": "n" }, { "id": "R", "name": "n", "inside": [{ "id": "P", "name": "inner" }] }]
        }
        """;

    private static Result<T> Read<T>(string json) where T : class => RecordFile.Read<T>(Encoding.UTF8.GetBytes(json), "book.json", campaign);

    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes_for_values_of_every_kind()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var any = new AnyRecord(new(seed), AnyCampaign.Make(1)).One<AllKinds>();
            var written = RecordFile.Write(any);
            var read = RecordFile.Read<AllKinds>(written, "any.json", AnyCampaign.Make(1));
            Assert.True(read.Succeeded, $"seed {seed}: {string.Join("\n", read.Problems)}");
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(RecordFile.Write(read.Value)));
        }
    }

    [Fact]
    public void What_is_left_out_means_what_the_record_says()
    {
        var part = Read<Part>("""{ "id": "P", "name": "n" }""").Value;
        Assert.Equal((1, true, 0, null, 3), (part.Count, part.Spare, part.Inside.Length, part.Note, part.Turns));
        Assert.Equal("""{"id":"P","name":"n","turns":3}""", Compact(RecordFile.Write(part)));
        Assert.False(Read<Part>("""{ "id": "P", "name": "n", "spare": false, "note": null }""").Value.Spare);
    }

    private static string Compact(byte[] json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();

    [Fact]
    public void The_record_that_the_faults_are_planted_in_is_good() => Assert.Empty(Read<AllKinds>(Good).Problems);

    [Theory]
    [InlineData("\"text\": \"t\"", "\"text\": 7", "wrong-type", 2, "text")]
    [InlineData("\"text\": \"t\", ", "", "missing-field", 1, "text")]
    [InlineData("\"text\": \"t\"", "\"test\": \"t\", \"text\": \"t\"", "unknown-field", 2, "test")]
    [InlineData("\"text\": \"t\"", "\"text\": \"t\", \"text\": \"t\"", "duplicate-field", 2, "text")]
    [InlineData("\"text\": \"t\"", "\"text\": \"\\u0007\"", "control-character", 2, "text")]
    [InlineData("Europe/Berlin", "Europe/Atlantis", "unknown-zone", 2, "zone")]
    [InlineData("\"whole\": 3", "\"whole\": 3.5", "out-of-range", 2, "whole")]
    [InlineData("\"whole\": 3", "\"whole\": 99999999999", "out-of-range", 2, "whole")]
    [InlineData("\"figure\": 1.5", "\"figure\": 1e999", "out-of-range", 2, "figure")]
    [InlineData("\"exact\": 12.50", "\"exact\": 1e40", "out-of-range", 2, "exact")]
    [InlineData("half-dark", "dusky", "unknown-word", 2, "shade")]
    [InlineData("\"person\": \"ada\"", "\"person\": \"eve\"", "unknown-reference", 3, "person")]
    [InlineData("flight:F-1", "F-1", "wrong-id", 3, "thing")]
    [InlineData("\"at\": \"2027-03-21T09:14:00Z\"", "\"at\": \"21.3.2027\"", "wrong-time", 3, "at")]
    [InlineData("\"date\": \"2027-03-21\"", "\"date\": \"2027-02-30\"", "wrong-time", 3, "date")]
    [InlineData("\"date\": \"2027-03-21\"", "\"date\": \"0027-02-20\"", "out-of-range", 3, "date")]
    [InlineData("08:30:00", "25:30:00", "wrong-time", 3, "time")]
    [InlineData("9.5 h", "9.5 weeks", "unknown-unit", 3, "span")]
    [InlineData("2027-03-22T09:14:00Z", "2027-03-20T09:14:00Z", "reversed-dates", 4, "window.to")]
    [InlineData("\"massKg\": 12.5", "\"massKg\": -1", "out-of-range", 5, "massKg")]
    [InlineData("\"amount\": 7, ", "", "missing-field", 5, "price.amount")]
    [InlineData("{ \"id\": \"P\", \"name\": \"n\" }", "[]", "wrong-type", 6, "part")]
    [InlineData("\"name\": \"inner\"", "\"name\": true", "wrong-type", 7, "parts[1].inside[0].name")]
    public void A_planted_fault_is_found_at_its_place(string good, string faulty, string code, int line, string field)
    {
        Assert.Contains(good, Good);
        var problem = Assert.Single(Read<AllKinds>(Good.Replace(good, faulty)).Problems);
        Assert.Equal((code, line, field), (problem.Code, problem.Where.Line, problem.Where.Field));
    }

    [Fact]
    public void An_id_that_stands_twice_in_a_list_of_a_book_is_refused_with_the_line_of_the_first()
    {
        var problem = Assert.Single(Read<AShelf>("""
            { "parts": [
                { "id": "A", "name": "n" },
                { "id": "A", "name": "n" }] }
            """).Problems);
        Assert.Equal(("duplicate-id", 3), (problem.Code, problem.Where.Line));
        Assert.Contains("line 2", problem.Expected);
    }

    [Fact]
    public void Every_fault_is_told_in_one_go() =>
        Assert.Equal(["wrong-type", "unknown-word", "wrong-time"],
            Read<AllKinds>(Good.Replace("\"text\": \"t\"", "\"text\": 7").Replace("half-dark", "dusky").Replace("2027-03-21T09:14:00Z\", \"date\"", "x\", \"date\"")).Problems.Select(p => p.Code));

    [Fact]
    public void A_type_that_no_file_can_hold_is_a_mistake_of_ours_and_throws() => Assert.Throws<NotSupportedException>(() => RecordFile.Write(new Unwritable([])));
}
