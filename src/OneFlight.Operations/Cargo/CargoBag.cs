using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

/// <summary>A kind of bag or other hull that cargo flies in.</summary>
/// <param name="Id">Lower case with hyphens: <c>ctb-single</c>.</param>
/// <param name="Equivalents">Size in single transfer bags, by which holds are counted.</param>
/// <param name="External">Null: not known.</param>
/// <param name="VolumeM3">What it takes of a hold, m³.</param>
/// <param name="MaximumLoaded">The most it may weigh with all in it; null: not known.</param>
/// <param name="Own">Empty; null: not known.</param>
public sealed record CargoBag(
    string Id, string Name, double Equivalents, ItemSize? External, double VolumeM3, Mass? MaximumLoaded, Mass? Own, string Confidence, string Source)
{
    /// <summary>The item with the bag around it.</summary>
    public Mass Loaded(CargoItem item) => Own is { } own ? item.Mass + own : item.Mass;

    /// <summary>Why the item may not fly in this bag, with both figures; null: it may, as far as is known.</summary>
    public Problem? Refuse(CargoItem item)
    {
        var where = Place.Of($"{item.Name}, bag {Name}");
        if (MaximumLoaded is { } most && Loaded(item) > most)
            return new("heavier-than-hull", where, Own is { } own ? $"{Loaded(item)} ({item.Mass} and a bag of {own})" : $"{item.Mass}", $"at most {most} loaded");
        if (item.Size is { } size && External is { } room && !size.FitsIn(room))
            return new("larger-than-hull", where, size.ToString(), $"edges within {room}");
        return null;
    }
}
