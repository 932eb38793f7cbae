namespace OneFlight.Storage.Tenancy;

/// <summary>Says for which operator the work at hand is done; the host reads it from the signed-in user.</summary>
public interface ITenant
{
    OperatorId Operator { get; }
}

/// <summary>Work for one operator known beforehand: setting up, the command line.</summary>
public sealed record FixedTenant(OperatorId Operator) : ITenant;
