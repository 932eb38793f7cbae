using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.App.Learning;

/// <summary>All lessons, and what each changed.</summary>
/// <param name="Typed">What was typed into a form that was refused, by field.</param>
public sealed record LessonsView(
    OpenCampaign Open, ImmutableArray<Lesson> Lessons, bool MayWrite, ImmutableArray<Problem> Problems, Instant Now, ImmutableDictionary<string, string> Typed)
{
    public int Counting => Lessons.Count(l => l.Counts);

    public string NameOf(ThingId thing) => Open.Statement.Find(thing)?.Name ?? thing.Id;

    /// <summary>Flights that have flown lately, to learn from.</summary>
    public IEnumerable<(string Thing, string Name)> Sources => Open.Campaign.Flights
        .Where(f => f.Plan is { } plan && plan.Launch <= Now).OrderByDescending(f => f.Plan!.Launch).Take(40).Select(f => (f.Thing.ToString(), f.Name));
}
