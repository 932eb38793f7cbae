using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using OneFlight.App.Access;
using OneFlight.Primitives;

namespace OneFlight.App.Feeds;

/// <summary>What a feed's link says: whose it is, in which role, and what it shows. Ids only, no name.</summary>
/// <param name="Kind">Which feed: <c>mission</c>, <c>instructor</c>.</param>
/// <param name="Subject">What it is about within its kind, such as a mission's id; empty: the person themselves.</param>
/// <param name="Generation">How often this owner had taken back their links when it was made; a link of an earlier one is dead.</param>
public sealed record FeedClaim(string Operator, string Campaign, string Kind, string Subject, Role Role, string? Person, string? Organization, int Generation)
{
    /// <summary>The owner as a name for their stream: <c>person:s04-guest</c> or <c>organization:alder-family-office</c>.</summary>
    public string Owner => Person is { } person ? $"person:{person}" : $"organization:{Organization}";

    /// <summary>The owner as whoever looks.</summary>
    public Viewer AsViewer() => new(Operator, Operator, "calendar", [Role], Person, Organization);

    /// <summary>The claim with its seal, fit for an address.</summary>
    public string Seal(ReadOnlySpan<byte> key)
    {
        var claim = JsonSerializer.SerializeToUtf8Bytes(this);
        return $"{WebEncoders.Base64UrlEncode(claim)}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, claim))}";
    }

    /// <summary>Reads what <see cref="Seal"/> wrote.</summary>
    /// <remarks>Refused: <c>broken-seal</c>, when a single character differs or another key made it.</remarks>
    public static Result<FeedClaim> Open(string token, ReadOnlySpan<byte> key)
    {
        var broken = new Problem("broken-seal", Place.Of("calendar link"), "an address that was changed or cut off", "the whole address as we gave it");
        if (token.Length > 2000 || token.Split('.') is not [var claimText, var sealText]) return broken;
        try
        {
            var claim = WebEncoders.Base64UrlDecode(claimText);
            // Written anew, so that another spelling of the same bytes is no second link.
            if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, claim))), Encoding.ASCII.GetBytes(sealText))
                || WebEncoders.Base64UrlEncode(claim) != claimText) return broken;
            return JsonSerializer.Deserialize<FeedClaim>(claim) is { } read ? read : broken;
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return broken;
        }
    }
}
