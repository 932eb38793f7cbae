using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.App.Access;
using OneFlight.Storage.Hearing;

namespace OneFlight.App.Portal;

/// <summary>What a reader was told, and what they are about to be told: a page never tells before their steward does.</summary>
/// <param name="Revision">The plan they may see.</param>
/// <param name="Latest">The last change they were told of; null: none.</param>
/// <param name="Next">A change that it is their turn to hear of; null: none.</param>
public sealed record PortalTold(int Revision, HearTask? Latest, HearTask? Next)
{
    /// <summary>Nothing was ever to be told.</summary>
    public static PortalTold Everything(int newest) => new(newest, null, null);

    /// <summary>Who must have heard before the reader may see a change: they themselves, and for an office its client too.</summary>
    public static ImmutableArray<string> Hearers(CustomerMission mission, Relation relation)
    {
        string?[] lines = relation switch
        {
            Relation.Family => [Person(mission.Family?.Value)],
            Relation.Broker => [Organization(mission.Broker?.Value)],
            Relation.Customer => [Organization(mission.Customer?.Value)],
            Relation.Office => [Organization(mission.Office?.Value), Person(mission.Participant?.Value)],
            _ => [Person(mission.Participant?.Value)],
        };
        return [.. lines.OfType<string>()];

        static string? Person(string? id) => id is null ? null : $"person:{id}";
        static string? Organization(string? id) => id is null ? null : $"organization:{id}";
    }

    /// <param name="own">Every line of the reader's hearers.</param>
    /// <param name="newest">Number of the newest revision.</param>
    /// <param name="done">Lines that are ticked off, of every revision in which the reader still waits: whether it is their turn.</param>
    public static PortalTold From(IReadOnlyCollection<HearTask> own, int newest, IReadOnlySet<(int Revision, string Line)> done)
    {
        // A change is told in order: what came after one that is not told yet is not seen either.
        var waiting = own.Where(t => t.DoneAt is null).OrderBy(t => t.Revision).FirstOrDefault();
        var shown = waiting is null ? newest : Math.Max(1, waiting.Revision - 1);
        var latest = own.Where(t => t.DoneAt is not null && t.Revision <= shown).OrderByDescending(t => t.Revision).ThenByDescending(t => t.DoneAt).FirstOrDefault();
        var turn = waiting is not null && waiting.After.All(a => done.Contains((waiting.Revision, a)));
        return new(shown, latest, turn ? waiting : null);
    }
}
