using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;

namespace OneFlight.Storage.Plans;

/// <summary>The campaign's own facts, beside its lists.</summary>
internal sealed record CampaignHead(string Name, Instant? AsOf, string? Notice);

/// <summary>Takes a plan apart into stored parts and puts it together again.</summary>
internal static class PlanSections
{
    public const string Flight = "flight";

    private static readonly ImmutableArray<PlanSection> All =
    [
        new PlanSection<CampaignHead>("campaign", c => [new(c.Name, c.AsOf, c.Notice)], _ => "", (c, h) => c with { Name = h[0].Name, AsOf = h[0].AsOf, Notice = h[0].Notice }),
        new PlanSection<Operations.Fleet.VehicleType>("vehicle-type", c => c.Fleet.Types, t => t.Id.Value, (c, v) => c with { Fleet = c.Fleet with { Types = v } }),
        new PlanSection<Operations.Fleet.Vehicle>("vehicle", c => c.Fleet.Vehicles, v => v.Id.Value, (c, v) => c with { Fleet = c.Fleet with { Vehicles = v } }),
        new PlanSection<Operations.Fleet.Pad>("pad", c => c.Fleet.Pads, p => p.Id.Value, (c, v) => c with { Fleet = c.Fleet with { Pads = v } }),
        new PlanSection<Operations.Fleet.Station>("station", c => c.Fleet.Stations, s => s.Id.Value, (c, v) => c with { Fleet = c.Fleet with { Stations = v } }),
        new PlanSection<Operations.Fleet.Resource>("resource", c => c.Fleet.Resources, r => r.Id.Value, (c, v) => c with { Fleet = c.Fleet with { Resources = v } }),
        new PlanSection<Operations.People.Organization>("organization", c => c.People.Organizations, o => o.Id.Value, (c, v) => c with { People = c.People with { Organizations = v } }),
        new PlanSection<Operations.People.Person>("person", c => c.People.Persons, p => p.Id.Value, (c, v) => c with { People = c.People with { Persons = v } }),
        new PlanSection<Operations.Flights.MissionTemplate>("template", c => c.Templates, t => t.Id, (c, v) => c with { Templates = v }),
        new PlanSection<Operations.Promises.PromiseRule>("promise-rule", c => c.Rules, r => r.Id, (c, v) => c with { Rules = v }),
        new PlanSection<Operations.Flights.Flight>(Flight, c => c.Flights, f => f.Id.Value, (c, v) => c with { Flights = v }),
        new PlanSection<Operations.Flights.CustomerMission>("mission", c => c.Missions, m => m.Id.Value, (c, v) => c with { Missions = v }),
        new PlanSection<Operations.Promises.Promise>("promise", c => c.Promises, p => p.Id.Value, (c, v) => c with { Promises = v }),
        new PlanSection<Operations.People.QualificationRule>("qualification-rule", c => c.Qualifications.Rules, r => r.Id, (c, v) => c with { Qualifications = c.Qualifications with { Rules = v } }),
        new PlanSection<Operations.People.QualificationDemand>("qualification-demand", c => c.Qualifications.Demands, d => d.Id, (c, v) => c with { Qualifications = c.Qualifications with { Demands = v } }),
        new PlanSection<Operations.People.QualificationRecord>("qualification-record", c => c.Qualifications.Records, r => r.Id, (c, v) => c with { Qualifications = c.Qualifications with { Records = v } }),
        new PlanSection<Operations.People.SelectionStep>("selection-step", c => c.Qualifications.Selections, s => s.Id, (c, v) => c with { Qualifications = c.Qualifications with { Selections = v } }),
        new PlanSection<Operations.People.FlightReserve>("flight-reserve", c => c.Qualifications.Reserves, r => r.FlightKind, (c, v) => c with { Qualifications = c.Qualifications with { Reserves = v } }),
        new PlanSection<Operations.People.MedicalMeasure>("medical-measure", c => c.Qualifications.Measures, m => m.Id, (c, v) => c with { Qualifications = c.Qualifications with { Measures = v } }),
        new PlanSection<Operations.People.Clearance>("clearance", c => c.Clearances, x => x.Id, (c, v) => c with { Clearances = v }),
        new PlanSection<Operations.FlightControl.FlightPhase>("flight-phase", c => c.Control.Phases, p => p.Id, (c, v) => c with { Control = c.Control with { Phases = v } }),
        new PlanSection<Operations.FlightControl.CommitCriterion>("commit-criterion", c => c.Control.Criteria, x => x.Id, (c, v) => c with { Control = c.Control with { Criteria = v } }),
        new PlanSection<Operations.FlightControl.Contingency>("contingency", c => c.Control.Contingencies, x => x.Id, (c, v) => c with { Control = c.Control with { Contingencies = v } }),
        new PlanSection<Operations.FlightControl.Procedure>("procedure", c => c.Control.Procedures, p => p.Id, (c, v) => c with { Control = c.Control with { Procedures = v } }),
        new PlanSection<Operations.FlightControl.ConsoleSeat>("console-seat", c => c.Control.Seats, s => s.Id, (c, v) => c with { Control = c.Control with { Seats = v } }),
        new PlanSection<Operations.FlightControl.SeatHolder>("seat-holder", c => c.Control.Holders, h => h.Id, (c, v) => c with { Control = c.Control with { Holders = v } }),
        new PlanSection<Operations.FlightControl.ControlPlan>("control-plan", c => c.Control.Plans, p => p.Flight.Value, (c, v) => c with { Control = c.Control with { Plans = v } }),
        new PlanSection<Operations.FlightControl.FlightBlock>("flight-block", c => c.Control.Blocks, b => b.Id, (c, v) => c with { Control = c.Control with { Blocks = v } }),
        new PlanSection<Operations.Learning.AppliedLesson>("applied-lesson", c => c.Learning.Applied, l => l.Id, (c, v) => c with { Learning = c.Learning with { Applied = v } }),
        new PlanSection<Operations.Training.Curriculum>("curriculum", c => c.Training.Curricula, x => x.Id, (c, v) => c with { Training = c.Training with { Curricula = v } }),
        new PlanSection<Operations.Training.TrainingPlace>("training-place", c => c.Training.Places, x => x.Id, (c, v) => c with { Training = c.Training with { Places = v } }),
        new PlanSection<Operations.Training.CurriculumAssignment>("curriculum-assignment", c => c.Training.Assignments, x => x.Id, (c, v) => c with { Training = c.Training with { Assignments = v } }),
        new PlanSection<Operations.Training.TrainingSession>("training-session", c => c.Training.Sessions, x => x.Id, (c, v) => c with { Training = c.Training with { Sessions = v } }),
        new PlanSection<Operations.Training.SessionAttendance>("session-attendance", c => c.Training.Attendances, x => x.Id, (c, v) => c with { Training = c.Training with { Attendances = v } }),
        new PlanSection<Operations.Training.TrainingInstructor>("training-instructor", c => c.Training.Instructors, x => x.Id.Value, (c, v) => c with { Training = c.Training with { Instructors = v } }),
        new PlanSection<Operations.Stewardship.Contract>("contract", c => c.Care.Contracts, x => x.Id, (c, v) => c with { Care = c.Care with { Contracts = v } }),
        new PlanSection<Operations.Stewardship.CriteriaApproval>("criteria-approval", c => c.Care.Approvals, x => x.Id, (c, v) => c with { Care = c.Care with { Approvals = v } }),
        new PlanSection<Operations.Stewardship.Commitment>("commitment", c => c.Care.Commitments, x => x.Id, (c, v) => c with { Care = c.Care with { Commitments = v } }),
        new PlanSection<Operations.Stewardship.JourneyStep>("journey-step", c => c.Care.Steps, x => x.Id, (c, v) => c with { Care = c.Care with { Steps = v } }),
        new PlanSection<Operations.Stewardship.MissionAccountability>("accountability", c => c.Care.Accountability, x => x.Id, (c, v) => c with { Care = c.Care with { Accountability = v } }),
        new PlanSection<Operations.Stewardship.FamilyTravel>("family-travel", c => c.Care.Travels, x => x.Id, (c, v) => c with { Care = c.Care with { Travels = v } }),
        new PlanSection<Operations.Safety.RiskLevel>("risk-level", c => c.Safety.Risks, r => r.Id, (c, v) => c with { Safety = c.Safety with { Risks = v } }),
        new PlanSection<Operations.Safety.Requirement>("requirement", c => c.Safety.Requirements, r => r.Id, (c, v) => c with { Safety = c.Safety with { Requirements = v } }),
        new PlanSection<Operations.Safety.Hazard>("hazard", c => c.Safety.Hazards, h => h.Id, (c, v) => c with { Safety = c.Safety with { Hazards = v } }),
        new PlanSection<Operations.Safety.SafetyPlan>("safety-plan", c => c.Safety.Plans, p => p.Id, (c, v) => c with { Safety = c.Safety with { Plans = v } }),
        new PlanSection<Operations.Safety.ConsentDocument>("consent-document", c => c.Safety.Documents, d => d.Id, (c, v) => c with { Safety = c.Safety with { Documents = v } }),
        new PlanSection<Operations.Safety.SignedConsent>("signed-consent", c => c.Safety.Consents, x => x.Id, (c, v) => c with { Safety = c.Safety with { Consents = v } }),
        new PlanSection<Operations.Safety.TailoringDecision>("tailoring-decision", c => c.Safety.Decisions, d => d.Id, (c, v) => c with { Safety = c.Safety with { Decisions = v } }),
        new PlanSection<Operations.Safety.Evidence>("evidence", c => c.Safety.Evidence, e => e.Id, (c, v) => c with { Safety = c.Safety with { Evidence = v } }),
        new PlanSection<Operations.Cargo.CargoItem>("cargo", c => c.Cargo, i => i.Id.Value, (c, v) => c with { Cargo = v }),
        new PlanSection<Operations.Cargo.CargoBag>("cargo-bag", c => c.Supply.Bags, b => b.Id, (c, v) => c with { Supply = c.Supply with { Bags = v } }),
        new PlanSection<Operations.Cargo.HazardSegregation>("hazard-segregation", c => c.Supply.Segregation, s => s.Id, (c, v) => c with { Supply = c.Supply with { Segregation = v } }),
        new PlanSection<Operations.Supply.Consumable>("consumable", c => c.Supply.Consumables, x => x.Id, (c, v) => c with { Supply = c.Supply with { Consumables = v } }),
        new PlanSection<Operations.Supply.StationStock>("station-stock", c => c.Supply.Stocks, s => s.Id, (c, v) => c with { Supply = c.Supply with { Stocks = v } }),
        new PlanSection<Operations.Supply.StockAudit>("stock-audit", c => c.Supply.Audits, a => a.Id, (c, v) => c with { Supply = c.Supply with { Audits = v } }),
    ];

    /// <summary>Kind and id of everything that stands twice in its list.</summary>
    public static IEnumerable<(string Kind, string Id)> Doubles(Campaign campaign) =>
        All.SelectMany(s => s.Doubles(campaign).Select(id => (s.Kind, id)));

    /// <param name="before">Null: the campaign is new.</param>
    public static ImmutableArray<PartChange> Changes(Campaign? before, Campaign after, Ordinals ordinals)
    {
        var from = before ?? Campaign.Empty(after.Id, "");
        return [.. All.SelectMany(s => s.Changes(from, after, ordinals))];
    }

    public static Campaign Apply(Campaign campaign, IEnumerable<StoredPart> parts, Ordinals ordinals)
    {
        var byKind = parts.ToLookup(p => p.Kind);
        return All.Aggregate(campaign, (c, section) => section.Apply(c, [.. byKind[section.Kind]], ordinals));
    }
}
