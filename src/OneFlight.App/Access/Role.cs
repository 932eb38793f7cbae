namespace OneFlight.App.Access;

/// <summary>What a person does at the operator. Each policy names the roles that may.</summary>
public enum Role
{
    /// <summary>Plans the campaign and keeps new revisions.</summary>
    Planner,

    /// <summary>Looks after customers: tells them, and hears them.</summary>
    Steward,

    /// <summary>Reads everything that is not behind a compartment, changes nothing.</summary>
    Reader,
}
