using NodaTime;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Tests.Exchange;

namespace OneFlight.Tests.Drafts;

/// <summary>The one answer on five years of real traffic.</summary>
public sealed class DraftOnTheRecordTests
{
    [Theory]
    [InlineData("SPX-CREW2", 9)]
    [InlineData("SOY-MS17", 40)]
    [InlineData("SPX-CRS24", 1)]
    [InlineData("PRG-MS14", 9)]
    [InlineData("AX-1", 9)]
    [InlineData("CYG-NG15", 9)]
    public void A_slip_on_the_record_has_flyable_answers_and_every_touched_thing_a_path(string flight, int days)
    {
        var record = TheRecord.AsFlown.Campaign([.. Samples.SampleData.Reference.Rules.Select(r => r.Rule)]);

        var answer = Draft.Try(record, [new Slip(new(flight), Duration.FromDays(days), null)], record.AsOf!.Value).Value;

        Assert.True(answer.Options.Count(o => o.Flyable) >= 3, string.Join("\n", answer.Options.Select(o => $"{o.Key} {o.Flyable} {o.Why}")));
        Assert.All(answer.Options, o => Assert.All(o.Impact.Touched, t => Assert.False(t.Path.IsEmpty, $"{o.Key}: {t.Thing} {t.Before?.Text} → {t.After?.Text}")));
        Assert.Contains(answer.Options[0].Impact.Touched, t => t.Thing.Kind == "flight" && t.Thing.Id == flight);
    }
}
