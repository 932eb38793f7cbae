using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Frames;

/// <summary>Axes that a state is given in; converting is the only way from one to another.</summary>
public interface IFrame
{
    /// <summary>The name that files use.</summary>
    static abstract string Name { get; }
}

/// <summary>True equator, mean equinox of date: the axes of SGP4.</summary>
public readonly struct Teme : IFrame { public static string Name => "TEME"; }

/// <summary>Earth-fixed axes without polar motion (pseudo Earth fixed).</summary>
public readonly struct Pef : IFrame { public static string Name => "PEF"; }

/// <summary>International Terrestrial Reference Frame: fixed to the crust.</summary>
public readonly struct Itrf : IFrame { public static string Name => "ITRF"; }

/// <summary>Geocentric Celestial Reference System.</summary>
public readonly struct Gcrs : IFrame { public static string Name => "GCRS"; }

/// <summary>Where a thing is and how it moves, geocentric, at a moment, in named axes.</summary>
public readonly record struct State<TFrame>(Epoch Epoch, Vector PositionKm, Vector VelocityKmPerSecond) where TFrame : struct, IFrame;
