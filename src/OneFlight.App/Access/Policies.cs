using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using static OneFlight.App.Access.Role;

namespace OneFlight.App.Access;

/// <summary>Every policy by name, and which roles may: the one place where access is decided.</summary>
/// <remarks>A page or endpoint without one of these names is refused by the fallback, and by a test.</remarks>
public static class Policies
{
    /// <summary>Open to anyone: the health check and signing in.</summary>
    public const string Anyone = "anyone";

    public const string CampaignRead = "campaign-read", CampaignExport = "campaign-export", PlanTry = "plan-try", PlanCommit = "plan-commit",
        PlanRevert = "plan-revert", TaskTick = "task-tick", AcceptDecide = "accept-decide", LiveRead = "live-read",
        QualificationRead = "qualification-read", QualificationWrite = "qualification-write", SelectionWrite = "selection-write",
        MedicalRead = "medical-read", MedicalWrite = "medical-write", IdentityRead = "identity-read",
        TrainingRead = "training-read", TrainingWrite = "training-write",
        SafetyRead = "safety-read", SafetyWrite = "safety-write", ReadinessRead = "readiness-read", DossierRead = "dossier-read",
        CargoRead = "cargo-read", CargoWrite = "cargo-write", SupplyRead = "supply-read", SupplyWrite = "supply-write",
        ControlRead = "control-read", ControlWrite = "control-write", VoteCast = "vote-cast", MishapReport = "mishap-report", MishapLead = "mishap-lead",
        CommercialRead = "commercial-read", CommercialWrite = "commercial-write", NoticeRead = "notice-read", NoticeWrite = "notice-write", NoticeApprove = "notice-approve",
        FamilyRead = "family-read", RequestWrite = "request-write", CareRead = "care-read", CareWrite = "care-write",
        VerdictRead = "verdict-read", VerdictWrite = "verdict-write", PerformanceRead = "performance-read", LessonWrite = "lesson-write", LibraryRead = "library-read",
        PortalRead = "portal-read", PortalWrite = "portal-write", PartnerDesk = "partner-desk";

    private static readonly ImmutableArray<Role> all = [.. Enum.GetValues<Role>()];

    /// <summary>Those who work for the operator.</summary>
    public static readonly ImmutableArray<Role> Staff = [Planner, Role.Training, Surgeon, Role.Safety, FlightDirector, Logistics, Steward, Executive];

    /// <summary>Those who stand on the other side of the portal.</summary>
    public static readonly ImmutableArray<Role> Customers = [Guest, Office, Agency, Laboratory, Broker, Family];

    /// <summary>Policy × role. A role that is not named may not.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Role>> Table { get; } = new Dictionary<string, ImmutableArray<Role>>
    {
        [CampaignRead] = Staff,
        [LiveRead] = all,
        [PlanTry] = Staff,
        [CampaignExport] = [Planner],
        [PlanCommit] = [Planner],
        [PlanRevert] = [Planner],
        [TaskTick] = [Planner, Steward],
        [AcceptDecide] = [Planner],
        [QualificationRead] = Staff,
        [QualificationWrite] = [Planner, Role.Training],
        [SelectionWrite] = [Planner, Role.Training],
        [MedicalRead] = [Surgeon],
        [MedicalWrite] = [Surgeon],
        [IdentityRead] = [Steward, Surgeon],
        [TrainingRead] = Staff,
        [TrainingWrite] = [Role.Training],
        [SafetyRead] = Staff,
        [SafetyWrite] = [Role.Safety],
        [ReadinessRead] = Staff,
        [DossierRead] = [Planner, Role.Safety, FlightDirector, Executive],
        [CargoRead] = Staff,
        [CargoWrite] = [Logistics],
        [SupplyRead] = Staff,
        [SupplyWrite] = [Logistics],
        [ControlRead] = Staff,
        [ControlWrite] = [FlightDirector],
        [VoteCast] = Staff,
        [MishapReport] = Staff,
        [MishapLead] = [Role.Safety, FlightDirector],
        [CommercialRead] = [Planner, Steward, Executive],
        [CommercialWrite] = [Steward],
        [NoticeRead] = [Planner, FlightDirector, Steward, Executive],
        [NoticeWrite] = [Steward],
        [NoticeApprove] = [Planner, FlightDirector, Executive],
        [FamilyRead] = [Steward],
        [RequestWrite] = [FlightDirector, Steward],
        [CareRead] = [Surgeon, Steward],
        [CareWrite] = [Steward],
        [VerdictRead] = Staff,
        [VerdictWrite] = [Steward, FlightDirector],
        [PerformanceRead] = Staff,
        [LessonWrite] = Staff,
        [LibraryRead] = Staff,
        [PortalRead] = Customers,
        [PortalWrite] = Customers,
        [PartnerDesk] = [Partner],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>True when the viewer has a role that the policy names.</summary>
    public static bool May(this Viewer viewer, string policy) => Table[policy].Any(viewer.Roles.Contains);

    /// <summary>Adds the policies; whatever names none is refused.</summary>
    public static void AddPolicies(this AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, p => p.RequireAssertion(_ => true));
        foreach (var policy in Table.Keys)
            options.AddPolicy(policy, p => p.RequireAuthenticatedUser().RequireAssertion(c => Viewer.From(c.User) is { } viewer && viewer.May(policy)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.DefaultPolicy = options.FallbackPolicy;
    }
}
