using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneFlight.Storage.Changes;

/// <summary>Says that something was kept, so that others look again.</summary>
/// <param name="Campaign">Null: the feed was interrupted, anything may have changed.</param>
/// <param name="Revision">The new revision, or the one whose task or request changed.</param>
/// <param name="Task">Line of the hear-list that was ticked off.</param>
/// <param name="Request">Request that another party decided.</param>
/// <param name="Stream">Stream of the logbook that was added to; empty for a closed compartment, whose streams name nobody.</param>
public sealed record StoredChange(string? Operator, string? Campaign, int? Revision, string? Task = null, string? Request = null, string? Stream = null)
{
    internal const string Channel = "oneflight";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Look at everything again.</summary>
    public static StoredChange Anything { get; } = new(null, null, null);

    internal string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null: not one of ours.</summary>
    internal static StoredChange? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredChange>(payload, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
