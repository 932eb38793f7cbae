using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>A template with its activities numbered, so that a flight's activities are judged without searching.</summary>
/// <param name="Number">The place of each activity in the template.</param>
/// <param name="Loop">For each activity, which group of mutually needing activities it belongs to; -1: none.</param>
internal sealed record TemplateFacts(
    MissionTemplate Template, Dictionary<ActivityId, int> Number, ImmutableArray<ImmutableArray<NumberedPrerequisite>> Prerequisites, ImmutableArray<int> Loop)
{
    /// <summary>True when both stand in one loop: no times could satisfy them, so the loop alone is at fault.</summary>
    public bool InOneLoop(int one, int other) => Loop[one] >= 0 && Loop[one] == Loop[other];

    public static TemplateFacts Of(MissionTemplate template)
    {
        Dictionary<ActivityId, int> number = [];
        for (var i = 0; i < template.Activities.Length; i++) number.TryAdd(template.Activities[i].Id, i);
        var prerequisites = template.Activities.Select(a =>
            a.Prerequisites.Select(p => new NumberedPrerequisite(number.GetValueOrDefault(p.Activity, -1), p)).ToImmutableArray()).ToImmutableArray();
        return new(template, number, prerequisites, Loops.Find([.. prerequisites.Select(p => p.Where(e => e.Number >= 0).Select(e => e.Number).ToArray())]));
    }
}

/// <param name="Number">-1: the template does not know it.</param>
internal readonly record struct NumberedPrerequisite(int Number, Prerequisite Prerequisite);
