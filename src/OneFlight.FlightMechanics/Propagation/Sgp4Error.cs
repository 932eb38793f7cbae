namespace OneFlight.FlightMechanics.Propagation;

/// <summary>Why a state cannot be given; the numbers are those of the reference implementation.</summary>
public enum Sgp4Error : byte
{
    None = 0,

    /// <summary>The mean eccentricity left [-0.001, 1).</summary>
    MeanEccentricity = 1,

    /// <summary>The mean motion is not positive.</summary>
    MeanMotion = 2,

    /// <summary>The eccentricity with lunar and solar terms left [0, 1].</summary>
    PerturbedEccentricity = 3,

    /// <summary>The semi-latus rectum is negative.</summary>
    SemiLatusRectum = 4,

    /// <summary>The object has decayed: it would be inside the Earth.</summary>
    Decayed = 6,
}
