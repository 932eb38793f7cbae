using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>A general perturbations element set: mean elements of the SGP4 theory in TEME at an epoch.</summary>
public sealed record MeanElements
{
    /// <summary>Catalog number, 0 to 999 999 999.</summary>
    public required int CatalogNumber { get; init; }

    /// <summary>The name, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>International designator as written, such as 98067A or 1998-067A, or empty.</summary>
    public string Designator { get; init; } = "";

    /// <summary>Security class as written; U is unclassified.</summary>
    public char Classification { get; init; } = 'U';

    public required Epoch Epoch { get; init; }

    /// <summary>The epoch as a UTC reading, which the theory counts its days in.</summary>
    public required UtcTime EpochUtc { get; init; }

    /// <summary>Mean motion after Kozai, revolutions per day.</summary>
    public required double MeanMotionRevolutionsPerDay { get; init; }

    public required double Eccentricity { get; init; }
    public required double InclinationDegrees { get; init; }
    public required double AscendingNodeDegrees { get; init; }
    public required double ArgumentOfPerigeeDegrees { get; init; }
    public required double MeanAnomalyDegrees { get; init; }

    /// <summary>Drag term of SGP4, per Earth radius.</summary>
    public required double BStarPerEarthRadius { get; init; }

    /// <summary>Half the first derivative of the mean motion as element sets give it, revolutions per day²; SGP4 does not use it.</summary>
    public double MeanMotionDot { get; init; }

    /// <summary>A sixth of the second derivative of the mean motion, revolutions per day³; SGP4 does not use it.</summary>
    public double MeanMotionDoubleDot { get; init; }

    public int EphemerisType { get; init; }
    public int ElementSetNumber { get; init; }
    public int RevolutionAtEpoch { get; init; }
}
