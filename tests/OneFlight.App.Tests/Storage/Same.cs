using System.Collections;
using System.Reflection;

namespace OneFlight.App.Tests.Storage;

/// <summary>Compares two values field by field, seeing through arrays, which records do not.</summary>
internal static class Same
{
    /// <summary>Where the values first differ; null when they do not.</summary>
    public static string? Difference(object? left, object? right, string path = "")
    {
        if (left is null || right is null) return left is null && right is null ? null : $"{path}: {left ?? "null"} or {right ?? "null"}";
        if (left.GetType() != right.GetType()) return $"{path}: {left.GetType()} or {right.GetType()}";
        if (left is string or IComparable || left.GetType().Namespace!.StartsWith("NodaTime", StringComparison.Ordinal))
            return left.Equals(right) ? null : $"{path}: {left} or {right}";
        if (left is IEnumerable items)
        {
            var lefts = items.Cast<object>().ToList();
            var rights = ((IEnumerable)right).Cast<object>().ToList();
            return lefts.Count != rights.Count
                ? $"{path}: {lefts.Count} or {rights.Count} items"
                : lefts.Zip(rights).Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        }
        return left.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(f => Difference(f.GetValue(left), f.GetValue(right), $"{path}.{f.Name}")).FirstOrDefault(d => d is not null);
    }
}
