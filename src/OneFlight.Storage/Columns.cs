using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage;

/// <summary>An instant as <c>timestamptz</c>, which keeps microseconds; see <see cref="StoredTime"/>.</summary>
internal sealed class InstantColumn() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(), stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

internal sealed class OperatorColumn() : ValueConverter<OperatorId, string>(id => id.Value, text => new(text));

internal sealed class CampaignColumn() : ValueConverter<CampaignId, string>(id => id.Value, text => new(text));

/// <summary>What a column can hold of an instant, so that what is handed back equals what is read later.</summary>
internal static class StoredTime
{
    private const long TicksPerMicrosecond = 10;

    public static Instant ToMicroseconds(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % TicksPerMicrosecond) + TicksPerMicrosecond) % TicksPerMicrosecond));
    }
}
