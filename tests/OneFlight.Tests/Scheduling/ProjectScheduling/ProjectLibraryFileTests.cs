using OneFlight.Solvers.Scheduling.ProjectScheduling;

namespace OneFlight.Tests.Scheduling.ProjectScheduling;

public sealed class ProjectLibraryFileTests
{
    [Fact]
    public void The_kept_instances_have_the_critical_paths_of_the_tables()
    {
        foreach (var (name, known) in AnyProject.Known) Assert.Equal(known.CriticalPath, CriticalPath.Of(AnyProject.Kept(name)).Length);
        Assert.Equal(24, AnyProject.Known.Count);
    }

    [Fact]
    public void Numbers_capacities_and_links_stand_as_in_the_file()
    {
        var problem = AnyProject.Kept("j601_1");

        Assert.Equal(Enumerable.Range(1, 62), problem.Activities.Select(a => a.Number));
        Assert.Equal(4, problem.Resources.Length);
        Assert.Contains(new FinishStart(0, 1), problem.Links);
    }

    [Fact]
    public void A_file_cut_short_anywhere_before_its_capacities_is_refused_with_a_line()
    {
        var text = AnyProject.Text("j601_1");
        var capacities = text.LastIndexOf("R 1", StringComparison.Ordinal);
        for (var length = 0; length < capacities; length += 37)
        {
            var read = ProjectLibraryFile.Read("cut.sm", text[..length]);
            Assert.False(read.Succeeded, $"the first {length} characters were taken");
            Assert.All(read.Problems, p => Assert.Equal("cut.sm", p.Where.File));
        }
        Assert.NotNull(Assert.Single(ProjectLibraryFile.Read("cut.sm", text[..capacities]).Problems).Where.Line);
    }

    [Theory]
    [InlineData("jobs (incl. supersource/sink ):  62", "jobs (incl. supersource/sink ):  many", "'many'", "a whole number")]
    [InlineData("jobs (incl. supersource/sink ):  62", "jobs (incl. supersource/sink ):  61", "line", "61")]
    [InlineData("- nonrenewable              :  0", "- nonrenewable              :  2", "non-renewable", "renewable resources only")]
    [InlineData("  62        1          0", "  62        1          1         63", "successor 63", "1 to 62")]
    [InlineData("  62        1          0", "  62        1          1         61", "cycle", "none waits for itself")]
    [InlineData("  62        1          0", "  62        2          0", "number of modes 2", "1")]
    [InlineData("  62        1          0", "  63        1          0", "job 63", "62")]
    public void What_is_wrong_is_said_with_what_was_expected(string right, string wrong, string found, string expected)
    {
        var text = AnyProject.Text("j601_1").Replace("\r", "");
        Assert.Contains(right, text);

        var problem = Assert.Single(ProjectLibraryFile.Read("wrong.sm", text.Replace(right, wrong)).Problems);
        Assert.Contains(found, problem.Message);
        Assert.Contains(expected, problem.Message);
    }
}
