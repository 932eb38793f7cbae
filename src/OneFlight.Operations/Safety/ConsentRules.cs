using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Safety;

/// <summary>A consent that someone wants to give: what they read, and what they answered.</summary>
/// <param name="AnnexHash">Of the annex that was read.</param>
/// <param name="Vehicle">The vehicle that the paper named.</param>
/// <param name="InvitedToAsk">True when they were invited to ask aloud; the questions may then be none.</param>
public sealed record GivenConsent(
    FlightId Flight, PersonId Person, string AnnexHash, string Vehicle, ImmutableArray<ConsentAnswer> Answers,
    ImmutableArray<OralQuestion> Asked, bool InvitedToAsk, string Witness, Instant At);

/// <summary>When a consent may be signed.</summary>
public static class ConsentRules
{
    /// <summary>The book with the consent in it, or every reason against.</summary>
    /// <remarks>Codes: <c>no-consent-document</c>, <c>not-on-flight</c>, <c>already-flown</c>, <c>other-vehicle</c>, <c>other-hazards</c>,
    /// <c>question-unanswered</c>, <c>answer-not-right</c>, <c>not-invited-to-ask</c>, <c>no-witness</c>, <c>already-consented</c>.</remarks>
    public static Result<SafetyBook> Sign(SafetyBook book, Flight flight, FleetBook fleet, PeopleBook people, GivenConsent given)
    {
        if (book.Documents.FirstOrDefault(d => d.Flight == flight.Id) is not { } document)
            return new Problem("no-consent-document", Place.Of($"flight {flight.Name}"), "no consent document", "a document that can be read first");
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var vehicle = VehicleName.Of(fleet, flight);
        var annex = HazardAnnex.Of(book, flight, VehicleName.TypeOf(fleet, flight));
        var seat = flight.Seats.FirstOrDefault(s => s.Person == given.Person);

        if (seat is null) problems.Add(new("not-on-flight", Place.Of("person"), given.Person.Value, $"someone who sits on {flight.Name}"));
        if (flight.Plan is { } plan && given.At >= plan.Launch) problems.Add(new("already-flown", Place.Of("signed at"), TimeText.Instant(given.At), "a time before liftoff"));
        if (given.Vehicle != vehicle) problems.Add(new("other-vehicle", Place.Of("vehicle"), given.Vehicle, vehicle is null ? "no vehicle is planned yet" : $"the vehicle that flies: {vehicle}"));
        if (given.AnnexHash != annex.Hash) problems.Add(new("other-hazards", Place.Of("hazard annex"), Short(given.AnnexHash), $"the annex as it is now, {Short(annex.Hash)}: read it again"));
        CheckAnswers(document, given.Answers, problems);
        if (given.Asked.IsEmpty && !given.InvitedToAsk) problems.Add(new("not-invited-to-ask", Place.Of("questions aloud"), "none", "the questions that were asked aloud, or that they were invited and had none"));
        if (given.Asked.Any(q => string.IsNullOrWhiteSpace(q.Asked) || string.IsNullOrWhiteSpace(q.Answered)))
            problems.Add(new("not-invited-to-ask", Place.Of("questions aloud"), "a question without its answer", "what was asked and what was answered"));
        CheckWitness(people, given, problems);
        if (seat is not null && ConsentStanding.Of(seat, given.Person, LastOf(book, given.Flight, given.Person), document, annex, vehicle).State == ConsentState.Valid)
            problems.Add(new("already-consented", Place.Of("person"), "a consent that still stands", "one consent to the same hazards in the same vehicle"));
        if (problems.Count > 0) return problems.ToImmutable();

        var number = book.Consents.Count(c => c.Flight == given.Flight && c.Person == given.Person) + 1;
        return book with
        {
            Consents = book.Consents.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{given.Flight}/{given.Person}/{number}"), given.Flight, given.Person, document.Version, document.Hash,
                annex.Hash, vehicle!, given.Answers, given.Asked, given.Witness.Trim(), given.At)),
        };
    }

    public static SignedConsent? LastOf(SafetyBook book, FlightId flight, PersonId person) => book.Consents.LastOrDefault(c => c.Flight == flight && c.Person == person);

    private static void CheckAnswers(ConsentDocument document, ImmutableArray<ConsentAnswer> answers, ImmutableArray<Problem>.Builder problems)
    {
        foreach (var question in document.Questions)
        {
            if (answers.FirstOrDefault(a => a.Question == question.Id) is not { } answer)
                problems.Add(new("question-unanswered", Place.Of(question.Text), "no answer", "one of its answers"));
            else if (answer.Chosen != question.Right)
                problems.Add(new("answer-not-right", Place.Of(question.Text), "another answer", "the answer that the text gives: read it together once more"));
        }
    }

    private static void CheckWitness(PeopleBook people, GivenConsent given, ImmutableArray<Problem>.Builder problems)
    {
        var witness = given.Witness.Trim();
        var signer = people.Persons.FirstOrDefault(p => p.Id == given.Person);
        if (witness.Length == 0) problems.Add(new("no-witness", Place.Of("witness"), "nobody", "who was there when it was signed"));
        else if (witness == given.Person.Value || witness == signer?.PublicName || witness == signer?.ShownAs)
            problems.Add(new("no-witness", Place.Of("witness"), "the person who signs", "someone else"));
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash.Length == 0 ? "none" : hash;
}
