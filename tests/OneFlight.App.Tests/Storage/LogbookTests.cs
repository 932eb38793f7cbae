using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Tests.Storage;

public sealed class LogbookTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private LogbookStore Logbook => new(Factory());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Keep(History(), First());
    }

    private Task<Result<ImmutableArray<LogEntry>>> Add(string words, string stream = "notes/1", Compartment compartment = Compartment.Operations) =>
        Logbook.Change(ACampaign.Id, compartment, stream, before => ImmutableArray.Create(NewLogEntry.Now(Now + Duration.FromMinutes(before.Length), "Ana", new LogNote(words))), Stop);

    [Fact]
    public async Task What_is_added_is_read_back_in_order_with_an_unbroken_chain()
    {
        await Add("first");
        await Add("second");

        var entries = await Logbook.Read(ACampaign.Id, Compartment.Operations, "notes/1", Stop);

        Assert.Equal(["first", "second"], entries.Select(e => ((LogNote)e.Event).Words));
        Assert.Equal([1, 2], entries.Select(e => e.Number));
        Assert.Empty(LogChain.Verify(entries));
    }

    [Fact]
    public async Task One_changed_letter_breaks_the_chain_from_there_on()
    {
        foreach (var words in new[] { "first", "second", "third" }) await Add(words);
        var entries = await Logbook.Read(ACampaign.Id, Compartment.Operations, "notes/1", Stop);

        var forged = entries.SetItem(1, entries[1] with { Document = entries[1].Document.Replace("second", "secund", StringComparison.Ordinal) });

        Assert.Equal("notes/1, entry 2", Assert.Single(LogChain.Verify(forged)).Where.ToString());
        Assert.NotEmpty(LogChain.Verify(entries.RemoveAt(1)));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing()
    {
        var refused = await Logbook.Change(ACampaign.Id, Compartment.Operations, "notes/1", _ => new Problem("no", Place.Of("here"), "this", "that"), Stop);

        Assert.Equal("no", Assert.Single(refused.Problems).Code);
        Assert.Empty(await Logbook.Read(ACampaign.Id, Compartment.Operations, "notes/1", Stop));
    }

    [Fact]
    public async Task Of_many_who_add_at_once_each_is_kept_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Add($"note {i}")));

        var entries = await Logbook.Read(ACampaign.Id, Compartment.Operations, "notes/1", Stop);

        Assert.All(all, a => Assert.True(a.Succeeded));
        Assert.Equal(Enumerable.Range(1, 5), entries.Select(e => e.Number));
        Assert.Empty(LogChain.Verify(entries));
    }

    [Theory]
    [InlineData("update log_entries set who = 'Mallory'")]
    [InlineData("delete from log_entries")]
    [InlineData("truncate medical_entries")]
    [InlineData("delete from accesses")]
    public async Task The_database_refuses_to_change_what_was_recorded(string statement)
    {
        await Add("kept");
        await using var command = Database.CreateCommand(statement);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));

        Assert.Contains("only added", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_lies_in_a_table_of_its_own_and_whoever_reads_it_is_written_down()
    {
        await Add("a finding", "medical/p1", Compartment.Medical);

        await Assert.ThrowsAsync<ArgumentException>(() => Logbook.Read(ACampaign.Id, Compartment.Medical, "medical/p1", Stop));
        var read = await Logbook.Read(ACampaign.Id, Compartment.Medical, "medical/p1", Stop, new("Surgeon", "before the flight", Now));

        Assert.Single(read);
        Assert.Empty(await Logbook.ReadAll(ACampaign.Id, Compartment.Operations, "medical/", Stop));
        var access = Assert.Single(await Logbook.Accesses(ACampaign.Id, Compartment.Medical, "medical/", Stop));
        Assert.Equal(("Surgeon", "medical/p1", "before the flight"), (access.Who, access.Stream, access.Purpose));
        await using var elsewhere = Database.CreateCommand($"select count(*) from log_entries where operator_id = '{Halcyon}'");
        Assert.Equal(0L, await elsewhere.ExecuteScalarAsync(Stop));
    }
}
