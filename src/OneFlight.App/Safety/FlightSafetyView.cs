using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;

namespace OneFlight.App.Safety;

/// <summary>The hazards of a flight, what people are told about them, and who has consented.</summary>
/// <param name="MaySign">A consent may be taken here: the flight has a document and a vehicle and has not lifted off.</param>
public sealed record FlightSafetyView(
    OpenCampaign Open, SafetyOfFlight Safety, string Sentence, ImmutableArray<ConsentLine> Consents, bool MaySign, ConsentForm Typed, ImmutableArray<Problem> Problems)
{
    /// <summary>The view, or null when the campaign has no such flight.</summary>
    public static FlightSafetyView? From(OpenCampaign open, string id, Viewer viewer, Instant now, ConsentForm? typed = null, ImmutableArray<Problem> problems = default)
    {
        if (!open.Index.Flights.TryGetValue(new(id), out var flight)) return null;
        var safety = OpenSafety.Of(open, flight);
        ImmutableArray<ConsentLine> consents = [.. safety.Consents.Select(c => new ConsentLine(
            c, open.Index.NameOf(c.Person), c.Light(Operations.Flights.GateTimes.Of(flight, Gate.FlightReadiness), now)))];
        var coming = flight.Plan is { } plan && plan.Launch > now;
        return new(open, safety, SentenceOf(safety), consents,
            viewer.May(Policies.SafetyWrite) && coming && safety.Document is not null && safety.Vehicle is not null && consents.Any(c => c.Standing.State != ConsentState.Valid),
            typed ?? ConsentForm.Empty, problems.IsDefault ? [] : problems);
    }

    private static string SentenceOf(SafetyOfFlight safety)
    {
        if (safety.Document is null) return "Nobody has been told of the hazards yet: there is no consent document.";
        var valid = safety.Consents.Count(c => c.State == ConsentState.Valid);
        var again = safety.Consents.Count(c => c.State is not (ConsentState.Valid or ConsentState.NotGiven));
        return $"{valid} of {safety.Consents.Length} have consented to these hazards in {safety.Vehicle ?? "a vehicle that is not named yet"}.{(again > 0 ? $" {again} must be asked again." : "")}";
    }
}

public sealed record ConsentLine(ConsentStanding Standing, string Name, GateLight Light);

/// <summary>A consent form as it was typed, kept when it is refused.</summary>
public sealed record ConsentForm(string? Person, ImmutableArray<ConsentAnswer> Answers, ImmutableArray<OralQuestion> Asked, bool Invited, string? Witness)
{
    public static ConsentForm Empty { get; } = new(null, [], [], false, null);

    /// <summary>Lines of "question — answer" as typed, so that a refused form keeps them.</summary>
    public string Questions { get; init; } = "";
}
