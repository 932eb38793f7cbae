using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Safety;

/// <summary>What people are told before they consent to a flight. The hazard annex is added to it from the baseline.</summary>
/// <param name="Id">The flight's id: one document each.</param>
/// <param name="Version">Of the text, such as "2027-1".</param>
/// <param name="Clauses">What the text says that the law asks for, by name: see <see cref="ConsentClause"/>.</param>
public sealed record ConsentDocument(
    string Id, FlightId Flight, string Version, string Text, ImmutableArray<string> Clauses, ImmutableArray<ConsentQuestion> Questions)
{
    /// <summary>Fingerprint of the text and its questions, apart from the annex.</summary>
    public string Hash => HazardAnnex.Sha256(string.Join('\n', Questions.SelectMany(q => q.Answers.Prepend(q.Text)).Prepend(Text)));
}

/// <summary>Names of clauses that a consent text may hold.</summary>
public static class ConsentClause
{
    public const string UnknownHazards = "unknown-hazards", DeathOrInjury = "death-or-injury", NotCertified = "not-certified",
        RequestMore = "request-more", Understood = "understood", Voluntary = "voluntary", IndustryRecord = "industry-record", VehicleRecord = "vehicle-record";

    public static readonly ImmutableArray<string> All =
        [UnknownHazards, DeathOrInjury, NotCertified, RequestMore, Understood, Voluntary, IndustryRecord, VehicleRecord];
}

/// <summary>Shows whether the text was understood.</summary>
/// <param name="Right">Which of <paramref name="Answers"/> is right, counted from zero; shown to nobody who is asked.</param>
public sealed record ConsentQuestion(string Id, string Text, ImmutableArray<string> Answers, int Right);

/// <param name="Chosen">Which answer, counted from zero.</param>
public sealed record ConsentAnswer(string Question, int Chosen);

/// <summary>What someone asked aloud, and what they were told.</summary>
public sealed record OralQuestion(string Asked, string Answered, string AnsweredBy);

/// <summary>A consent as it was given: to these hazards, by hash, in this vehicle, by name.</summary>
/// <param name="Vehicle">As on the paper: unit and type.</param>
/// <param name="Asked">Empty only when they were invited to ask and did not want to.</param>
/// <param name="Witness">Who was there, by role or name as shown; never the person who signs.</param>
public sealed record SignedConsent(
    string Id, FlightId Flight, PersonId Person, string Version, string TextHash, string AnnexHash, string Vehicle,
    ImmutableArray<ConsentAnswer> Answers, ImmutableArray<OralQuestion> Asked, string Witness, Instant SignedAt);

public enum ConsentState { NotGiven, Valid, OtherVehicle, OtherHazards, OtherText }

/// <summary>How the consent of one person for one flight stands.</summary>
/// <param name="Last">The last one signed; null: none.</param>
public sealed record ConsentStanding(Seat Seat, PersonId Person, ConsentState State, SignedConsent? Last)
{
    /// <summary>Judges the last consent that the person gave for the flight against what it would be given to now.</summary>
    public static ConsentStanding Of(Seat seat, PersonId person, SignedConsent? last, ConsentDocument? document, HazardAnnex annex, string? vehicle) => new(seat, person, last switch
    {
        null => ConsentState.NotGiven,
        _ when last.Vehicle != vehicle => ConsentState.OtherVehicle,
        _ when last.AnnexHash != annex.Hash => ConsentState.OtherHazards,
        _ when last.TextHash != document?.Hash => ConsentState.OtherText,
        _ => ConsentState.Valid,
    }, last);

    public GateLight Light(Instant? due, Instant now) => State switch
    {
        ConsentState.Valid => GateLight.Green,
        ConsentState.NotGiven => due is null ? GateLight.Unknown : now < due ? GateLight.Amber : GateLight.Red,
        _ => GateLight.Red,
    };

    public string Words => State switch
    {
        ConsentState.Valid => $"consent given to annex {Last!.AnnexHash[..8]} in {Last.Vehicle}",
        ConsentState.OtherVehicle => $"needs re-confirmation: it names {Last!.Vehicle}",
        ConsentState.OtherHazards => "needs re-confirmation: the hazards changed since it was signed",
        ConsentState.OtherText => "needs re-confirmation: the text changed since it was signed",
        _ => "not given yet",
    };
}

/// <summary>A vehicle as a consent names it.</summary>
public static class VehicleName
{
    /// <summary>"Tern capsule L3 (Tern capsule)": unit and type; null: no unit is planned.</summary>
    public static string? Of(FleetBook fleet, Flight flight)
    {
        if (flight.Plan is not { } plan || fleet.Vehicles.FirstOrDefault(v => v.Id == plan.Vehicle) is not { } unit) return null;
        return $"{unit.Name} ({fleet.Types.FirstOrDefault(t => t.Id == unit.Type)?.Name ?? unit.Type.Value})";
    }

    public static VehicleTypeId? TypeOf(FleetBook fleet, Flight flight) => flight.Plan is { } plan
        ? fleet.Vehicles.FirstOrDefault(v => v.Id == plan.Vehicle)?.Type
        : flight.Wish.VehicleTypes is [var wanted, ..] ? wanted : null;
}
