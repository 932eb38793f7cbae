using System.Collections.Immutable;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange;

namespace OneFlight.Tests.Samples;

/// <summary>The tables of cargo and supply as they lie in the repository.</summary>
internal static class SampleCargoTables
{
    public static ImmutableArray<CargoBag> Bags { get; } = CargoBags.Read(SampleData.Bytes("cargo-bags.csv")).Value;
    public static ImmutableArray<HazardSegregation> Segregation { get; } = HazardSegregations.Read(SampleData.Bytes("hazard-segregation.csv")).Value;
    public static ImmutableArray<ConsumableRow> Consumables { get; } = Operations.Exchange.Consumables.Read(SampleData.Bytes("consumables.csv")).Value;
}
