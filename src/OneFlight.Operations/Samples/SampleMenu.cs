using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>Which promises make sense for a customer on a kind of flight.</summary>
/// <param name="Rare">One that the nominal plan bends, so it is promised seldom.</param>
internal sealed record SampleMenu(ImmutableArray<string> Always, ImmutableArray<string> ByPlan, ImmutableArray<string> ByRecord, string? Rare = null)
{
    public static SampleMenu For(CustomerMission mission, SampleFlight flight)
    {
        var menu = mission.Kind switch
        {
            CustomerKind.Participant => Participant(flight),
            CustomerKind.Agency => new(["EX-001", "EX-073"], ["EX-005", "EX-059", "EX-009", "EX-004", "EX-012"], ["EX-002", "EX-046", "EX-060", "EX-084", "EX-087", "EX-006"]),
            CustomerKind.Laboratory => Laboratory(flight),
            CustomerKind.University => new(["EX-068"], ["EX-001", "EX-065"], ["EX-069", "EX-070", "EX-071", "EX-072", "EX-041", "EX-002"]),
            CustomerKind.Brand => new(["EX-053"], ["EX-001", "EX-065"], ["EX-075", "EX-054", "EX-058", "EX-051", "EX-041", "EX-066"], Rarely(flight)),
            CustomerKind.Culture => Culture(flight),
            CustomerKind.Station => new(["EX-001"], ["EX-065"], ["EX-002", "EX-006", "EX-041", "EX-042", "EX-046", "EX-030", "EX-032"]),
            _ => new(["EX-022"], ["EX-001"], ["EX-023", "EX-024", "EX-025", "EX-026", "EX-027", "EX-083", "EX-084"]),
        };
        return mission.Broker is null ? menu : menu with { ByRecord = menu.ByRecord.Add("EX-047") };
    }

    private static SampleMenu Participant(SampleFlight flight)
    {
        ImmutableArray<string> always = flight.Kind == FlightKind.FreeFlyer ? ["EX-001"] : ["EX-001", "EX-005"];
        ImmutableArray<string> plan = ["EX-004", "EX-007", "EX-012", "EX-016", "EX-021", "EX-078", "EX-079", flight.Kind == FlightKind.FreeFlyer ? "EX-020" : "EX-009"];
        return new(always, plan,
        [
            "EX-002", "EX-003", "EX-008", "EX-010", "EX-014", "EX-018", "EX-022", "EX-027", "EX-029", "EX-034", "EX-044", "EX-052", "EX-054", "EX-055",
            "EX-057", "EX-076", "EX-077", "EX-081", "EX-084", "EX-087", "EX-088", "EX-017", "EX-011", "EX-013", "EX-089", "EX-048",
        ], "EX-080");
    }

    // Certificates and runs between unloading and reloading are what a cargo flight has.
    private static SampleMenu Laboratory(SampleFlight flight) => flight.Kind == FlightKind.Cargo
        ? new(["EX-061", "EX-064"], ["EX-001", "EX-062", "EX-065", "EX-067"], ["EX-063", "EX-066", "EX-050", "EX-041", "EX-045"])
        : new(["EX-061"], flight.Kind == FlightKind.FreeFlyer ? ["EX-001", "EX-065"] : ["EX-001", "EX-064", "EX-065"], ["EX-063", "EX-066", "EX-050", "EX-041"], "EX-062");

    private static SampleMenu Culture(SampleFlight flight) => flight.Kind == FlightKind.Cargo
        ? new(["EX-074"], ["EX-001", "EX-065"], ["EX-075", "EX-081", "EX-041", "EX-083", "EX-051"])
        : new(["EX-075"], ["EX-001", "EX-065"], ["EX-081", "EX-041", "EX-083", "EX-051", "EX-054"], Rarely(flight));

    // Returned items of a guest flight come with the story, which takes longer than a month; a rotation has no such delivery.
    private static string? Rarely(SampleFlight flight) => flight.Kind is FlightKind.FreeFlyer or FlightKind.PrivateMission ? "EX-074" : null;
}
