using NodaTime;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Links;

namespace OneFlight.Tests.Campaigns.Changes;

public class ChangeTextTests
{
    private static readonly Instant march = Instant.FromUtc(2027, 3, 21, 0, 0);

    public static TheoryData<string, string, Change> Texts => new()
    {
        { "slip", "F-07=+9d", new Slip(new("F-07"), Duration.FromDays(9), null) },
        { "--slip", "F-07=-2d", new Slip(new("F-07"), Duration.FromDays(-2), null) },
        { "slip", "F-07=+36h", new Slip(new("F-07"), Duration.FromHours(36), null) },
        { "slip", "F-07=+1.5d", new Slip(new("F-07"), Duration.FromHours(36), null) },
        { "slip", "A=B=+90min", new Slip(new("A=B"), Duration.FromMinutes(90), null) },
        { "slip", "F-07=2027-03-21", new Slip(new("F-07"), null, march) },
        { "slip", "F-07=2027-03-21T09:14Z", new Slip(new("F-07"), null, march + Duration.FromMinutes(554)) },
        { "slip", "F-07=2027-03-21T09:14:00Z", new Slip(new("F-07"), null, march + Duration.FromMinutes(554)) },
        { "out", "pad:LC-1=2027-03-21..2027-03-23", new OutOfService(new ThingId("pad", "LC-1"), march, march + Duration.FromDays(2)) },
        { "out-of-service", "port:node:2=2027-03-21..", new OutOfService(new ThingId("port", "node:2"), march, null) },
        { "unfit", "P-12", new NotFit(new("P-12"), null, null) },
        { "unfit", "P-12=..2027-03-21", new NotFit(new("P-12"), null, march) },
        { "late", "C-3=2027-03-21", new CargoLate(new("C-3"), march) },
        { "cancel", "F-09", new CancelFlight(new("F-09")) },
        { "seat", "F-07/1=P-12", new GiveSeat(new("F-07"), 1, new("P-12")) },
        { "--seat", "a=b/c/12=x=y", new GiveSeat(new("a=b/c"), 12, new("x=y")) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_change_is_read_from_its_text(string flag, string text, Change change) => Assert.Equal(change, ChangeText.Parse(flag, text).Value);

    [Fact]
    public void Any_change_reads_back_from_the_text_it_is_written_as()
    {
        var random = new Random(3);
        Instant Any() => march + (random.Next(2) == 0 ? Duration.FromDays(random.Next(900)) : Duration.FromNanoseconds(random.NextInt64(1_000_000_000_000_000)));
        var ids = new[] { "F-07", "A=B", "Soyuz MS-12", "x..y", "a:b", "50%&c" };
        for (var i = 0; i < 2_000; i++)
        {
            var id = ids[random.Next(ids.Length)];
            var from = Any();
            Change change = random.Next(6) switch
            {
                0 => new Slip(new(id), Duration.FromNanoseconds(random.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000)), null),
                1 => new Slip(new(id), null, Any()),
                2 => new OutOfService(new("pad", id), from, random.Next(2) == 0 ? null : from + Duration.FromHours(random.Next(900))),
                3 => new NotFit(new(id), random.Next(2) == 0 ? null : march, random.Next(2) == 0 ? null : march + Duration.FromSeconds(random.Next(99))),
                4 => new CargoLate(new(id), Any()),
                _ => new CancelFlight(new(id)),
            };
            var (key, text) = ChangeText.Text(change);
            Assert.Equal(change, ChangeText.Parse(key, text).Value);
        }
    }

    [Theory]
    [InlineData("slip", "F-07")]
    [InlineData("slip", "F-07=9d")]
    [InlineData("slip", "F-07=+9")]
    [InlineData("slip", "F-07=+9weeks")]
    [InlineData("slip", "F-07=+99999999999999999999d")]
    [InlineData("slip", "=+9d")]
    [InlineData("slip", "F-07=2027-02-30")]
    [InlineData("slip", "F-07=9999-12-31")]
    [InlineData("late", "C-3=0001-01-01")]
    [InlineData("out", "LC-1=2027-03-01..2027-03-20")]
    [InlineData("out", "crane:LC-1=2027-03-01..2027-03-20")]
    [InlineData("out", "pad:LC-1=..2027-03-20")]
    [InlineData("out", "pad:LC-1=2027-03-20..2027-03-01")]
    [InlineData("out", "pad:LC-1=soon..later")]
    [InlineData("unfit", "")]
    [InlineData("unfit", "P=tomorrow")]
    [InlineData("late", "C-3")]
    [InlineData("cancel", " ")]
    [InlineData("delay", "F-07=+9d")]
    public void What_is_no_change_is_refused_with_what_was_expected(string flag, string text)
    {
        var problem = Assert.Single(ChangeText.Parse(flag, text).Problems);
        Assert.NotEmpty(problem.Expected);
        Assert.NotNull(problem.Where.Field);
    }
}
