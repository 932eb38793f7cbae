using System.Collections.Immutable;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Stewardship;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Json;

namespace OneFlight.Storage.Plans;

/// <summary>The rows that make up one new revision.</summary>
internal static class NewRows
{
    public static void Add(
        OneFlightDb db, KeptPlan kept, ImmutableArray<PartChange> changes,
        ImmutableArray<HearItem> hear, ImmutableArray<ToAccept> accept, AppendTerms terms)
    {
        var (campaign, number, at, who, why, plan) = kept.Revision;
        if (number == 1) db.Add(new CampaignRow { Operator = db.Tenant, Campaign = campaign, CreatedAt = at });
        db.Add(new RevisionRow
        {
            Operator = db.Tenant, Campaign = campaign, Number = number, At = at, Who = who, Why = why,
            PlanningNow = terms.PlanningNow, Name = plan.Name,
            Flights = plan.Flights.Length, Missions = plan.Missions.Length, Promises = plan.Promises.Length,
            Violations = kept.Report.Violations.Length, Findings = kept.Report.Findings.Length,
            Report = StoredJson.Write(kept.Report), Accepted = StoredJson.Write(terms.Accepted),
        });
        db.AddRange(changes.Select(c => new PlanPart
        {
            Operator = db.Tenant, Campaign = campaign, Kind = c.Kind, Id = c.Id, Revision = number, Ordinal = c.Ordinal, Document = c.Document,
        }));
        db.AddRange(hear.Select(h => Task(db, kept, h)));
        db.AddRange(accept.Select(a => new AcceptRequest
        {
            Operator = db.Tenant, Campaign = campaign, Revision = number, Id = a.Id,
            Party = a.Party.ToString(), PartyName = a.PartyName, What = a.What, By = a.By, State = AcceptState.Open,
        }));
    }

    private static HearTask Task(OneFlightDb db, KeptPlan kept, HearItem line) => new()
    {
        Operator = db.Tenant, Campaign = kept.Revision.Campaign, Revision = kept.Revision.Number, Line = line.Id, Wave = line.Wave,
        Hearer = line.Hearer.ToString(), ShownAs = line.ShownAs, Owner = line.Owner?.Value, OwnerShownAs = line.OwnerShownAs,
        Accepted = line.Accepted, After = [.. line.After], By = line.By, Zone = line.Zone, Reason = line.Reason,
    };
}
