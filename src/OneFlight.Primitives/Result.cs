using System.Collections.Immutable;

namespace OneFlight.Primitives;

/// <summary>A value, or every problem that stands in its way; never both, never neither.</summary>
/// <remarks>A weakness of a plan is a finding in the value, and a bug is an exception; this is for requests that cannot be met.</remarks>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly ImmutableArray<Problem> problems;

    private Result(T? value, ImmutableArray<Problem> problems) => (this.value, this.problems) = (value, problems);

    /// <summary>All problems; empty when there is a value.</summary>
    public ImmutableArray<Problem> Problems => problems.IsDefault ? [] : problems;

    /// <summary>True when there is a value.</summary>
    public bool Succeeded => Problems.IsEmpty;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There are problems instead.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException(string.Join("; ", Problems.Select(p => p.ToString())));

    public static implicit operator Result<T>(T value) => new(value, []);
    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);
    public static implicit operator Result<T>(ImmutableArray<Problem> problems) => problems.IsDefaultOrEmpty
        ? throw new ArgumentException("A result without a value needs at least one problem.", nameof(problems))
        : new(default, problems);

    /// <summary>Goes on with the value, or passes the problems along.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Succeeded ? next(value!) : Problems;

    /// <summary>Goes on with the value at the edge, or passes the problems along.</summary>
    public async Task<Result<TNext>> Then<TNext>(Func<T, Task<Result<TNext>>> next) => Succeeded ? await next(value!) : Problems;

    /// <summary>Turns either form into one.</summary>
    public TOut Match<TOut>(Func<T, TOut> some, Func<ImmutableArray<Problem>, TOut> none) => Succeeded ? some(value!) : none(Problems);
}

/// <summary>Makes results where the conversion cannot be written: of an interface.</summary>
public static class Result
{
    public static Result<T> Of<T>(T value) => value;
}
