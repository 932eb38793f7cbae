using System.Globalization;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Cli.Answers;

/// <summary>The answer of <c>impact</c> for people.</summary>
internal static class ImpactText
{
    public static void Write(TextWriter text, DraftAnswer draft, Option? chosen)
    {
        text.WriteLine(draft.Sentence);
        text.WriteLine();
        Options(text, draft);
        if (chosen is null) return;
        text.WriteLine();
        text.WriteLine($"With \"{chosen.Name}\":");
        Flights(text, draft, chosen);
        Touched(text, draft, chosen);
        Hear(text, chosen);
        Accept(text, chosen);
    }

    private static void Options(TextWriter text, DraftAnswer draft)
    {
        text.WriteLine(draft.Options.Any(o => o.Flyable) ? "What can be done, best first" : "Nothing that can be flown was found");
        Table.Write(text, draft.Options.Select((o, i) => new[]
        {
            o.Flyable ? $"  {i + 1}" : "  cannot be flown", o.Key, o.Name,
            $"{o.Measures.PromisesBroken} broken", string.Create(CultureInfo.InvariantCulture, $"{o.Measures.WeightLost:0.###} weight lost"),
            $"{Say.Count(o.Measures.FlightsMoved, "flight")} moved", string.Create(CultureInfo.InvariantCulture, $"{o.Measures.DaysMoved:0.#} d"), o.Why,
        }));
    }

    private static void Flights(TextWriter text, DraftAnswer draft, Option chosen)
    {
        var moves = Moves.Between(draft.Before, chosen.Plan);
        if (moves.IsEmpty) return;
        text.WriteLine();
        text.WriteLine("Flights that move");
        Table.Write(text, moves.Select(m => new[]
        {
            "  " + m.Flight, Say.Short(m.Before?.Launch) + " > " + Say.Short(m.After?.Launch), TimeText.Days(m.By),
            m.After is { } plan ? string.Join(", ", [plan.Vehicle.Value, plan.Pad?.Value ?? "pad not known", .. plan.Stays.Select(s => s.Port.Value)]) : "does not fly",
        }));
    }

    // The flights that move are told above with their new places, and activities by their number.
    private static readonly string[] toldElsewhere = [FlightKinds.Flight, FlightKinds.Wish, FlightKinds.Stay, FlightKinds.Activity];
    private static readonly string[] first = [PromiseKinds.Promise, PeopleKinds.Person, FlightKinds.Seat, PeopleKinds.Qualification, FleetKinds.Resource];

    private static void Touched(TextWriter text, DraftAnswer draft, Option chosen)
    {
        var kinds = chosen.Impact.Touched.Where(t => !toldElsewhere.Contains(t.Thing.Kind)).GroupBy(t => t.Thing.Kind);
        foreach (var kind in kinds.OrderBy(k => Array.IndexOf(first, k.Key) is >= 0 and var at ? at : first.Length))
        {
            var changed = kind.Where(t => Word(t.Before) != Word(t.After)).ToArray();
            text.WriteLine();
            text.WriteLine($"Touched: {kind.Key}, {kind.Count()}" + (changed.Length < kind.Count() ? $", of which {kind.Count() - changed.Length} at other times only" : ""));
            Table.Write(text, changed.Select(t => new[] { "  " + t.Thing.Id, Short(t.Name), $"{Word(t.Before)} > {Word(t.After)}", Path(t, draft.Changes.Length) }));
        }
        text.WriteLine();
        var activities = chosen.Impact.Touched.Count(t => t.Thing.Kind == FlightKinds.Activity);
        text.WriteLine($"{Say.Count(activities, "activity", "activities")} with other times; {chosen.Impact.Unchanged.ToString("N0", CultureInfo.InvariantCulture)} things do not change");
    }

    private static string Short(string name) => name.Length <= 60 ? name : name[..59] + "…";

    private static void Hear(TextWriter text, Option chosen)
    {
        if (chosen.Hear.IsEmpty) return;
        text.WriteLine();
        text.WriteLine("Who must hear it, wave by wave");
        Table.Write(text, chosen.Hear.OrderBy(h => h.Wave).ThenBy(h => h.By).Select(h => new[]
        {
            $"  {h.Wave}", h.ShownAs, "from " + (h.OwnerShownAs.Length > 0 ? h.OwnerShownAs : "nobody yet") + (h.Accepted ? "" : " (not accepted)"),
            $"by {Say.Short(h.By)}, {Say.Local(h.By, h.Zone)}", h.Reason,
        }));
    }

    private static void Accept(TextWriter text, Option chosen)
    {
        if (chosen.ToAccept.IsEmpty) return;
        text.WriteLine();
        text.WriteLine("To be accepted by others");
        Table.Write(text, chosen.ToAccept.Select(a => new[] { "  " + a.PartyName, a.What, "by " + Say.Short(a.By) }));
    }

    private static string Word(StateValue? value) => value switch { null => "none", PromiseState promise => PromiseJudgment.Word(promise.Status), _ => value.Text };

    // Of a single change the first step says again what the first line of the answer says.
    private static string Path(Touched touched, int changes) => string.Join(" > ", touched.Path.Skip(changes == 1 ? 1 : 0).Select(s => s.Reason));
}
