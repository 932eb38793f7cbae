using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using OneFlight.Operations.Logbook;
using static OneFlight.App.Access.Role;

namespace OneFlight.App.Access;

/// <summary>Every policy by name, which roles may, on what, and which compartment it opens: the one place where access is decided.</summary>
/// <remarks>A page or endpoint without one of these names is refused by the fallback, and by a test that calls every endpoint in every role.</remarks>
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

    /// <summary>Policies that hold only for what is one's own: their roles' <see cref="Relations.Own"/> is demanded.</summary>
    public static readonly ImmutableSortedSet<string> OwnOnly = ImmutableSortedSet.Create(StringComparer.Ordinal, PortalRead, PortalWrite, PartnerDesk);

    /// <summary>The closed compartment that a policy opens; every other policy opens none but operations.</summary>
    public static ImmutableSortedDictionary<string, Compartment> Opens { get; } = new Dictionary<string, Compartment>
    {
        [MedicalRead] = Compartment.Medical,
        [MedicalWrite] = Compartment.Medical,
        [IdentityRead] = Compartment.Identity,
        [FamilyRead] = Compartment.Family,
        [CareRead] = Compartment.Care,
        [CareWrite] = Compartment.Care,
        [CommercialRead] = Compartment.Commercial,
        [CommercialWrite] = Compartment.Commercial,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>True when the viewer has a role that the policy names: the door. What lies behind it may be someone else's.</summary>
    public static bool May(this Viewer viewer, string policy) => Table[policy].Any(viewer.Roles.Contains);

    /// <summary>The whole cell, role × policy × relation: true when the viewer has a role that the policy names and, where it holds for one's
    /// own only, is that to it.</summary>
    public static bool May(this Viewer viewer, string policy, Relation relation) =>
        Table[policy].Any(role => viewer.Roles.Contains(role) && (!OwnOnly.Contains(policy) || (role.Own() & relation) != 0));

    /// <summary>True when some policy lets the viewer's role read the compartment.</summary>
    public static bool MayOpen(this Viewer viewer, Compartment compartment) =>
        compartment == Compartment.Operations ? viewer.May(CampaignRead) : Opens.Any(o => o.Value == compartment && viewer.May(o.Key));

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
