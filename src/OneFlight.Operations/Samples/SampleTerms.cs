using System.Globalization;
using NodaTime;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Samples;

/// <summary>The figures that were promised: near the nominal plan, most with room, a few without.</summary>
internal static class SampleTerms
{
    /// <param name="Terms">What the rule reads.</param>
    /// <param name="Detail">The same for people, after the promise's words.</param>
    internal readonly record struct Told(PromiseTerms Terms, string Detail);

    /// <summary>What was told beside the words of a promise under this rule.</summary>
    public static Told For(string rule, SampleFlight flight, SampleRandom random) => rule switch
    {
        "EX-001" => LaunchWindow(flight, random),
        "EX-005" => Amount(Math.Floor(10 * flight.Stay.TotalDays) / 10 + (random.Chance(0.02) ? 0.5 : 0), flight.Station is null ? " days of flight" : " days docked"),
        "EX-007" => Diary(flight, random),
        "EX-008" => Amount(8 + random.Below(8), null),
        "EX-059" => Slot(flight, random),
        "EX-064" => Amount(Tens(ExperimentHours(flight) * Tightness(random)), null),
        "EX-065" => ReturnDate(flight, random),
        "EX-068" => TermEnd(flight, random),
        "EX-073" => Amount(Tens(ProgramHours(flight) * random.Between(0.75, 0.95)), " hours of them"),
        _ => new(PromiseTerms.None, ""),
    };

    /// <summary>The first and last day told; the launch lies well inside, except for the few told too narrowly or not told again.</summary>
    private static Told LaunchWindow(SampleFlight flight, SampleRandom random)
    {
        var draw = random.Between(0, 1);
        var (before, after) = draw switch
        {
            < 0.012 => (14.0, -random.Between(1, 5)),
            < 0.035 => (random.Between(3, 9), 0.3),
            < 0.1 => (random.Between(3, 9), random.Between(0.8, 1.8)),
            _ => (random.Between(2.5, 9), random.Between(4, 14)),
        };
        var window = new Interval(flight.Launch - Duration.FromHours(Math.Round(before * 24)), flight.Launch + Duration.FromHours(Math.Round(after * 24)));
        return new(new(Window: window), $": {Day(window.Start)} to {Day(window.End)}");
    }

    private static Told Diary(SampleFlight flight, SampleRandom random)
    {
        var blocks = new[] { "TRNACAD", "CENTRIF", "SIMBLK1", "STNTRN", "PLDTRN", "EMERTRN", "SURVTRN", "EVATRN", "TEAMB", "PARAB", "SIM30H" }
            .Select(flight.At).OfType<Interval>().ToList();
        var first = blocks.Min(b => b.Start);
        var last = blocks.Max(b => b.End);
        var end = random.Chance(0.05) ? last - Duration.FromDays(2) : last + Duration.FromDays(3 + random.Below(9));
        return new(new(Window: new(first - Duration.FromDays(2 + random.Below(9)), end)), $": I keep {Day(first)} to {Day(end)} free");
    }

    private static Told Slot(SampleFlight flight, SampleRandom random)
    {
        var start = flight.Arrival + Duration.FromHours(48 + random.Below(Math.Max(1, (int)Math.Min(120, flight.Stay.TotalHours - 72))));
        var slot = new Interval(start, start + Duration.FromMinutes(60));
        return new(new(Window: slot), string.Create(CultureInfo.InvariantCulture, $", in its hour on {Day(start)}"));
    }

    private static Told ReturnDate(SampleFlight flight, SampleRandom random)
    {
        var by = flight.End + Duration.FromHours(Math.Round(24 * (random.Chance(0.06) ? random.Between(-6.8, -5.2) : random.Between(-2, 3))));
        return new(new(By: by), $": {Day(by)}");
    }

    private static Told TermEnd(SampleFlight flight, SampleRandom random)
    {
        var spare = random.Between(0, 1) switch { < 0.04 => random.Between(3, 10), < 0.12 => random.Between(15, 18), < 0.25 => random.Between(20, 27), _ => random.Between(35, 120) };
        var by = flight.Launch + Duration.FromHours(Math.Round(24 * spare));
        return new(new(By: by), $", on {Day(by)}");
    }

    /// <summary>What share of the possible hours was promised; a few were promised more than there are.</summary>
    private static double Tightness(SampleRandom random) => random.Between(0, 1) switch { < 0.03 => 1.08, < 0.12 => 0.94, _ => random.Between(0.6, 0.86) };

    private static double ExperimentHours(SampleFlight flight) =>
        (flight.At("UNLOAD"), flight.At("RELOAD")) is ({ } unload, { } reload) ? (reload.Start - unload.End).TotalHours : ProgramHours(flight);

    private static double ProgramHours(SampleFlight flight) =>
        (flight.At("RESEARCH") ?? flight.At("INCR") ?? flight.At("EXPDAY"))?.Duration.TotalHours ?? flight.Stay.TotalHours;

    private static double Tens(double hours) => Math.Max(10, 10 * Math.Round(hours / 10));

    private static Told Amount(double amount, string? unit) =>
        new(new(Amount: Math.Round(amount, 2)), unit is null ? "" : string.Create(CultureInfo.InvariantCulture, $": {amount:0.##}{unit}"));

    private static string Day(Instant at) => at.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
}
