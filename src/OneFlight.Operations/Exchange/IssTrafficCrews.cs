using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Exchange;

/// <summary>One row of the crew table, with the name replaced by the person's opaque id.</summary>
internal sealed record IssTrafficRide(string Mission, Legs Leg, PersonId Person, string Agency, bool Participant);

/// <summary>Who flew on what. Names are read only to tell people apart; nothing made from the record carries one.</summary>
internal sealed class IssTrafficCrews
{
    private readonly Dictionary<string, PersonId> idOfName = [];
    private readonly Dictionary<string, List<IssTrafficRide>> rides = [];

    public IReadOnlyList<IssTrafficRide> Of(string mission) => rides.TryGetValue(mission, out var list) ? list : [];

    /// <summary>All rides in order of each person's first appearance in the tables.</summary>
    public IEnumerable<IGrouping<PersonId, IssTrafficRide>> ByPerson => rides.Values.SelectMany(r => r).GroupBy(r => r.Person).OrderBy(g => g.Key.Value, StringComparer.Ordinal);

    public static IssTrafficCrews From(IssTrafficTables tables, CsvProblems problems)
    {
        var crews = new IssTrafficCrews();
        var missions = new[] { tables.Missions, tables.InitialStays, tables.FreeFlyers }
            .SelectMany(t => t?.Rows ?? []).Select(r => r["mission_id"]).ToHashSet();
        foreach (var row in tables.Crew?.Rows ?? [])
        {
            var mission = row.Text("mission_id", problems);
            if (mission.Length > 0 && !missions.Contains(mission))
                problems.Add("unknown-reference", row.Where("mission_id"), CsvProblems.Show(mission), "a mission of this record");
            var leg = row["leg"] switch { "up" => Legs.Up, "down" => Legs.Down, _ => default };
            if (leg == default) problems.Add("unknown-value", row.Where("leg"), CsvProblems.Show(row["leg"]), "up or down");
            crews.Add(new(mission, leg, crews.Person(row.Text("name", problems)), row["agency"], row["kind"] == "participant"));
        }
        foreach (var row in tables.FreeFlyers?.Rows ?? [])
        {
            var names = row["crew_names"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in names)
            {
                foreach (var leg in (Legs[])[Legs.Up, Legs.Down])
                    crews.Add(new(row["mission_id"], leg, crews.Person(name), Customer(row["customer"], names), true));
            }
        }
        return crews;
    }

    private void Add(IssTrafficRide ride)
    {
        if (!rides.TryGetValue(ride.Mission, out var list)) rides.Add(ride.Mission, list = []);
        list.Add(ride);
    }

    /// <summary>Same letters, same person: case, spaces, points and hyphens do not tell two people apart.</summary>
    private PersonId Person(string name)
    {
        var key = new string([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        if (!idOfName.TryGetValue(key, out var id)) idOfName.Add(key, id = new($"P{idOfName.Count + 1:000}"));
        return id;
    }

    /// <summary>A customer column may name a company and a person; a person who flies is not named here.</summary>
    private static string Customer(string text, string[] names)
    {
        var families = names.Select(n => n.Split(' ')[^1]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var companies = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => !families.Contains(p.Split(' ')[^1]));
        return string.Join('/', companies) is { Length: > 0 } company ? company : "Private customer";
    }
}
