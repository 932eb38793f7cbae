using System.Collections.Immutable;

namespace OneFlight.App.Documents;

/// <summary>One line of text in its place; lengths in points from the lower left corner of the page.</summary>
public sealed record PlacedText(string Text, double X, double Y, double Size, bool Bold, double Gray);

/// <summary>A thin line or a shade; decoration that is not read aloud.</summary>
public sealed record PlacedRule(double X, double Y, double Width, double Height, double Gray);

/// <summary>An element of the document's structure, as a reading machine follows it.</summary>
/// <param name="Role">Such as H1, P, Table, TR, TH or TD.</param>
public sealed class PaperElement(string Role, PaperElement? parent)
{
    public string Role { get; } = Role;
    public PaperElement? Parent { get; } = parent;
    public List<PaperElement> Children { get; } = [];
    public List<(int Page, PlacedText Text)> Texts { get; } = [];

    public PaperElement Add(string role)
    {
        var child = new PaperElement(role, this);
        Children.Add(child);
        return child;
    }
}

/// <summary>What stands on one page.</summary>
public sealed class PaperPage
{
    public List<(PaperElement? Element, PlacedText Text)> Texts { get; } = [];
    public List<PlacedRule> Rules { get; } = [];
}

/// <summary>Lays a document out on A4 pages: lines are broken at words, a table's head is repeated, a heading stays with what follows.</summary>
public sealed class PaperLayout
{
    public const double PageWidth = 595.28, PageHeight = 841.89;
    private const double margin = 48, foot = 40, leading = 1.42, pad = 4, cellSize = 8;
    private readonly TrueTypeFont regular, bold;
    private double y;

    private PaperLayout(TrueTypeFont regular, TrueTypeFont bold) => (this.regular, this.bold) = (regular, bold);

    public List<PaperPage> Pages { get; } = [];
    public PaperElement Root { get; } = new("Document", null);

    public static PaperLayout Of(PaperDocument document, TrueTypeFont regular, TrueTypeFont bold)
    {
        var layout = new PaperLayout(regular, bold);
        layout.NewPage();
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            // A heading never stands alone at the foot of a page, nor do two.
            if (document.Blocks[i] is PaperHeading) layout.Need(document.Blocks.Skip(i).TakeWhile((b, n) => n == 0 || document.Blocks[i + n - 1] is PaperHeading).Sum(layout.Least));
            layout.Place(document.Blocks[i]);
        }
        layout.Foot(document);
        return layout;
    }

    private void Place(PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading: Place(heading); break;
            case PaperText text: Place(text); break;
            case PaperTable table: Place(table); break;
            case PaperFacts facts: Place(facts); break;
        }
    }

    private void Place(PaperHeading heading)
    {
        var size = heading.Level switch { 1 => 20.0, 2 => 13.0, _ => 10.0 };
        var lines = Break(heading.Text, size, Width, isBold: true);
        if (heading.Level > 1) y -= heading.Level == 2 ? 16 : 8;
        Write(Root.Add($"H{heading.Level}"), lines, margin, size, isBold: true, 0);
        y -= heading.Level == 1 ? 6 : 4;
    }

    /// <summary>The least height of which a block can begin on a page.</summary>
    private double Least(PaperBlock block) => block switch
    {
        PaperHeading heading => heading.Level switch { 1 => 40, 2 => 40, _ => 28 },
        PaperTable table => Height(Cells(table, table.Head, true)) + (table.Rows.IsEmpty ? 0 : Height(Cells(table, table.Rows[0], false))),
        _ => 32,
    };

    private void Place(PaperText text)
    {
        var (size, isBold, gray) = text.Style switch
        {
            PaperStyle.Words => (14.0, false, 0.0),
            PaperStyle.Quiet => (8.5, false, 0.38),
            PaperStyle.Strong => (9.5, true, 0.0),
            _ => (9.5, false, 0.0),
        };
        var element = Root.Add("P");
        foreach (var paragraph in text.Text.Split('\n'))
            foreach (var line in Break(paragraph, size, Width, isBold))
            {
                Need(size * leading);
                Write(element, [line], margin, size, isBold, gray);
            }
        y -= 5;
    }

    private void Place(PaperFacts facts)
    {
        const double name = 120, size = 9;
        var table = Root.Add("Table");
        foreach (var (label, value) in facts.Facts)
        {
            var (left, right) = (Break(label, size, name - 8, false), Break(value, size, Width - name, false));
            Need(Math.Max(left.Count, right.Count) * size * leading);
            var (row, top) = (table.Add("TR"), y);
            Write(row.Add("TH"), left, margin, size, false, 0.38);
            var below = y;
            y = top;
            Write(row.Add("TD"), right, margin + name, size, false, 0);
            y = Math.Min(y, below) - 2;
        }
        y -= 6;
    }

    private void Place(PaperTable table)
    {
        var widths = Widths(table);
        var element = Root.Add("Table");
        var head = Cells(table, table.Head, true);
        Need(Least(table));
        Row(element, head, widths, isHead: true, repeated: false);
        foreach (var texts in table.Rows)
        {
            var cells = Cells(table, texts, false);
            if (y - Height(cells) < foot + 14)
            {
                NewPage();
                Row(element, head, widths, isHead: true, repeated: true);
            }
            Row(element, cells, widths, isHead: false, repeated: false);
        }
        y -= 10;
    }

    private static double[] Widths(PaperTable table) => [.. table.Widths.Select(w => w / table.Widths.Sum() * Width)];

    private List<string>[] Cells(PaperTable table, ImmutableArray<string> texts, bool isBold)
    {
        var widths = Widths(table);
        return [.. texts.Select((t, i) => t.Split('\n').SelectMany(p => Break(p, cellSize, widths[i] - (2 * pad), isBold)).ToList())];
    }

    private static double Height(List<string>[] cells) => (cells.Max(c => Math.Max(1, c.Count)) * cellSize * leading) + (2 * pad);

    /// <param name="repeated">A head on a later page is decoration: it was read before.</param>
    private void Row(PaperElement table, List<string>[] cells, double[] widths, bool isHead, bool repeated)
    {
        var height = Height(cells);
        var row = repeated ? null : table.Add("TR");
        var (x, top) = (margin, y);
        if (isHead) Pages[^1].Rules.Add(new(margin, top - height, Width, height, 0.94));
        for (var i = 0; i < cells.Length; i++)
        {
            y = top - pad;
            Write(row?.Add(isHead ? "TH" : "TD"), cells[i], x + pad, cellSize, isHead, isHead ? 0.25 : 0);
            x += widths[i];
        }
        y = top - height;
        Pages[^1].Rules.Add(new(margin, y, Width, 0.5, 0.82));
    }

    private void Write(PaperElement? element, IReadOnlyList<string> lines, double x, double size, bool isBold, double gray)
    {
        foreach (var line in lines)
        {
            y -= size * leading;
            if (line.Length == 0) continue;
            var text = new PlacedText(line, x, y + (size * (leading - 1) / 2) + (size * 0.12), size, isBold, gray);
            Pages[^1].Texts.Add((element, text));
            element?.Texts.Add((Pages.Count - 1, text));
        }
    }

    private void Foot(PaperDocument document)
    {
        const double size = 7.5;
        for (var i = 0; i < Pages.Count; i++)
        {
            var number = FormattableString.Invariant($"page {i + 1} of {Pages.Count}");
            Pages[i].Rules.Add(new(margin, foot - 2, Width, 0.5, 0.82));
            Pages[i].Texts.Add((null, new(Cut(document.Version, size, Width - 80), margin, foot - 14, size, false, 0.38)));
            Pages[i].Texts.Add((null, new(number, margin + Width - regular.Width(number, size), foot - 14, size, false, 0.38)));
        }
    }

    private string Cut(string text, double size, double width)
    {
        while (regular.Width(text, size) > width) text = text[..^2].TrimEnd() + "…";
        return text;
    }

    private static double Width => PageWidth - (2 * margin);

    private void Need(double height)
    {
        if (y - height < foot + 8) NewPage();
    }

    private void NewPage()
    {
        Pages.Add(new());
        y = PageHeight - margin;
    }

    /// <summary>Breaks at spaces; a word wider than the line is broken anywhere.</summary>
    private List<string> Break(string text, double size, double width, bool isBold)
    {
        var font = isBold ? bold : regular;
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, font, size, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.Width(longer, size) <= width) line = longer;
            else
            {
                if (line.Length > 0) lines.Add(line);
                line = word;
            }
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, TrueTypeFont font, double size, double width)
    {
        while (font.Width(word, size) > width)
        {
            var length = word.Length - 1;
            while (length > 1 && (font.Width(word[..length], size) > width || char.IsHighSurrogate(word[length - 1]))) length--;
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }
}
