using OneFlight.App.Access;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;

namespace OneFlight.App.Tests.Access;

/// <summary>The cells of the one table: role × policy × relation × compartment.</summary>
public sealed class PolicyCellTests
{
    private static Viewer A(Role role, string? person = null, string? organization = null) => new("demonstration", "", "", [role], person, organization);

    private static readonly Relation[] Each = [Relation.Participant, Relation.Office, Relation.Customer, Relation.Broker, Relation.Family, Relation.Party];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private static CustomerMission AMission(string? participant = "p", string? office = "o", string? customer = "c", string? broker = "b", string? family = "f") => new(
        new("M"), "Mission", CustomerKind.Participant, null, customer is null ? null : new(customer), participant is null ? null : new(participant),
        broker is null ? null : new(broker), Posture.Silent, null, false, "words", [], family is null ? null : new(family))
    { Office = office is null ? null : new(office) };

    [Theory]
    [MemberData(nameof(Roles))]
    public void What_is_ones_own_opens_to_ones_own_relation_and_to_no_other(Role role)
    {
        foreach (var policy in Policies.OwnOnly)
            foreach (var relation in Each)
                Assert.Equal(Policies.Table[policy].Contains(role) && role.Own() == relation, A(role).May(policy, relation));
        Assert.All(Policies.OwnOnly, policy => Assert.False(A(role).May(policy, Relation.None)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Elsewhere_a_relation_gives_nothing_and_takes_nothing(Role role)
    {
        foreach (var policy in Policies.Table.Keys.Except(Policies.OwnOnly))
            foreach (var relation in Each.Append(Relation.None))
                Assert.Equal(A(role).May(policy), A(role).May(policy, relation));
    }

    [Fact]
    public void Two_roles_do_not_lend_each_other_their_relation()
    {
        var both = A(Role.Family) with { Roles = [Role.Family, Role.Broker] };
        Assert.True(both.May(Policies.PortalRead, Relation.Family));
        Assert.False(both.May(Policies.PortalRead, Relation.Participant));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Findings_open_to_the_surgeon_alone_and_identities_to_steward_and_surgeon(Role role)
    {
        Assert.Equal(role == Role.Surgeon, A(role).MayOpen(Compartment.Medical));
        Assert.Equal(role is Role.Surgeon or Role.Steward, A(role).MayOpen(Compartment.Identity));
        Assert.Equal(role == Role.Steward, A(role).MayOpen(Compartment.Family));
        Assert.Equal(role is Role.Planner or Role.Steward or Role.Executive, A(role).MayOpen(Compartment.Commercial));
        Assert.Equal(role is Role.Surgeon or Role.Steward, A(role).MayOpen(Compartment.Care));
        Assert.Equal(Policies.Staff.Contains(role), A(role).MayOpen(Compartment.Operations));
    }

    [Fact]
    public void Every_name_in_the_demands_is_a_policy()
    {
        Assert.Subset(Policies.Table.Keys.ToHashSet(), Policies.OwnOnly.ToHashSet());
        Assert.Subset(Policies.Table.Keys.ToHashSet(), Policies.Opens.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("p", null, Relation.Participant)]
    [InlineData("f", null, Relation.Family)]
    [InlineData(null, "o", Relation.Office)]
    [InlineData(null, "c", Relation.Customer)]
    [InlineData(null, "b", Relation.Broker)]
    [InlineData("q", "z", Relation.None)]
    [InlineData("o", "p", Relation.None)]
    [InlineData(null, null, Relation.None)]
    public void A_relation_comes_from_the_mission_itself(string? person, string? organization, Relation expected) =>
        Assert.Equal(expected, A(Role.Guest, person, organization).To(AMission()));

    [Fact]
    public void Who_has_no_id_is_nobody_to_a_mission_that_names_nobody() =>
        Assert.Equal(Relation.None, A(Role.Guest).To(AMission(null, null, null, null, null)));

    [Fact]
    public void A_request_is_its_partys_own()
    {
        Assert.Equal(Relation.Party, A(Role.Partner, organization: "lyra").ToParty("organization:lyra"));
        Assert.Equal(Relation.None, A(Role.Partner, organization: "lyra").ToParty("organization:lyra-2"));
        Assert.Equal(Relation.None, A(Role.Partner).ToParty("organization:"));
    }
}
