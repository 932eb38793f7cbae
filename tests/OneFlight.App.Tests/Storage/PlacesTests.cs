using OneFlight.Storage.Plans;

namespace OneFlight.App.Tests.Storage;

public sealed class PlacesTests
{
    [Fact]
    public void An_item_put_in_between_moves_no_neighbor()
    {
        var before = Places.Assign([null, null, null]);

        var after = Places.Assign([before[0], null, before[1], before[2], null]);

        Assert.Equal([before[0], before[1], before[2]], [after[0], after[2], after[3]]);
        Assert.Equal(after.Order(), after);
    }

    [Fact]
    public void Places_always_rise_whatever_the_order_was()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var before = Enumerable.Range(0, 20).Select(_ => random.Next(3) == 0 ? (long?)null : random.Next(0, 40)).ToArray();

            var after = Places.Assign([.. before]);

            Assert.Equal(after.Distinct().Order(), after);
        }
    }
}
