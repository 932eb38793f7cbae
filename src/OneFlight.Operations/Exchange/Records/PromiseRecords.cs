using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Promises and the rules that judge them in the campaign file.</summary>
internal static class PromiseRecords
{
    public static ImmutableArray<Promise> ReadAll(FieldReader campaign, string field)
    {
        var shares = new Dictionary<string, (int Node, double Sum)>();
        var promises = campaign.List(field, (reading, node) =>
        {
            var promise = Read(reading, node);
            var (first, sum) = shares.GetValueOrDefault(promise.Mission.Value, (node, 0));
            shares[promise.Mission.Value] = (first, sum + promise.Weight);
            return promise;
        });
        foreach (var (mission, (node, sum)) in shares)
        {
            Weights.RefuseWrongSum(campaign.Reading, node, sum, $"promises of the mission {FileProblems.Quoted(mission)}");
        }
        return promises;
    }

    private static Promise Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a promise in { }");
        var promise = new Promise(
            new(fields.OwnId(IdKinds.Promise)), new(fields.Ref("mission", IdKinds.Mission)), fields.Ref("rule", IdKinds.Rule), fields.Text("words"),
            fields.Word<PromiseKind>("kind"), fields.Word<PromiseMoment>("moment"), fields.Text("madeBy"), fields.Text("madeTo"),
            fields.Instant("madeAt"), fields.Weight("weight"), fields.ObjectOrNone("terms", ReadTerms) ?? PromiseTerms.None, fields.Flag("sample"));
        fields.Done();
        return promise;
    }

    public static void Write(FieldWriter json, Promise promise)
    {
        json.Begin();
        json.Text("id", promise.Id.Value);
        json.Text("mission", promise.Mission.Value);
        json.Text("rule", promise.Rule);
        json.Text("words", promise.Words);
        json.Word("kind", promise.Kind);
        json.Word("moment", promise.Moment);
        json.Text("madeBy", promise.MadeBy);
        json.Text("madeTo", promise.MadeTo);
        json.Instant("madeAt", promise.MadeAt);
        json.Number("weight", promise.Weight);
        if (promise.Terms != PromiseTerms.None) WriteTerms(json, promise.Terms);
        json.Flag("sample", promise.Sample);
        json.End();
    }

    private static PromiseTerms ReadTerms(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "terms in { }");
        var terms = new PromiseTerms(
            fields.Find("window") is { } window ? ReadWindow(reading, window) : null, fields.InstantOrNone("by"), fields.NumberOrNone("amount"));
        fields.Done();
        return terms;
    }

    private static Interval ReadWindow(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a window in { }");
        var (from, to) = (fields.InstantOrNone("from"), fields.InstantOrNone("to"));
        fields.InOrder("to", from, to, "from");
        fields.Done();
        return from > to ? new(from, from) : new(from, to);
    }

    private static void WriteTerms(FieldWriter json, PromiseTerms terms)
    {
        json.Begin("terms");
        if (terms.Window is { } window)
        {
            json.Begin("window");
            json.Instant("from", window.HasStart ? window.Start : null);
            json.Instant("to", window.HasEnd ? window.End : null);
            json.End();
        }
        json.Instant("by", terms.By);
        json.Number("amount", terms.Amount);
        json.End();
    }

    public static PromiseRule ReadRule(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a promise rule in { }");
        var rule = new PromiseRule(
            fields.OwnId(IdKinds.Rule), fields.Text("title"), fields.Text("category"), fields.Text("unit"), fields.Word<DecidedBy>("decidedBy"),
            fields.TextOrNone("fact"), fields.Word<Comparison>("comparison"), fields.Number("kept"), fields.Number("bent"),
            fields.Number("watchMargin"), fields.Number("riskMargin"), fields.Texts("dependsOn"), fields.TextOrNone("due"));
        fields.Done();
        return rule;
    }

    public static void WriteRule(FieldWriter json, PromiseRule rule)
    {
        json.Begin();
        json.Text("id", rule.Id);
        json.Text("title", rule.Title);
        json.Text("category", rule.Category);
        json.Text("unit", rule.Unit);
        json.Word("decidedBy", rule.DecidedBy);
        json.Text("fact", rule.Fact);
        json.Word("comparison", rule.Comparison);
        json.Number("kept", rule.Kept);
        json.Number("bent", rule.Bent);
        json.Number("watchMargin", rule.WatchMargin);
        json.Number("riskMargin", rule.RiskMargin);
        json.Texts("dependsOn", rule.DependsOn, d => d);
        json.Text("due", rule.Due);
        json.End();
    }
}
