using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OneFlight.App.Feeds;

/// <summary>Writes an iCalendar text. Source: RFC 5545, sections 3.1 (lines, folding), 3.3.11 (text), 3.6.1 (events), 3.8.7 (stamp, sequence).</summary>
public static class Calendar
{
    private const int MostOctets = 75;
    private static readonly InstantPattern utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="name">Shown by most programs as the calendar's name.</param>
    public static string Write(string name, ImmutableArray<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//OneFlight//Feeds//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        foreach (var e in events.OrderBy(e => e.Start).ThenBy(e => e.Uid, StringComparer.Ordinal)) Event(text, e);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, CalendarEvent e)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escape(e.Uid)}@oneflight");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(0, e.Sequence)}"));
        Line(text, $"DTSTAMP:{utc.Format(e.Stamp)}");
        Line(text, $"DTSTART:{utc.Format(e.Start)}");
        // An end must lie after its start; an event without a length has none.
        if (e.End > e.Start) Line(text, $"DTEND:{utc.Format(e.End)}");
        Line(text, $"SUMMARY:{Escape(e.Summary)}");
        if (e.Description is { Length: > 0 } description) Line(text, $"DESCRIPTION:{Escape(description)}");
        if (e.Place is { Length: > 0 } place) Line(text, $"LOCATION:{Escape(place)}");
        Line(text, $"STATUS:{(e.Cancelled ? "CANCELLED" : "CONFIRMED")}");
        Line(text, "END:VEVENT");
    }

    /// <summary>Text as a value: a line break cannot begin a line of its own, and nothing else has a meaning.</summary>
    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                _ when char.IsControl(c) && c != '\t' => text,
                _ => text.Append(c),
            };
        }
        return text.ToString();
    }

    /// <summary>A line of more than 75 octets goes on in the next one after a space; no character is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
