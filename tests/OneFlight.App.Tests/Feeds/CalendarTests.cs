using System.Text;
using NodaTime;
using OneFlight.App.Feeds;

namespace OneFlight.App.Tests.Feeds;

public sealed class CalendarTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 3, 12, 9, 14);

    private static CalendarEvent AnEvent(string uid = "launch:M-1", int sequence = 3, string summary = "Launch", string? description = null, Duration? length = null, bool cancelled = false) =>
        new(uid, sequence, Start - Duration.FromDays(20), Start, Start + (length ?? Duration.FromHours(1)), summary, description, null, cancelled);

    private static string[] Lines(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void An_event_carries_what_the_standard_demands_in_universal_time()
    {
        var lines = Lines(Calendar.Write("Mission", [AnEvent()]));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        foreach (var line in new[] { "VERSION:2.0", "UID:launch:M-1@oneflight", "SEQUENCE:3", "DTSTAMP:20270220T091400Z", "DTSTART:20270312T091400Z", "DTEND:20270312T101400Z", "SUMMARY:Launch", "STATUS:CONFIRMED" })
            Assert.Contains(line, lines);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolding_gives_the_text_back()
    {
        var summary = string.Concat(Enumerable.Repeat("Übergabe 🚀 der Probe; ", 20));
        var text = Calendar.Write("Mission", [AnEvent(summary: summary)]);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("SUMMARY:" + summary.Replace(";", "\\;", StringComparison.Ordinal), Lines(text));
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void A_text_cannot_add_a_line_of_its_own()
    {
        var text = Calendar.Write("M", [AnEvent(summary: "Call, then\r\nEND:VEVENT\nATTACH:x \\ y")]);
        Assert.Single(Lines(text), line => line == "END:VEVENT");
        Assert.Contains("SUMMARY:Call\\, then\\nEND:VEVENT\\nATTACH:x \\\\ y", Lines(text));
    }

    [Fact]
    public void An_event_that_does_not_happen_is_struck_through_and_one_without_length_has_no_end()
    {
        var lines = Lines(Calendar.Write("M", [AnEvent(length: Duration.Zero, cancelled: true)]));
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("DTEND", StringComparison.Ordinal));
    }

    [Fact]
    public void Events_stand_in_the_order_of_time_whatever_order_they_came_in()
    {
        var later = AnEvent("b") with { Start = Start + Duration.FromDays(1), End = Start + Duration.FromDays(2) };
        Assert.Equal(Calendar.Write("M", [AnEvent("a"), later]), Calendar.Write("M", [later, AnEvent("a")]));
    }
}
