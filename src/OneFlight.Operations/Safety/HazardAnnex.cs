using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Safety;

/// <summary>The known hazards of a flight as the person who consents reads them, and the fingerprint of that text.</summary>
/// <param name="Hash">SHA-256 over the text as UTF-8, in lower-case hexadecimal.</param>
/// <remarks>It holds what is baselined and nothing that a date or the progress of a verification changes, so that a slip alone leaves it
/// byte for byte as it was.</remarks>
public sealed record HazardAnnex(string Text, string Hash, int Hazards)
{
    public static HazardAnnex Of(SafetyBook book, Flight flight, VehicleTypeId? type)
    {
        var text = new StringBuilder();
        var hazards = book.Hazards.Where(h => h.AppliesTo(flight, type)).OrderBy(h => h.Id, StringComparer.Ordinal).ToList();
        foreach (var hazard in hazards) Write(hazard, book.Risks, text);
        var annex = text.ToString();
        return new(annex, Sha256(annex), hazards.Count);
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Write(Hazard hazard, ImmutableArray<RiskLevel> risks, StringBuilder text)
    {
        string Level(string scale, int level)
        {
            var found = risks.FirstOrDefault(r => r.Scale == scale && r.Level == level);
            return string.Create(CultureInfo.InvariantCulture, $"{found?.Name ?? scale}, level {level} of 5{(found is null ? "" : ": " + found.Meaning)}");
        }
        var (axis, worst) = hazard.Severity.Worst;
        text.Append(CultureInfo.InvariantCulture, $"{hazard.Id} {hazard.Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"Given that {hazard.Condition}, there is a possibility of {hazard.Departure}, which would touch {hazard.Asset} and may mean {hazard.Consequence}.\n");
        text.Append(CultureInfo.InvariantCulture, $"How likely: {Level(RiskScale.Likelihood, hazard.Likelihood)}\n");
        text.Append(CultureInfo.InvariantCulture, $"How bad at worst: {Level(axis, worst)}\n");
        foreach (var cause in hazard.Causes)
        {
            text.Append(CultureInfo.InvariantCulture, $"Why: {cause.Text}\n");
            foreach (var control in cause.Controls) text.Append(CultureInfo.InvariantCulture, $"  What we do ({Word(control.Kind)}): {control.Text}\n");
        }
        text.Append('\n');
    }

    /// <summary>A kind of control in a word that a reader knows.</summary>
    public static string Word(ControlKind kind) => kind switch
    {
        ControlKind.Eliminate => "removed",
        ControlKind.Minimize => "made smaller",
        ControlKind.Control => "built-in protection",
        ControlKind.Warn => "warning",
        _ => "procedure",
    };
}
