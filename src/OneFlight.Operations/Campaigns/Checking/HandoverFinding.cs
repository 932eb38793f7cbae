using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>handover: a rotation leaves only some days after the next one of its kind has come.</summary>
internal static class HandoverFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var rotations = facts.Flights.Where(f => f.Flight.Kind == FlightKind.CrewRotation && f.Type is not null && f.Plan.Stays.Length > 0
            && facts.Ports.ContainsKey(f.Plan.Stays[0].Port));
        foreach (var line in rotations.GroupBy(f => (Station: facts.Ports[f.Plan.Stays[0].Port].Station.Id, f.Type!.Id)))
        {
            var ordered = line.OrderBy(f => f.Plan.Stays[0].From).ThenBy(f => f.Id.Value, StringComparer.Ordinal).ToList();
            for (var i = 0; i + 1 < ordered.Count; i++) Judge(ordered[i], ordered[i + 1], facts, judgment);
        }
    }

    private static void Judge(PlannedFlight leaving, PlannedFlight coming, CheckFacts facts, Judgment judgment)
    {
        if (judgment.AtFault(leaving.Id) || judgment.AtFault(coming.Id) || leaving.Plan.Stays[^1].To is not { } leaves) return;
        var wanted = facts.Ports[leaving.Plan.Stays[0].Port].Station.Traffic.Handover;
        var overlap = leaves - coming.Plan.Stays[0].From;
        if (overlap >= wanted) return;
        judgment.Find(Rules.Handover, overlap >= Duration.Zero
            ? $"{coming.Id} comes {Say.Long(overlap)} before {leaving.Id} leaves, wanted {Say.Long(wanted)}"
            : $"{leaving.Id} leaves {Say.Long(-overlap)} before {coming.Id} comes, wanted an overlap of {Say.Long(wanted)}", leaving.Id.Thing, coming.Id.Thing);
    }
}
