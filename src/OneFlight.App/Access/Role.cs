namespace OneFlight.App.Access;

/// <summary>What a person does at the operator, or what they are to one of its missions. Each policy names the roles that may.</summary>
public enum Role
{
    /// <summary>Plans the campaign and keeps new revisions.</summary>
    Planner,

    /// <summary>Runs training: assignments, attendance, grades, certificates.</summary>
    Training,

    /// <summary>Flight surgeon; alone reads findings.</summary>
    Surgeon,

    /// <summary>Hazards, consent documents, requirements, mishaps.</summary>
    Safety,

    /// <summary>Leads launch day and flight.</summary>
    FlightDirector,

    /// <summary>Cargo, custody and stock.</summary>
    Logistics,

    /// <summary>Looks after customers: tells them, and hears them.</summary>
    Steward,

    /// <summary>Reads everything of the operator that is not behind a compartment.</summary>
    Executive,

    /// <summary>The desk of a partner organization: sees what it is asked to accept.</summary>
    Partner,

    /// <summary>Flies as a customer; sees their own mission.</summary>
    Guest,

    /// <summary>The office through which a guest is reached.</summary>
    Office,

    /// <summary>The agency that sent an astronaut.</summary>
    Agency,

    /// <summary>The laboratory whose samples fly.</summary>
    Laboratory,

    /// <summary>The broker through whom a customer came.</summary>
    Broker,

    /// <summary>A relative of someone who flies.</summary>
    Family,
}
