using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace OneFlight.App.Documents;

/// <summary>Writes a laid-out document as PDF 1.7: tagged, with title, language and outline, fonts embedded as far as they are used. The same
/// document gives the same bytes.</summary>
/// <remarks>Source: ISO 32000-1, 7 (syntax), 9.6 to 9.8 (fonts), 14.7 and 14.8 (structure and tags).</remarks>
public sealed class PdfFile
{
    private const int Catalog = 1, PageTree = 2, Info = 3, Structure = 4, ParentTree = 5, Outlines = 6, FirstFont = 7, ObjectsOfFont = 5;
    private readonly SortedDictionary<int, byte[]> objects = [];
    private readonly TrueTypeFont[] fonts;
    private readonly SortedDictionary<int, int>[] used = [[], []];
    private int last = FirstFont + (2 * ObjectsOfFont) - 1;

    private PdfFile(TrueTypeFont regular, TrueTypeFont bold) => fonts = [regular, bold];

    public static byte[] Write(PaperDocument document, TrueTypeFont regular, TrueTypeFont bold) =>
        new PdfFile(regular, bold).Bytes(document, PaperLayout.Of(document, regular, bold));

    private byte[] Bytes(PaperDocument document, PaperLayout layout)
    {
        var pages = layout.Pages.Select(_ => Next()).ToArray();
        var numbers = new Dictionary<PaperElement, int>();
        Number(layout.Root, numbers);
        for (var i = 0; i < pages.Length; i++) Page(layout.Pages[i], i, pages[i]);
        WriteStructure(layout, numbers, pages);
        WriteOutline(layout, pages);
        for (var i = 0; i < fonts.Length; i++) Font(i);
        Put(PageTree, $"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select(p => $"{p} 0 R"))}]>>");
        Put(Info, $"<</Title {Text(document.Title)}/Subject {Text(document.Subject)}/Producer (OneFlight)/CreationDate (D:{InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmmss").Format(document.At)}Z)>>");
        Put(Catalog, $"<</Type/Catalog/Pages {PageTree} 0 R/Lang({document.Language})/MarkInfo<</Marked true>>/StructTreeRoot {Structure} 0 R/Outlines {Outlines} 0 R/ViewerPreferences<</DisplayDocTitle true>>>>");
        return File();
    }

    private int Next() => ++last;

    private void Number(PaperElement element, Dictionary<PaperElement, int> numbers)
    {
        numbers[element] = Next();
        foreach (var child in element.Children) Number(child, numbers);
    }

    private void Page(PaperPage page, int index, int number)
    {
        var content = new StringBuilder("/Artifact BMC\n");
        foreach (var rule in page.Rules) content.Append(CultureInfo.InvariantCulture, $"{N(rule.Gray)} g {N(rule.X)} {N(rule.Y)} {N(rule.Width)} {N(rule.Height)} re f\n");
        content.Append("EMC\n");
        var mark = 0;
        foreach (var (element, text) in page.Texts)
        {
            content.Append(element is null ? "/Artifact BMC\n" : FormattableString.Invariant($"/{element.Role} <</MCID {mark++}>> BDC\n"));
            content.Append(CultureInfo.InvariantCulture, $"BT /F{(text.Bold ? 1 : 0)} {N(text.Size)} Tf {N(text.Gray)} g 1 0 0 1 {N(text.X)} {N(text.Y)} Tm <{Glyphs(text.Text, text.Bold ? 1 : 0)}> Tj ET\nEMC\n");
        }
        var stream = Next();
        Put(stream, "", Encoding.ASCII.GetBytes(content.ToString()));
        Put(number, $"<</Type/Page/Parent {PageTree} 0 R/MediaBox[0 0 {N(PaperLayout.PageWidth)} {N(PaperLayout.PageHeight)}]/Resources<</Font<</F0 {FirstFont} 0 R/F1 {FirstFont + ObjectsOfFont} 0 R>>>>/Contents {stream} 0 R/StructParents {index}/Tabs/S>>");
    }

    private void WriteStructure(PaperLayout layout, Dictionary<PaperElement, int> numbers, int[] pages)
    {
        // Marks are counted on each page in the order in which its texts stand.
        var marks = new Dictionary<(int Page, PlacedText), int>(ReferencePairs.Instance);
        var parents = new StringBuilder();
        for (var i = 0; i < layout.Pages.Count; i++)
        {
            var tagged = layout.Pages[i].Texts.Where(t => t.Element is not null).ToList();
            for (var m = 0; m < tagged.Count; m++) marks[(i, tagged[m].Text)] = m;
            parents.Append(CultureInfo.InvariantCulture, $"{i} [{string.Join(' ', tagged.Select(t => $"{numbers[t.Element!]} 0 R"))}] ");
        }
        foreach (var (element, number) in numbers)
        {
            var kids = element.Children.Select(c => $"{numbers[c]} 0 R")
                .Concat(element.Texts.Select(t => $"<</Type/MCR/Pg {pages[t.Page]} 0 R/MCID {marks[(t.Page, t.Text)]}>>"));
            var parent = element.Parent is { } above ? numbers[above] : Structure;
            Put(number, $"<</Type/StructElem/S/{element.Role}/P {parent} 0 R{(element.Role == "TH" ? "/A<</O/Table/Scope/Column>>" : "")}/K[{string.Join(' ', kids)}]>>");
        }
        Put(Structure, $"<</Type/StructTreeRoot/K {numbers[layout.Root]} 0 R/ParentTree {ParentTree} 0 R/ParentTreeNextKey {pages.Length}>>");
        Put(ParentTree, $"<</Nums[{parents}]>>");
    }

    private void WriteOutline(PaperLayout layout, int[] pages)
    {
        var heads = layout.Root.Children.Where(e => e.Role is "H1" or "H2" && e.Texts.Count > 0).ToList();
        var numbers = heads.Select(_ => Next()).ToList();
        for (var i = 0; i < heads.Count; i++)
        {
            var (page, text) = heads[i].Texts[0];
            Put(numbers[i], $"<</Title {Text(string.Join(' ', heads[i].Texts.Select(t => t.Text.Text)))}/Parent {Outlines} 0 R{(i > 0 ? $"/Prev {numbers[i - 1]} 0 R" : "")}{(i + 1 < heads.Count ? $"/Next {numbers[i + 1]} 0 R" : "")}/Dest[{pages[page]} 0 R/XYZ 0 {N(text.Y + 24)} 0]>>");
        }
        Put(Outlines, heads.Count == 0 ? "<</Type/Outlines/Count 0>>" : $"<</Type/Outlines/First {numbers[0]} 0 R/Last {numbers[^1]} 0 R/Count {heads.Count}>>");
    }

    private void Font(int index)
    {
        var (font, at) = (fonts[index], FirstFont + (index * ObjectsOfFont));
        var name = $"{(index == 0 ? "OFAAAA" : "OFBBBB")}+Inter-{(index == 0 ? "Regular" : "SemiBold")}";
        var scale = 1000.0 / font.UnitsPerEm;
        Put(at, $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{at + 1} 0 R]/ToUnicode {at + 4} 0 R>>");
        Put(at + 1, $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {at + 2} 0 R/CIDToGIDMap/Identity/DW 600/W[{string.Join(' ', used[index].Keys.Select(g => $"{g}[{font.Width(g)}]"))}]>>");
        Put(at + 2, $"<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[{string.Join(' ', font.Box.Select(b => N(b * scale)))}]/ItalicAngle 0/Ascent {N(font.Ascent * scale)}/Descent {N(font.Descent * scale)}/CapHeight 728/StemV {(index == 0 ? 80 : 120)}/FontFile2 {at + 3} 0 R>>");
        var file = font.Subset(used[index].Keys);
        Put(at + 3, $"/Length1 {file.Length}", file);
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /OneFlight def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in used[index].Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, character) in part) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            map.Append("endbfchar\n");
        }
        Put(at + 4, "", Encoding.ASCII.GetBytes(map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString()));
    }

    private string Glyphs(string text, int font)
    {
        var hex = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = fonts[font].Glyph(rune.Value);
            used[font].TryAdd(glyph, rune.Value);
            hex.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }
        return hex.ToString();
    }

    private void Put(int number, string body) => objects[number] = Encoding.ASCII.GetBytes(body);

    private void Put(int number, string entries, byte[] stream)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(stream);
        objects[number] = [.. Encoding.ASCII.GetBytes($"<</Filter/FlateDecode/Length {packed.Length}{entries}>>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    private byte[] File()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%âãÏÓ\n"u8);
        var places = new Dictionary<int, long>();
        foreach (var (number, body) in objects)
        {
            places[number] = file.Length;
            file.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        var start = file.Length;
        var table = new StringBuilder(FormattableString.Invariant($"xref\n0 {last + 1}\n0000000000 65535 f \n"));
        for (var i = 1; i <= last; i++) table.Append(CultureInfo.InvariantCulture, $"{places[i]:0000000000} 00000 n \n");
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {last + 1}/Root {Catalog} 0 R/Info {Info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.ASCII.GetBytes(table.ToString()));
        return file.ToArray();
    }

    /// <summary>A text in UTF-16, so that any name can stand in it.</summary>
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Two texts that say the same in different places are two.</summary>
    private sealed class ReferencePairs : IEqualityComparer<(int Page, PlacedText Text)>
    {
        public static readonly ReferencePairs Instance = new();

        public bool Equals((int Page, PlacedText Text) a, (int Page, PlacedText Text) b) => a.Page == b.Page && ReferenceEquals(a.Text, b.Text);

        public int GetHashCode((int Page, PlacedText Text) pair) => HashCode.Combine(pair.Page, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Text));
    }
}
