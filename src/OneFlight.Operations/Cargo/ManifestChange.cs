using System.Collections.Immutable;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

/// <summary>The rule by which an item comes onto a manifest.</summary>
public static class ManifestChange
{
    /// <summary>The items with one more.</summary>
    /// <remarks>Refused: <c>duplicate-id</c>, <c>unknown-reference</c> (bag), <c>heavier-than-hull</c> and <c>larger-than-hull</c> with both figures,
    /// <c>unknown-hazard-class</c>, <c>not-positive</c>, <c>no-name</c>.</remarks>
    public static Result<ImmutableArray<CargoItem>> Add(this ImmutableArray<CargoItem> items, CargoItem item, ImmutableArray<CargoBag> bags)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (string.IsNullOrWhiteSpace(item.Name)) problems.Add(new("no-name", Place.Of("name"), "nothing", "a name by which everyone knows it"));
        if (items.Any(i => i.Id == item.Id)) problems.Add(new("duplicate-id", Place.Of("item"), $"'{item.Id}' twice", "an id that is used once"));
        if (item.Mass.Kilograms <= 0) problems.Add(new("not-positive", Place.Of("mass"), $"{item.Mass}", "a mass of more than 0 kg"));
        if (item.Size is { } size && (size.LengthMm <= 0 || size.WidthMm <= 0 || size.HeightMm <= 0))
            problems.Add(new("not-positive", Place.Of("size"), size.ToString(), "three edges of more than 0 mm"));
        if (item.HazardClass is { } hazard && !HazardClasses.All.Contains(hazard))
            problems.Add(new("unknown-hazard-class", Place.Of("hazard class"), $"'{hazard}'", $"one of {string.Join(", ", HazardClasses.All)}"));
        if (item.Bag is { } id)
        {
            if (bags.FirstOrDefault(b => b.Id == id) is not { } bag) problems.Add(new("unknown-reference", Place.Of("bag"), $"'{id}'", "one of the bags of this campaign"));
            else if (bag.Refuse(item) is { } refused) problems.Add(refused);
        }
        return problems.Count > 0 ? problems.ToImmutable() : items.Add(item);
    }
}
