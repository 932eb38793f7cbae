using System.Text;
using OneFlight.Operations.Exchange;

namespace OneFlight.Tests.Exchange;

public sealed class CsvTableTests
{
    [Fact]
    public void Quoted_fields_may_hold_commas_quotes_and_line_ends()
    {
        var table = CsvTable.Read("id,words\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,plain\r\n", "t.csv").Value;

        Assert.Equal(["id", "words"], table.Headers);
        Assert.Equal("a, \"b\"\r\nc", table.Rows[0]["words"]);
        Assert.Equal((2, 4), (table.Rows[0].Line, table.Rows[1].Line));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\r\n\r\n1,2\r\n\n3,4\n\n")]
    public void Any_line_end_will_do_and_empty_lines_are_skipped(string text) =>
        Assert.Equal(["2", "4"], CsvTable.Read(text, "t.csv").Value.Rows.Select(r => r["b"]));

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_name()
    {
        var table = CsvTable.Read((byte[])[.. Encoding.UTF8.Preamble, .. "id\n7"u8], "t.csv", "id").Value;
        Assert.Equal("7", table.Rows[0]["id"]);
    }

    [Fact]
    public void Each_line_that_is_not_utf8_is_named()
    {
        var problems = CsvTable.Read((byte[])[.. "a\nb\n"u8, 0xE9, (byte)'\n', .. "c\n"u8, 0xFF], "t.csv").Problems;
        Assert.Equal([("encoding", 3), ("encoding", 5)], problems.Select(p => (p.Code, p.Where.Line!.Value)));
    }

    [Fact]
    public void Utf16_is_refused() => Assert.Contains(CsvTable.Read(Encoding.Unicode.GetBytes("id\n7"), "t.csv").Problems, p => p.Code == "encoding");

    [Fact]
    public void All_malformed_rows_are_told_at_once_with_their_lines()
    {
        var problems = CsvTable.Read("a,b\n1\n2,3\n4,5,6\nx\"y,7\n\"p\"q,8\n\"open,9\n", "t.csv").Problems;
        Assert.Equal([("field-count", 2), ("field-count", 4), ("stray-quote", 5), ("stray-quote", 6), ("open-quote", 7)], problems.Select(p => (p.Code, p.Where.Line!.Value)));
        Assert.Equal("t.csv line 2: found 1 fields, expected 2 as in the header; a field with a comma stands in quotes", problems[0].Message);
    }

    [Fact]
    public void A_missing_and_a_doubled_column_are_told_together() => Assert.Equal(
        ["duplicate-column", "missing-column"], CsvTable.Read("a,a\n1,2\n", "t.csv", "a", "c").Problems.Select(p => p.Code));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void A_file_without_a_header_is_refused(string text) => Assert.Equal("empty-table", Assert.Single(CsvTable.Read(text, "t.csv").Problems).Code);

    [Fact]
    public void Ten_thousand_problems_stop_at_the_limit_and_say_so()
    {
        var problems = CsvTable.Read("a,b\n" + string.Concat(Enumerable.Repeat("1\n", 10_000)), "t.csv").Problems;
        Assert.Equal(CsvProblems.DefaultLimit + 1, problems.Length);
        Assert.Equal("too-many-problems", problems[^1].Code);
    }

    [Fact]
    public void Fields_that_cannot_be_read_are_noted_and_reading_goes_on()
    {
        var row = CsvTable.Read("at,n,w,t\n2019-02-30T00:00:00Z,\"1,5\",4.0,\n", "t.csv").Value.Rows[0];
        var problems = new CsvProblems();

        Assert.Null(row.Instant("at", problems));
        Assert.Null(row.Number("n", problems));
        Assert.Null(row.Whole("w", problems));
        Assert.Equal("", row.Text("t", problems));
        Assert.Null(row.Number("absent", problems));
        Assert.Equal(["not-an-instant", "not-a-number", "not-a-number", "missing-value"], problems.All.Select(p => p.Code));
        Assert.Equal("t.csv line 2, at: found '2019-02-30T00:00:00Z', expected an instant in UTC such as 2019-03-02T07:49:03Z", problems.All[0].Message);
    }
}
