namespace OneFlight.Storage.Tenancy;

/// <summary>A row that belongs to an operator. Every table has one; the context shows and takes only rows of its own tenant.</summary>
public interface ITenantRow
{
    OperatorId Operator { get; }
}
