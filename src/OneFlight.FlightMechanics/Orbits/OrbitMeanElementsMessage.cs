using System.Collections.Immutable;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>How an orbit mean-elements message is written.</summary>
public enum OmmForm { KeyValue, Xml, Json, Csv }

/// <summary>Reads CCSDS orbit mean-elements messages that hold SGP4 elements, one or many, in any of their four forms.</summary>
/// <remarks>Source: CCSDS 502.0-B-3, Orbit Data Messages; JSON and CSV as the public catalogs write them. Reads the elements only: comments,
/// covariance and unknown keywords are passed over here.</remarks>
public static class OrbitMeanElementsMessage
{
    /// <summary>Every set in the text, or every problem with its line and keyword.</summary>
    public static Result<ImmutableArray<MeanElements>> Read(string text, LeapSeconds leapSeconds, string? file = null, OmmForm? form = null) =>
        ((form ?? FormOf(text)) switch
        {
            OmmForm.Xml => OmmMarkup.ReadXml(text, file),
            OmmForm.Json => OmmMarkup.ReadJson(text, file),
            OmmForm.Csv => OmmText.ReadCsv(text, file),
            _ => OmmText.ReadKeyValue(text, file),
        }).Then(messages => ReadAll(messages, leapSeconds, file));

    /// <summary>The form that a text is in, told by how it begins.</summary>
    public static OmmForm FormOf(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (start.StartsWith("<")) return OmmForm.Xml;
        if (start.StartsWith("[") || start.StartsWith("{")) return OmmForm.Json;
        var end = start.IndexOf('\n');
        var first = end < 0 ? start : start[..end];
        return first.Contains(',') && !first.Contains('=') ? OmmForm.Csv : OmmForm.KeyValue;
    }

    private static Result<ImmutableArray<MeanElements>> ReadAll(ImmutableArray<OmmFields> messages, LeapSeconds leapSeconds, string? file)
    {
        if (messages.IsEmpty) return new Problem("no-elements", new(file), "no message", "at least one orbit mean-elements message");
        var read = messages.Select(m => m.ToElements(leapSeconds)).ToArray();
        var problems = read.SelectMany(r => r.Problems).ToImmutableArray();
        return problems.IsEmpty ? read.Select(r => r.Value).ToImmutableArray() : problems;
    }
}
