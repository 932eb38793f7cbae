using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.App.Contracts;

/// <summary>Every contract: what is due, what comes back today, and what a slip would do to both.</summary>
/// <param name="Slip">Days by which every flight still to fly is thought later.</param>
public sealed record ContractsView(OpenCampaign Open, Query Query, int Slip, string Show, ImmutableArray<ContractRow> Rows, Money? DueSoon)
{
    public const int MostDays = 400;

    public static ContractsView From(OpenCampaign open, Query query, Instant now)
    {
        var slip = int.TryParse(query["slip"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, -MostDays, MostDays) : 9;
        var show = query["show"] ?? "";
        var rows = open.Campaign.Care.Contracts.Where(c => open.Index.Missions.ContainsKey(c.Mission)).Select(c => ContractRow.Of(open, c, slip, now)).ToList();
        var shown = rows.Where(r => show switch { "due" => r.Next is { Light: GateLight.Amber or GateLight.Red }, "unsigned" => r.Contract.SignedAt is null, _ => true }).OrderBy(r => r.Next?.Due ?? Instant.MaxValue).ThenBy(r => r.Contract.Id, StringComparer.Ordinal).ToImmutableArray();
        var soon = rows.Where(r => r.Next is { Light: GateLight.Amber or GateLight.Red }).Select(r => r.Next!.Deposit.Amount).ToList();
        return new(open, query, slip, show, shown, soon.Count == 0 || soon.Select(m => m.Currency).Distinct().Count() > 1 ? null : soon.Aggregate((a, b) => a + b));
    }
}

/// <param name="Next">The first deposit that is not paid; null: all are.</param>
/// <param name="Slipped">What would come back after the slip; equal to <paramref name="Back"/> where it changes nothing.</param>
public sealed record ContractRow(Contract Contract, CustomerMission Mission, Flight? Flight, DepositLine? Next, Instant? NextSlipped, Refundable Back, Refundable Slipped)
{
    public static ContractRow Of(OpenCampaign open, Contract contract, int slip, Instant now)
    {
        var mission = open.Index.Missions[contract.Mission];
        var flight = mission.Flight is { } id ? open.Index.Flights.GetValueOrDefault(id) : null;
        var later = flight?.Plan is { } plan && plan.Launch > now ? Later(plan, Duration.FromDays(slip)) : flight?.Plan;
        var next = contract.Deposits.Where(d => d.PaidAt is null).Select(d => DepositLine.Of(open, contract, d, flight)).OrderBy(d => d.Due ?? Instant.MaxValue).FirstOrDefault();
        return new(contract, mission, flight, next, next?.Deposit.Due.In(contract.Zone, later), ContractRules.RefundAt(contract, flight?.Plan, now), ContractRules.RefundAt(contract, later, now));
    }

    private static FlightPlan Later(FlightPlan plan, Duration by) => plan with { Launch = plan.Launch + by, Arrival = plan.Arrival + by, Departure = plan.Departure + by, End = plan.End + by };
}

/// <summary>A deposit with the light that the plan states for it.</summary>
public sealed record DepositLine(Deposit Deposit, Instant? Due, GateLight Light, string Words)
{
    public static DepositLine Of(OpenCampaign open, Contract contract, Deposit deposit, Flight? flight)
    {
        var state = open.Statement.Find(new(CareKinds.Deposit, $"{contract.Id}/{deposit.Id}"))?.Value as GateState;
        return new(deposit, deposit.Due.In(contract.Zone, flight?.Plan), state?.Light ?? GateLight.Unknown, state?.Words ?? Say.Unknown);
    }
}

/// <summary>A contract in words.</summary>
public static class ContractWords
{
    /// <summary>"30 days before liftoff" or "12 Mar 2027".</summary>
    public static string Of(TermDate date)
    {
        if (date.Day is { } day) return NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu").Format(day);
        var name = date.Anchor switch { Anchor.Arrival => "docking", Anchor.Departure => "undocking", Anchor.End => "landing", _ => "liftoff" };
        return date.Days == 0 ? $"at {name}" : $"{Say.Count(Math.Abs(date.Days), "day")} {(date.Days < 0 ? "before" : "after")} {name}";
    }

    /// <summary>"80 %, USD 41,920,000 of what is paid, until 12 Mar 2027".</summary>
    public static string Of(Refundable back) => back.Percent is not { } percent ? "not known: the flight has no date"
        : back.Until is { } until ? $"{percent} %, {back.Amount}, until {Say.Day(until)}; then {back.Next} %" : $"{percent} %, {back.Amount}";
}
