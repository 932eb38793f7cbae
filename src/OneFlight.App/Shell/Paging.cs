using System.Collections.Immutable;

namespace OneFlight.App.Shell;

/// <summary>One page of a long table.</summary>
/// <param name="Number">Counted from one.</param>
/// <param name="Total">Rows over all pages.</param>
public sealed record Paging<T>(ImmutableArray<T> Rows, int Number, int Pages, int Total)
{
    public const int Size = 100;

    public int First => Total == 0 ? 0 : (Number - 1) * Size + 1;
    public int Last => First + Rows.Length - (Total == 0 ? 0 : 1);

    /// <summary>The page asked for, or the nearest there is.</summary>
    public static Paging<T> Of(IReadOnlyCollection<T> all, int? page)
    {
        var pages = Math.Max(1, (all.Count + Size - 1) / Size);
        var number = Math.Clamp(page ?? 1, 1, pages);
        return new([.. all.Skip((number - 1) * Size).Take(Size)], number, pages, all.Count);
    }
}
