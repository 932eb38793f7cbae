using System.Collections.Immutable;
using OneFlight.Primitives;

namespace OneFlight.App.Shell;

/// <summary>Something that cannot be shown or done: what, why, and what to do next.</summary>
public sealed record RefusalView(string Title, string Text, ImmutableArray<Problem> Problems, string Back, string BackText);
