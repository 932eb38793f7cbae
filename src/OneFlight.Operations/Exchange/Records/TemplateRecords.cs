using System.Collections.Immutable;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Mission templates in the campaign file.</summary>
internal static class TemplateRecords
{
    public static MissionTemplate Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a mission template in { }");
        var id = fields.OwnId(IdKinds.Template);
        var activities = new HashSet<string>();
        var template = new MissionTemplate(id, fields.Text("name"), fields.List("activities", (r, at) => ReadActivity(r, at, activities)));
        reading.TemplateActivities.TryAdd(id, activities);
        RefuseUnknownPrerequisites(reading, fields, template, activities);
        fields.Done();
        return template;
    }

    /// <summary>The activities that a flight has beyond those of its template, which they may follow.</summary>
    public static ImmutableArray<ActivityTemplate> ReadOwn(FieldReader flight, string id, string? template)
    {
        var ids = new HashSet<string>(template is null ? [] : flight.Reading.TemplateActivities.GetValueOrDefault(template) ?? []);
        var own = flight.List("ownActivities", (r, at) => ReadActivity(r, at, ids));
        foreach (var activity in own) flight.Reading.OwnActivities.Add((id, activity.Id.Value));
        return own;
    }

    /// <summary>The activities that a flight can have; null: its template is not known, which is reported elsewhere.</summary>
    public static HashSet<string>? Known(FileReading reading, string? template, ImmutableArray<ActivityTemplate> own)
    {
        if (template is null || reading.TemplateActivities.GetValueOrDefault(template) is not { } ofTemplate) return null;
        return own.IsEmpty ? ofTemplate : [.. ofTemplate, .. own.Select(a => a.Id.Value)];
    }

    public static void Write(FieldWriter json, MissionTemplate template)
    {
        json.Begin();
        json.Text("id", template.Id);
        json.Text("name", template.Name);
        json.List("activities", template.Activities, WriteActivity);
        json.End();
    }

    // Prerequisites may name activities that stand later in the list, so they are looked up when all are read.
    private static void RefuseUnknownPrerequisites(FileReading reading, FieldReader fields, MissionTemplate template, HashSet<string> activities)
    {
        var all = from a in template.Activities from p in a.Prerequisites select p.Activity.Value;
        var unknown = all.Where(id => id.Length > 0 && !activities.Contains(id)).ToHashSet();
        if (unknown.Count == 0) return;
        var json = reading.Json;
        var list = fields.Place("activities");
        for (var node = list + 1; node < json[list].Next; node++)
        {
            if (json[node].Kind != JsonKind.Text || json.Text(node) is not { } id || !unknown.Contains(id) || !IsPrerequisite(json, node)) continue;
            reading.Problems.Add("unknown-reference", node, FileProblems.Quoted(id), $"the id of an activity of the template {template.Id}");
        }
    }

    private static bool IsPrerequisite(LocatedJson json, int node) => json[node - 1].Kind == JsonKind.Name && json.IsNamed(node - 1, "activity");

    private static ActivityTemplate ReadActivity(FileReading reading, int node, HashSet<string> known)
    {
        var fields = new FieldReader(reading, node, "an activity of a template in { }");
        var id = fields.Id("id");
        if (id.Length > 0 && !known.Add(id)) reading.Problems.Add("duplicate-id", fields.Place("id"), FileProblems.Quoted(id), "an activity id that is used once in its template and its flight");
        var activity = new ActivityTemplate(
            new(id), fields.Text("name"), fields.Text("type"), fields.Word<Anchor>("anchor"), fields.Duration("offset", mayBeNegative: true),
            fields.Duration("duration"), fields.Duration("shortest"), fields.Duration("longest"),
            fields.Refs("needs", IdKinds.Resource, n => new ResourceId(n)), fields.List("prerequisites", ReadPrerequisite),
            fields.Texts("who"), fields.Word<SlipBehavior>("onSlip"), fields.Text("confidence"));
        fields.Done();
        return activity;
    }

    public static void WriteActivity(FieldWriter json, ActivityTemplate activity)
    {
        json.Begin();
        json.Text("id", activity.Id.Value);
        json.Text("name", activity.Name);
        json.Text("type", activity.Type);
        json.Word("anchor", activity.Anchor);
        json.Duration("offset", activity.Offset);
        json.Duration("duration", activity.Duration);
        json.Duration("shortest", activity.Shortest);
        json.Duration("longest", activity.Longest);
        json.Texts("needs", activity.Needs, n => n.Value);
        json.List("prerequisites", activity.Prerequisites, WritePrerequisite);
        json.Texts("who", activity.Who, w => w);
        json.Word("onSlip", activity.OnSlip);
        json.Text("confidence", activity.Confidence);
        json.End();
    }

    private static Prerequisite ReadPrerequisite(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a prerequisite in { }");
        var prerequisite = new Prerequisite(new(fields.Id("activity")), fields.Flag("startToStart"));
        fields.Done();
        return prerequisite;
    }

    private static void WritePrerequisite(FieldWriter json, Prerequisite prerequisite)
    {
        json.Begin();
        json.Text("activity", prerequisite.Activity.Value);
        json.Flag("startToStart", prerequisite.StartToStart);
        json.End();
    }
}
