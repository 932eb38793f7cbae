using System.Globalization;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Which ids a file defines and which it refers to; a file that adds to a campaign starts with the ids of that campaign.</summary>
internal sealed class KnownIds
{
    private const int InCampaign = -1;
    private readonly Dictionary<string, Dictionary<string, int>> defined = [];
    private readonly List<(string Kind, string Id, int Node)> references = [];

    /// <summary>An id that the campaign already has.</summary>
    public void Has(string kind, string id) => Of(kind).TryAdd(id, InCampaign);

    public bool Contains(string kind, string id) => Of(kind).ContainsKey(id);

    public void Define(string kind, string id, int node, LocatedJson json, FileProblems problems)
    {
        if (Of(kind).TryAdd(id, node)) return;
        var first = Of(kind)[id];
        var where = first == InCampaign ? "the campaign already has it" : string.Create(CultureInfo.InvariantCulture, $"it first stands in line {json.LineOf(first)}");
        problems.Add("duplicate-id", node, FileProblems.Quoted(id), $"a {kind} id that is used once; {where}");
    }

    public void Refer(string kind, string id, int node) => references.Add((kind, id, node));

    /// <summary>Checks every reference, once all ids are known.</summary>
    public void Settle(FileProblems problems)
    {
        foreach (var (kind, id, node) in references)
        {
            if (!Contains(kind, id)) problems.Add("unknown-reference", node, FileProblems.Quoted(id), $"the id of a {kind} in this campaign");
        }
    }

    private Dictionary<string, int> Of(string kind)
    {
        if (!defined.TryGetValue(kind, out var ids)) defined.Add(kind, ids = []);
        return ids;
    }
}

/// <summary>The kinds of ids that files define and refer to, in the words of a problem.</summary>
internal static class IdKinds
{
    public const string Type = "vehicle type", Vehicle = "vehicle", Pad = "pad", Station = "station", Port = "port", Resource = "resource",
        Organization = "organization", Person = "person", Template = "mission template", Rule = "promise rule",
        Flight = "flight", Mission = "customer mission", Promise = "promise", Cargo = "cargo item";
}
