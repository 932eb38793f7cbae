using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Exchange;

/// <summary>Sample customer missions of the agencies that a flight served, with a few promises of the catalogue that a plan can keep or break.</summary>
internal sealed class IssTrafficCustomers(ImmutableArray<PromiseRule> rules, IssTrafficReference reference, IssTrafficCrews crews, Instant? asOf)
{
    private static readonly Duration BeforeLaunch = Duration.FromDays(365);
    private static readonly Duration WindowMargin = Duration.FromDays(3);

    private readonly Dictionary<string, PromiseRule> ruleOf = rules.IsDefaultOrEmpty ? [] : rules.DistinctBy(r => r.Id).ToDictionary(r => r.Id);

    /// <summary>Agencies whose people ride; of a flight without crew, who it was flown for.</summary>
    public static IEnumerable<string> Customers(IssTrafficRecord record, IssTrafficCrews crews, IssTrafficReference reference)
    {
        var agencies = crews.Of(record.Id).Select(r => r.Agency).Where(a => a.Length > 0).Distinct().ToList();
        if (agencies.Count > 0) return agencies;
        var flyer = IssTrafficAgencies.Split(record.Operator).FirstOrDefault() ?? reference.Operators.GetValueOrDefault(record.Type.Id, "");
        return flyer.Length == 0 ? [] : [IssTrafficAgencies.CargoCustomer(flyer)];
    }

    public IEnumerable<(CustomerMission Mission, ImmutableArray<Promise> Promises)> Of(IssTrafficRecord record)
    {
        var crewed = crews.Of(record.Id).Count > 0;
        foreach (var name in Customers(record, crews, reference))
        {
            var id = new MissionId($"{record.Id}-{IssTrafficAgencies.Id(name)}");
            yield return (Mission(record, name, id, crewed), Promises(record, name, id, crewed));
        }
    }

    private static CustomerMission Mission(IssTrafficRecord record, string name, MissionId id, bool crewed) => new(
        id, $"{name} on {record.Name}", IssTrafficAgencies.CustomerKind(name), new FlightId(record.Id), IssTrafficAgencies.Id(name), null, null,
        Posture.Public, IssTrafficAgencies.Steward(name), true,
        crewed ? "Our people fly as agreed, do their work up there and are home as planned." : "It arrives when the station needs it, and what we were promised holds.",
        crewed
            ? [new("S1", "Flown and back as agreed", true, "legs flown of those agreed", 0.6), new("S2", "We always knew where we stood", false, null, 0.4)]
            : [new("S1", "Arrived in the window told", true, "days outside the window", 0.7), new("S2", "No surprise in the delivery", false, null, 0.3)],
        Sample: true);

    private ImmutableArray<Promise> Promises(IssTrafficRecord record, string name, MissionId id, bool crewed)
    {
        var given = Given(record, crewed).Where(g => ruleOf.ContainsKey(g.Rule)).ToList();
        var total = given.Sum(g => g.Share);
        var year = record.Launch - BeforeLaunch;
        var made = asOf is { } now && now < year ? now : year;
        return
        [
            .. given.Select(g => new Promise(
                new($"{id}-{g.Rule}"), id, g.Rule, g.Words, g.Kind, g.Moment,
                "Operator desk", name, made, g.Share / total, g.Terms, Sample: true)),
        ];
    }

    /// <param name="Words">As the catalogue of expectations has them.</param>
    private sealed record Offer(string Rule, string Words, PromiseKind Kind, PromiseMoment Moment, double Share, PromiseTerms Terms);

    private static IEnumerable<Offer> Given(IssTrafficRecord record, bool crewed)
    {
        yield return new("EX-001", "We launch inside the window you last told me", PromiseKind.Stated, PromiseMoment.Charged, 0.40,
            new(Window: new Interval(record.Launch - WindowMargin, record.Launch + WindowMargin)));
        yield return new("EX-002", "You tell me about a slip before I read it", PromiseKind.Implied, PromiseMoment.Charged, 0.20, PromiseTerms.None);
        if (crewed)
        {
            if (DaysAttached(record) is { } days) yield return new("EX-005", "My stay is the length I bought, extra days cost me nothing", PromiseKind.Contract, PromiseMoment.Charged, 0.25, new(Amount: days));
            yield return new("EX-022", "Family hears first", PromiseKind.Implied, PromiseMoment.Critical, 0.15, PromiseTerms.None);
        }
        else if (record.EndKind is "splashdown" or "landing" && record.End is { } end)
        {
            yield return new("EX-061", "Sample returned cold within 48 h of splashdown", PromiseKind.Contract, PromiseMoment.Charged, 0.20, PromiseTerms.None);
            yield return new("EX-065", "Capsule comes back when planned", PromiseKind.Contract, PromiseMoment.Charged, 0.20, new(By: end));
        }
        else
        {
            yield return new("EX-041", "Regular news even if nothing happened", PromiseKind.Stated, PromiseMoment.Calm, 0.20, PromiseTerms.None);
        }
    }

    /// <summary>Whole days from the first attachment to the last, or of the free flight.</summary>
    private static double? DaysAttached(IssTrafficRecord record)
    {
        var stay = record.Stays is [var first, .. var rest] ? (rest.IsEmpty ? first : rest[^1]).To - first.From : record.End - record.Launch;
        return stay is { } span && span > Duration.Zero ? Math.Floor(span.TotalDays) : null;
    }
}
