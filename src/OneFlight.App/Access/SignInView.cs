using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Access;

/// <summary>Whom one can be in the demonstration, by role.</summary>
/// <param name="Back">Where one was; kept when the new role may see it.</param>
public sealed record SignInView(string Back, ImmutableArray<RoleChoice> Staff, ImmutableArray<RoleChoice> Outside)
{
    public static SignInView From(Campaign? story, string back) => new(back,
        [.. Policies.Staff.Select(role => new RoleChoice(role, Cast.In(role, story)))],
        [.. Policies.Customers.Prepend(Role.Partner).Select(role => new RoleChoice(role, Cast.In(role, story)))]);
}

/// <param name="Members">Whom one meets first in front.</param>
public sealed record RoleChoice(Role Role, ImmutableArray<CastMember> Members);
