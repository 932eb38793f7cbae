using System.Collections.Immutable;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>What a kind of customer typically expects, in their words.</summary>
/// <param name="Words">In the first person, as a customer says it.</param>
public sealed record Expectation(string Id, string Category, string AppliesTo, string Words, PromiseKind Kind, int Impact);

/// <summary>Reads <c>data/expectations-catalogue.csv</c>.</summary>
public static class Expectations
{
    public static Result<ImmutableArray<Expectation>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var read = ImmutableArray.CreateBuilder<Expectation>();
        foreach (var row in table.Rows)
        {
            PromiseKind? kind = row["kind"] switch
            {
                "contract" => PromiseKind.Contract,
                "stated" => PromiseKind.Stated,
                "implied" => PromiseKind.Implied,
                "inferred" => PromiseKind.Inferred,
                _ => null,
            };
            if (kind is null) problems.Add("unknown-value", row.Where("kind"), CsvProblems.Show(row["kind"]), "contract, stated, implied or inferred");
            var (id, words, impact) = (row.Text("id", problems), row.Text("expectation", problems), row.Whole("impact_1_5", problems));
            if (!seen.Add(id)) problems.Add("duplicate-id", row.Where("id"), $"{CsvProblems.Show(id)} twice", "each expectation once");
            read.Add(new(id, row["category"], row["applies_to"], words, kind ?? PromiseKind.Inferred, impact ?? 0));
        }
        return problems.Any ? problems.All : read.ToImmutable();
    }
}
