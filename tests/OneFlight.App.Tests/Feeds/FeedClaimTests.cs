using OneFlight.App.Access;
using OneFlight.App.Feeds;

namespace OneFlight.App.Tests.Feeds;

public sealed class FeedClaimTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static FeedClaim AClaim(int generation = 0) => new("demonstration", "operator-year", "mission", "CYGNET-04-M1", Role.Guest, "s04-guest", null, generation);

    [Fact]
    public void A_link_opens_to_what_it_was_made_of()
    {
        Assert.Equal(AClaim(), FeedClaim.Open(AClaim().Seal(Key), Key).Value);
    }

    [Fact]
    public void A_link_with_any_one_character_changed_is_refused()
    {
        var link = AClaim().Seal(Key);
        for (var i = 0; i < link.Length; i++)
        {
            var changed = link[..i] + (link[i] == 'A' ? 'B' : 'A') + link[(i + 1)..];
            Assert.Equal("broken-seal", Assert.Single(FeedClaim.Open(changed, Key).Problems).Code);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("nothing")]
    [InlineData("a.b.c")]
    [InlineData("bnVsbA.")]
    public void What_is_no_link_is_refused(string token) => Assert.False(FeedClaim.Open(token, Key).Succeeded);

    [Fact]
    public void A_link_that_another_key_sealed_is_refused() => Assert.False(FeedClaim.Open(AClaim().Seal(new byte[32]), Key).Succeeded);

    [Fact]
    public void A_key_is_made_once_and_found_again()
    {
        var folder = Directory.CreateTempSubdirectory("feed").FullName;
        try
        {
            var first = new FeedKey(folder).Value.ToArray();
            Assert.Equal(first, new FeedKey(folder).Value.ToArray());
            Assert.NotEqual(first, new FeedKey(null).Value.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
