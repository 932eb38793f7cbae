using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Exchange;

/// <summary>What the record's agency and operator names stand for.</summary>
internal static class IssTrafficAgencies
{
    public const string OperatorDesk = "operator-desk";

    private static readonly Dictionary<string, string> ZoneOf = new()
    {
        ["NASA"] = "America/Chicago", ["Roscosmos"] = "Europe/Moscow", ["ESA"] = "Europe/Paris", ["JAXA"] = "Asia/Tokyo", ["CSA"] = "America/Toronto",
        ["MBRSC"] = "Asia/Dubai", ["ISRO"] = "Asia/Kolkata", ["ASI"] = "Europe/Rome", ["SSC (Saudi)"] = "Asia/Riyadh", ["Belarus"] = "Europe/Minsk",
    };

    private static readonly HashSet<string> Operators = ["SpaceX", "Northrop Grumman", "Boeing", "Sierra Space"];

    public static string Zone(string name) => ZoneOf.GetValueOrDefault(name, "Etc/UTC");

    public static bool IsAgency(string name) => ZoneOf.ContainsKey(name);

    public static OrganizationId Id(string name) => new(IssTrafficRecord.Slug(name).ToLowerInvariant());

    public static PersonId Steward(string name) => new($"DESK-{IssTrafficRecord.Slug(name).ToUpperInvariant()}");

    public static OrganizationKind Kind(string name) =>
        IsAgency(name) ? OrganizationKind.Agency : Operators.Contains(name) ? OrganizationKind.Operator : OrganizationKind.Company;

    public static CustomerKind CustomerKind(string name) => IsAgency(name) ? Flights.CustomerKind.Agency
        : name == "Film crew" ? Flights.CustomerKind.Culture
        : Flights.CustomerKind.Participant;

    /// <summary>Commercial operators fly cargo and test flights to the station for NASA; agencies fly their own.</summary>
    public static string CargoCustomer(string operatorName) => Operators.Contains(operatorName) ? "NASA" : operatorName;

    /// <summary>"SpaceX/Axiom" names two.</summary>
    public static IEnumerable<string> Split(string operators) =>
        operators.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
