using System.Collections.Immutable;
using NodaTime;

namespace OneFlight.App.Documents;

/// <summary>A document for paper: what it says, not where it stands on the page.</summary>
/// <param name="Version">Printed at the foot of every page: what this is a version of.</param>
/// <param name="At">The date that the document carries; nothing in it depends on when it is printed.</param>
public sealed record PaperDocument(string Title, string Subject, string Version, string Language, Instant At, ImmutableArray<PaperBlock> Blocks);

public abstract record PaperBlock;

/// <param name="Level">1 the title, 2 and 3 below it.</param>
public sealed record PaperHeading(int Level, string Text) : PaperBlock;

public enum PaperStyle { Text, Quiet, Words, Strong }

/// <param name="Style"><see cref="PaperStyle.Words"/>: someone's own words, set larger.</param>
public sealed record PaperText(string Text, PaperStyle Style = PaperStyle.Text) : PaperBlock;

/// <summary>A table whose head is repeated on every page that it reaches.</summary>
/// <param name="Widths">Shares of the width, one a column.</param>
/// <param name="Name">For those who hear it read.</param>
public sealed record PaperTable(string Name, ImmutableArray<string> Head, ImmutableArray<double> Widths, ImmutableArray<ImmutableArray<string>> Rows) : PaperBlock;

/// <summary>Names and values side by side.</summary>
public sealed record PaperFacts(ImmutableArray<(string Name, string Value)> Facts) : PaperBlock;
