using OneFlight.App.Board;

namespace OneFlight.App.Tests.Board;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Numbers_in_names_are_compared_as_numbers()
    {
        string[] names = ["Capsule 10", "capsule 2", "Capsule 1", "Ship 02", "Ship 1", "Capsule", "Capsule 2b"];
        Assert.Equal(["Capsule", "Capsule 1", "capsule 2", "Capsule 2b", "Capsule 10", "Ship 1", "Ship 02"], names.Order(NaturalOrder.Instance));
    }

    [Fact]
    public void The_order_does_not_depend_on_which_comes_first()
    {
        string[] names = ["", "1", "a1", "a01", "a10", "b", "7 c", "007 c", "zz 99999999999999999999"];
        foreach (var a in names)
        {
            foreach (var b in names) Assert.Equal(Math.Sign(NaturalOrder.Instance.Compare(a, b)), -Math.Sign(NaturalOrder.Instance.Compare(b, a)));
        }
    }
}
