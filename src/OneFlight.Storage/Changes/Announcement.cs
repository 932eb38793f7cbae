using Microsoft.EntityFrameworkCore;

namespace OneFlight.Storage.Changes;

internal static class Announcement
{
    /// <summary>Tells every listener once the running transaction commits, and nobody if it does not.</summary>
    public static Task Announce(this OneFlightDb db, StoredChange change, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"select pg_notify({StoredChange.Channel}, {change.Write()})", stop);
}
