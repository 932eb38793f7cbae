using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>The campaign file: JSON in UTF-8, described by <c>docs/campaign.schema.json</c>.</summary>
public static class CampaignFile
{
    /// <summary>Reads a campaign, or says every problem up to a limit; nothing is half-read.</summary>
    /// <param name="fileName">Named in the problems.</param>
    public static Result<Campaign> Read(ReadOnlyMemory<byte> utf8, string fileName) => throw new NotImplementedException();

    /// <summary>Writes a campaign so that reading it gives an equal one.</summary>
    public static byte[] Write(Campaign campaign, bool indented = true) => throw new NotImplementedException();
}
