using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>What people must hold through landing. Most of it lasts; some ends so soon after that a slip of weeks turns it red; some is not known.</summary>
internal static class SampleQualifications
{
    public static ImmutableArray<Qualification> OfCommander(Instant landing, SampleRandom random) =>
        [Lasting("Medical certificate", landing, 0.12, random), Lasting("Command qualification", landing, 0.04, random), Lasting("Emergency procedures", landing, 0.08, random)];

    public static ImmutableArray<Qualification> OfPassenger(Instant landing, SampleRandom random) =>
        [Lasting("Medical certificate", landing, 0.06, random), Lasting("Emergency procedures", landing, 0.03, random), Lasting("Water egress", landing, 0.02, random)];

    private static Qualification Lasting(string name, Instant landing, double tight, SampleRandom random)
    {
        // Certificates end at a month's end as far as anyone reads them; a day without a clock time is enough here.
        var spare = random.Chance(tight) ? random.Between(6, 34) : random.Between(60, 330);
        return new(name, random.Chance(0.02) ? null : Midnight(landing + Duration.FromDays(spare)));
    }

    private static Instant Midnight(Instant at) => at.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
