using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Identity;

/// <summary>Reads who a silent person is and how they are reached. The reading is kept with its reader and purpose before anything is shown.</summary>
public sealed class ReadIdentity(LogbookStore logbook)
{
    private const int FewestLetters = 4;

    /// <remarks>Refused: <c>not-allowed</c> for whom no policy opens the compartment, <c>no-purpose</c>, <c>unknown-identity</c>.</remarks>
    public async Task<Result<SilentIdentity>> Run(CampaignId campaign, PersonId person, string? purpose, Viewer viewer, Instant now, CancellationToken stop)
    {
        if (!viewer.MayOpen(Compartment.Identity)) return new Problem("not-allowed", Place.Of("identity"), viewer.RolesInWords, "a steward or the flight surgeon");
        var why = purpose?.Trim() ?? "";
        if (why.Length < FewestLetters) return new Problem("no-purpose", Place.Of("purpose"), why.Length == 0 ? "nothing" : $"'{why}'", "what it is read for, such as 'to call them about the slip'");
        var stream = await logbook.Read(campaign, Compartment.Identity, SilentIdentity.StreamOf(person), stop, new Reading(viewer.Name, why, now));
        return SilentIdentity.Of(stream) is { } known ? known
            : new Problem("unknown-identity", Place.Of("person"), "nothing is kept of this person", "a silent person whose steward wrote it down");
    }
}
