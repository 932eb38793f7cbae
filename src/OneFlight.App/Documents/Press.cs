namespace OneFlight.App.Documents;

/// <summary>Prints documents with the fonts that were built into the host.</summary>
public sealed class Press(IWebHostEnvironment host)
{
    private readonly Lazy<(TrueTypeFont Regular, TrueTypeFont Bold)> fonts = new(() => (Font(host, "regular"), Font(host, "bold")));

    public byte[] Print(PaperDocument document) => PdfFile.Write(document, fonts.Value.Regular, fonts.Value.Bold);

    private static TrueTypeFont Font(IWebHostEnvironment host, string name)
    {
        using var file = host.WebRootFileProvider.GetFileInfo($"built/print/{name}.ttf").CreateReadStream();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return new(bytes.ToArray());
    }
}
