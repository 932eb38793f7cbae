using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Notices;

/// <param name="Name">File name without its end; part of the letter's address.</param>
public sealed record SentLetter(string Name, string To, string Subject, string Date, string Notice, string Body);

/// <summary>The letters that the sink took, of one campaign.</summary>
public sealed partial class Outbox(MailSettings settings, ITenant tenant)
{
    /// <summary>Header by which a letter belongs to a campaign of an operator.</summary>
    public const string CampaignHeader = "X-OneFlight-Campaign", NoticeHeader = "X-OneFlight-Notice";

    private const int Most = 200;

    /// <summary>False: letters leave by a real server and are not kept here.</summary>
    public bool Keeps => settings.Server is null;

    public static string MarkOf(OperatorId tenant, CampaignId campaign) => $"{Uri.EscapeDataString(tenant.Value)}/{Uri.EscapeDataString(campaign.Value)}";

    /// <summary>The latest first.</summary>
    public ImmutableArray<SentLetter> Of(CampaignId campaign)
    {
        if (!Directory.Exists(settings.Outbox)) return [];
        return [.. Directory.EnumerateFiles(settings.Outbox, "*.eml").OrderDescending(StringComparer.Ordinal).Select(f => Read(f, campaign)).OfType<SentLetter>().Take(Most)];
    }

    /// <summary>Null: there is no such letter of this campaign.</summary>
    public SentLetter? One(CampaignId campaign, string name) =>
        Name().IsMatch(name) && Path.Combine(settings.Outbox, name + ".eml") is var file && File.Exists(file) ? Read(file, campaign) : null;

    private SentLetter? Read(string file, CampaignId campaign)
    {
        var (headers, body) = Split(File.ReadAllText(file, Encoding.Latin1));
        if (headers.GetValueOrDefault(CampaignHeader) != MarkOf(tenant.Operator, campaign)) return null;
        return new(Path.GetFileNameWithoutExtension(file), headers.GetValueOrDefault("To", ""), headers.GetValueOrDefault("Subject", ""), headers.GetValueOrDefault("Date", ""),
            headers.GetValueOrDefault(NoticeHeader, ""), Decode(body, headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit")));
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string letter)
    {
        var end = letter.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return ([], letter);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(letter[..end], " ").Split("\r\n"))
            if (line.IndexOf(':') is > 0 and var at) headers[line[..at]] = line[(at + 1)..].Trim();
        return (headers, letter[(end + 4)..]);
    }

    private static string Decode(string body, string encoding) => encoding.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))),
        "quoted-printable" => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Escaped().Replace(body.Replace("=\r\n", "", StringComparison.Ordinal), m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()))),
        _ => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)),
    };

    [GeneratedRegex(@"^\d{17}-\d{4,}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Escaped();
}
