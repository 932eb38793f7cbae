using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace OneFlight.Storage;

/// <summary>Column names as PostgreSQL users write them by hand.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            property.SetColumnName(property.Name switch
            {
                "Operator" => "operator_id",
                "Campaign" => "campaign_id",
                _ => WordStart().Replace(property.Name, "_").ToLowerInvariant(),
            });
        }
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
