using System.Buffers.Binary;
using System.Text;

namespace OneFlight.App.Documents;

/// <summary>A TrueType font as far as a page needs it: which glyph a character has, how wide it is, and the outlines of the glyphs used.</summary>
/// <remarks>Source: OpenType specification, tables head, hhea, hmtx, maxp, cmap (formats 4 and 12), loca, glyf.</remarks>
public sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int[] loca;
    private readonly int longMetrics;

    public TrueTypeFont(byte[] file)
    {
        data = file;
        for (var i = 0; i < U16(4); i++)
        {
            var at = 12 + (i * 16);
            tables[Encoding.ASCII.GetString(data, at, 4)] = ((int)U32(at + 8), (int)U32(at + 12));
        }
        var head = Table("head");
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        Ascent = S16(Table("hhea") + 4);
        Descent = S16(Table("hhea") + 6);
        longMetrics = U16(Table("hhea") + 34);
        GlyphCount = U16(Table("maxp") + 4);
        loca = new int[GlyphCount + 1];
        var wide = U16(head + 50) == 1;
        for (var i = 0; i <= GlyphCount; i++) loca[i] = wide ? (int)U32(Table("loca") + (i * 4)) : U16(Table("loca") + (i * 2)) * 2;
        ReadCharacters();
    }

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int GlyphCount { get; }
    public int[] Box { get; }

    /// <summary>The glyph of a character; 0, an empty box, when the font has none.</summary>
    public int Glyph(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>Advance width in thousandths of the font size.</summary>
    public int Width(int glyph) => U16(Table("hmtx") + (Math.Min(glyph, longMetrics - 1) * 4)) * 1000 / UnitsPerEm;

    public double Width(string text, double size) => text.EnumerateRunes().Sum(r => Width(Glyph(r.Value))) * size / 1000;

    /// <summary>The same font with the outlines of these glyphs only; the others keep their numbers and are empty.</summary>
    public byte[] Subset(IEnumerable<int> used)
    {
        var keep = new SortedSet<int> { 0 };
        foreach (var glyph in used) Keep(glyph, keep);
        var (outlines, places) = (new MemoryStream(), new byte[(GlyphCount + 1) * 4]);
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(glyph * 4), (uint)outlines.Length);
            if (!keep.Contains(glyph)) continue;
            outlines.Write(data, Table("glyf") + loca[glyph], loca[glyph + 1] - loca[glyph]);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(GlyphCount * 4), (uint)outlines.Length);
        var head = Bytes("head");
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return TrueTypeFile.Write([("cvt ", Optional("cvt ")), ("fpgm", Optional("fpgm")), ("glyf", outlines.ToArray()), ("head", head), ("hhea", Bytes("hhea")),
            ("hmtx", Bytes("hmtx")), ("loca", places), ("maxp", Bytes("maxp")), ("prep", Optional("prep"))]);
    }

    private void Keep(int glyph, SortedSet<int> keep)
    {
        if (!keep.Add(glyph) || loca[glyph + 1] == loca[glyph]) return;
        var at = Table("glyf") + loca[glyph];
        if (S16(at) >= 0) return;
        // A glyph made of others needs those too.
        const int wordArguments = 1, scale = 8, more = 32, twoScales = 64, matrix = 128;
        int flags;
        at += 10;
        do
        {
            flags = U16(at);
            Keep(U16(at + 2), keep);
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2) + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        } while ((flags & more) != 0);
    }

    private void ReadCharacters()
    {
        var cmap = Table("cmap");
        var best = 0;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var (platform, at) = (U16(cmap + 4 + (i * 8)), cmap + (int)U32(cmap + 8 + (i * 8)));
            if (platform is not (0 or 3) || U16(at) is not (4 or 12)) continue;
            if (best == 0 || U16(at) == 12) best = at;
        }
        if (best == 0) throw new InvalidDataException("The font maps no characters in a form that is read here.");
        if (U16(best) == 12) ReadGroups(best);
        else ReadSegments(best);
    }

    private void ReadGroups(int at)
    {
        for (var i = 0; i < U32(at + 12); i++)
        {
            var group = at + 16 + (i * 12);
            for (var c = U32(group); c <= U32(group + 4); c++) glyphs[(int)c] = (int)(U32(group + 8) + c - U32(group));
        }
    }

    private void ReadSegments(int at)
    {
        var count = U16(at + 6) / 2;
        var (ends, starts) = (at + 14, at + 16 + (count * 2));
        var (deltas, ranges) = (starts + (count * 2), starts + (count * 4));
        for (var i = 0; i < count; i++)
            for (int c = U16(starts + (i * 2)), end = U16(ends + (i * 2)); c <= end && c != 0xFFFF; c++)
            {
                var range = U16(ranges + (i * 2));
                var glyph = range == 0 ? c : U16(ranges + (i * 2) + range + ((c - U16(starts + (i * 2))) * 2));
                if (glyph != 0) glyphs[c] = (glyph + U16(deltas + (i * 2))) & 0xFFFF;
            }
    }

    private byte[] Bytes(string table) => data.AsSpan(tables[table].Offset, tables[table].Length).ToArray();
    private byte[] Optional(string table) => tables.ContainsKey(table) ? Bytes(table) : [];
    private int Table(string name) => tables.TryGetValue(name, out var table) ? table.Offset : throw new InvalidDataException($"The font has no table {name}.");
    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
}

/// <summary>Puts tables together to a font file.</summary>
internal static class TrueTypeFile
{
    public static byte[] Write((string Name, byte[] Bytes)[] all)
    {
        var tables = all.Where(t => t.Bytes.Length > 0).ToArray();
        var file = new MemoryStream();
        var power = (int)Math.Floor(Math.Log2(tables.Length));
        Four(0x00010000u);
        Two(tables.Length);
        Two((1 << power) * 16);
        Two(power);
        Two((tables.Length * 16) - ((1 << power) * 16));
        var at = 12 + (tables.Length * 16);
        foreach (var (name, bytes) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            Four(Sum(bytes));
            Four((uint)at);
            Four((uint)bytes.Length);
            at += (bytes.Length + 3) / 4 * 4;
        }
        foreach (var (_, bytes) in tables)
        {
            file.Write(bytes);
            while (file.Length % 4 != 0) file.WriteByte(0);
        }
        return file.ToArray();

        void Four(uint value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            file.Write(bytes);
        }
        void Two(int value)
        {
            Span<byte> bytes = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
            file.Write(bytes);
        }
    }

    private static uint Sum(byte[] bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i++) sum += (uint)bytes[i] << (24 - (i % 4 * 8));
        return sum;
    }
}
