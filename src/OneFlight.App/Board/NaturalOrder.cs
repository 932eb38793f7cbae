namespace OneFlight.App.Board;

/// <summary>Names in the order a person expects: Capsule 2 before Capsule 10.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            ReadOnlySpan<char> a = left[..Run(left)], b = right[..Run(right)];
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0])
                ? CompareNumbers(a.TrimStart('0'), b.TrimStart('0'))
                : a.CompareTo(b, StringComparison.OrdinalIgnoreCase);
            if (order != 0) return order;
            left = left[a.Length..];
            right = right[b.Length..];
        }
        return left.Length.CompareTo(right.Length);
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);

    /// <summary>Length of the digits, or of the other characters, that the text begins with.</summary>
    private static int Run(ReadOnlySpan<char> text)
    {
        var digits = char.IsAsciiDigit(text[0]);
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length]) == digits) length++;
        return length;
    }
}
