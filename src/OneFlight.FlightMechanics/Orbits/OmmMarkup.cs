using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>The two nested forms of the message.</summary>
internal static class OmmMarkup
{
    /// <summary>One message or a navigation data message that holds many; names are read without their namespace, entities are refused.</summary>
    public static Result<ImmutableArray<OmmFields>> ReadXml(string text, string? file)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.DescendantsAndSelf().Where(e => e.Name.LocalName == "omm").Select(omm => Fields(omm, file)).ToImmutableArray();
        }
        catch (XmlException refused)
        {
            return new Problem("bad-xml", new(file, refused.LineNumber > 0 ? refused.LineNumber : null), refused.Message, "a well-formed XML message without a document type");
        }
    }

    /// <summary>One object, or an array of them, with the keywords as names.</summary>
    public static Result<ImmutableArray<OmmFields>> ReadJson(string text, string? file)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            var root = document.RootElement;
            var objects = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root };
            if (objects.FirstOrDefault(o => o.ValueKind != JsonValueKind.Object) is { ValueKind: not JsonValueKind.Undefined } other)
                return new Problem("bad-json", new(file), other.ValueKind.ToString(), "an object, or an array of objects");
            return objects.Select(o => Fields(o, file)).ToImmutableArray();
        }
        catch (JsonException refused)
        {
            return new Problem("bad-json", new(file, (int?)refused.LineNumber + 1), refused.Message, "a JSON message");
        }
    }

    private static OmmFields Fields(XElement omm, string? file)
    {
        var fields = new OmmFields(file);
        foreach (var leaf in omm.Descendants().Where(e => !e.HasElements && e.Name.LocalName != "COMMENT" && e.Name.LocalName != "USER_DEFINED"))
            fields.Add(leaf.Name.LocalName, leaf.Value, ((IXmlLineInfo)leaf).LineNumber);
        return fields;
    }

    private static OmmFields Fields(JsonElement message, string? file)
    {
        var fields = new OmmFields(file);
        foreach (var property in message.EnumerateObject())
            fields.Add(property.Name, property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Null => "",
                _ => property.Value.GetRawText(),
            }, null);
        return fields;
    }
}
