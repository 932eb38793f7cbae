using NodaTime;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>turnaround: a unit is on one flight at a time, rests between two, and does not fly again when it cannot.</summary>
internal static class TurnaroundRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var uses = facts.Flights.Where(f => f.Unit is not null && !judgment.AtFault(Rules.TimeOrder, f.Id));
        foreach (var unit in uses.GroupBy(f => f.Plan.Vehicle))
        {
            PlannedFlight? before = null;
            foreach (var flight in unit.OrderBy(f => f.Plan.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal))
            {
                if (before is not null && Fault(before, flight, judgment) is { } fault) judgment.Violate(Rules.Turnaround, before.Id, flight.Id, unit.Key.Thing, fault);
                if (before is null || flight.UnitFree >= before.UnitFree) before = flight;
            }
        }
    }

    private static string? Fault(PlannedFlight before, PlannedFlight next, Judgment judgment)
    {
        var launch = next.Plan.Launch;
        if (launch < before.UnitFree) return $"{next.Unit!.Name} launches {Say.At(launch)} and is on {before.Id} {Say.Until(before.UnitFree)}";
        if (judgment.Misplaced(before.Id) || judgment.Misplaced(next.Id)) return null;
        if (before.Type is not { } type || next.Type is not { } nextType) return null;
        if (!type.Reusable || !nextType.Reusable) return $"{next.Unit!.Name} flies once and flew on {before.Id} until {Say.At(before.UnitFree)}";
        var rest = launch - before.UnitFree;
        return type.Turnaround is { } needed && rest < needed
            ? $"{next.Unit!.Name} is back {Say.At(before.UnitFree)} and launches {Say.At(launch)}: {Say.Long(rest)} of {Say.Long(needed)}"
            : null;
    }
}
