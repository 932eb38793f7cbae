namespace OneFlight.Primitives;

/// <summary>Why a request cannot be met, said so that the reader can mend it.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>duplicate-id</c>.</param>
/// <param name="Where">The place in the input.</param>
/// <param name="Found">What stands there now, shortened for reading.</param>
/// <param name="Expected">What would be accepted, with an example where that helps.</param>
public sealed record Problem(string Code, Place Where, string Found, string Expected)
{
    /// <summary>One sentence: "manifest.csv line 14, mass: found '12,5', expected kilograms such as 12.5".</summary>
    public string Message => Where.ToString() is { Length: > 0 } place
        ? $"{place}: found {Found}, expected {Expected}"
        : $"found {Found}, expected {Expected}";

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message}";
}

/// <summary>A place in an input: the file, the line or row counted from one, and the field or the thing.</summary>
public readonly record struct Place(string? File = null, int? Line = null, string? Field = null)
{
    /// <summary>A place that is a thing in a plan or a field of a form, not a line of a file.</summary>
    public static Place Of(string field) => new(Field: field);

    /// <inheritdoc/>
    public override string ToString()
    {
        var file = (File, Line) switch
        {
            (null, null) => "",
            (null, _) => $"line {Line}",
            (_, null) => File,
            _ => $"{File} line {Line}",
        };
        return Field is null ? file! : file is "" ? Field : $"{file}, {Field}";
    }
}
