using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Drafts;

/// <summary>Names an answer by what is done in it, so that two answers read as two decisions.</summary>
internal sealed class OptionNames(Campaign before, Campaign after)
{
    private const int mostTold = 2;

    private readonly Dictionary<FlightId, Flight> flights = after.Flights.ToDictionary(f => f.Id);
    private readonly Dictionary<ThingId, string> units = after.Fleet.Vehicles.Select(v => (v.Id.Thing, v.Name))
        .Concat(after.Fleet.Pads.Select(p => (p.Id.Thing, p.Name)))
        .Concat(after.Fleet.Stations.SelectMany(s => s.Ports).Select(p => (p.Id.Thing, p.Name))).ToDictionary(u => u.Thing, u => u.Name);

    /// <summary>"Launch 12 Aug from Crew pad 3, nothing else moves"; the candidate's own name where that says more.</summary>
    public static string Of(Candidate candidate, Campaign before, Campaign after)
    {
        var names = new OptionNames(before, after);
        var moves = Moves.Between(before, after);
        return candidate.Key switch
        {
            "leave-behind" or "fly-without" or "rebook" or "stand-down" => candidate.Name,
            "pull-forward" => names.Pulled(candidate, moves),
            _ when names.Replaced() is { Length: > 0 } replaced && moves.IsEmpty => replaced,
            _ when candidate.Request.Targets is [var target] && moves.FirstOrDefault(m => m.Flight == target.Flight) is { After: not null } own => names.Sent(candidate, own, moves),
            _ when moves.All(m => names.flights[m.Flight].Cancelled is not null) => moves.IsEmpty ? candidate.Name : "Nothing else moves",
            _ when candidate.Request.Targets.IsEmpty && moves.Length is > 0 and <= mostTold => string.Join(", ", moves.Select(names.Told)),
            _ => candidate.Name,
        };
    }

    /// <summary>For the middle of a sentence.</summary>
    public static string Lower(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private string Sent(Candidate candidate, Move own, ImmutableArray<Move> moves)
    {
        var wait = candidate.Key.StartsWith("wait", StringComparison.Ordinal) ? candidate.Name.Split(',')[0] : "";
        var head = wait.Length > 0 ? $"{wait}, launch {Day(own.After!)}{Swaps(own)}" : $"Launch {Day(own.After!)}{Swaps(own)}";
        var others = moves.Where(m => m.Flight != own.Flight && flights[m.Flight].Cancelled is null).ToList();
        return others switch
        {
            [] => wait.Length > 0 ? head : $"{head}, nothing else moves",
            [var one] => $"{head}, {flights[one.Flight].Name} gives way",
            _ => string.Create(CultureInfo.InvariantCulture, $"{head}, {others.Count} flights give way"),
        };
    }

    private string Pulled(Candidate candidate, ImmutableArray<Move> moves) =>
        candidate.Request.Targets is [var target] && moves.FirstOrDefault(m => m.Flight == target.Flight) is { After: { } plan }
            ? $"{flights[target.Flight].Name} takes the freed date, {Day(plan)}" : candidate.Name;

    private string Told(Move move)
    {
        var name = flights[move.Flight].Name;
        if (move.After is not { } plan) return $"{name} does not fly";
        if (move.Before?.Launch != plan.Launch) return $"{name} launches {Day(plan)}{Swaps(move)}";
        return $"{name} keeps its date{Swaps(move)}";
    }

    private string Swaps(Move move)
    {
        if (move is not { Before: { } was, After: { } now }) return "";
        var text = "";
        if (was.Vehicle != now.Vehicle) text += $" with {units.GetValueOrDefault(now.Vehicle.Thing, now.Vehicle.Value)}";
        if (now.Pad is { } pad && was.Pad != pad) text += $" from {units.GetValueOrDefault(pad.Thing, pad.Value)}";
        if (now.Stays is [var first, ..] && was.Stays is [var old, ..] && first.Port != old.Port) text += $" to {units.GetValueOrDefault(first.Port.Thing, first.Port.Value)}";
        return text;
    }

    /// <summary>Who flies for whom, where that is the whole answer.</summary>
    private string Replaced()
    {
        var persons = after.People.Persons.ToDictionary(p => p.Id, p => p.PublicName);
        var told = before.Flights.SelectMany(was => flights.TryGetValue(was.Id, out var now) && was.Seats.Length == now.Seats.Length ? was.Seats.Zip(now.Seats) : [])
            .Where(s => s.First.Person is not null && s.Second.Person is not null && s.First.Person != s.Second.Person)
            .Select(s => $"{persons.GetValueOrDefault(s.Second.Person!.Value, "A backup")} flies for {persons.GetValueOrDefault(s.First.Person!.Value, "another")}").ToList();
        return told.Count is > 0 and <= mostTold ? string.Join(", ", told) : "";
    }

    private static string Day(FlightPlan plan) => plan.Launch.ToString("d MMM", CultureInfo.InvariantCulture);
}
