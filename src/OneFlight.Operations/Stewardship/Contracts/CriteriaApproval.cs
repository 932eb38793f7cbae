using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>That a customer approved their own words of success and the criteria with their weights.</summary>
/// <param name="Id">The mission's id: the latest approval counts.</param>
/// <param name="TextHash">Of exactly what was approved; another text is not approved.</param>
/// <param name="By">Shown name of who approved; of a silent person the alias.</param>
public sealed record CriteriaApproval(string Id, MissionId Mission, string TextHash, Instant At, string By);

/// <summary>Who may change and approve what success is.</summary>
public static class CriteriaRules
{
    private const double Tolerance = 1e-6;

    /// <summary>Hash of the words and criteria as they stand, SHA-256 in hexadecimal.</summary>
    public static string HashOf(CustomerMission mission)
    {
        var text = new StringBuilder(mission.Success);
        foreach (var c in mission.Criteria)
            text.Append('\n').Append(c.Id).Append('\t').Append(c.Text).Append('\t').Append(c.Measurable).Append('\t').Append(c.Measure).Append('\t').Append(c.Weight.ToString("R", CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static bool WeightsSumToOne(CustomerMission mission) => Math.Abs(mission.Criteria.Sum(c => c.Weight) - 1) < Tolerance;

    /// <summary>True when <paramref name="voice"/> may speak for the customer: who flies, the organization's own people and contact, or the office's contact. Never a steward or a broker.</summary>
    public static bool SpeaksFor(CustomerMission mission, PersonId voice, PeopleBook people)
    {
        if (mission.Participant == voice) return true;
        ImmutableArray<OrganizationId> own = [.. mission.Customer is { } customer ? [customer] : Array.Empty<OrganizationId>(), .. mission.Office is { } office ? [office] : Array.Empty<OrganizationId>()];
        return people.Organizations.Any(o => own.Contains(o.Id) && o.Contact == voice)
            || people.Persons.Any(p => p.Id == voice && p.Organization is { } of && own.Contains(of));
    }

    /// <remarks>Refused: <c>not-the-customer</c>, <c>weights-differ</c>, <c>no-criteria</c>.</remarks>
    public static Result<CriteriaApproval> Approve(CustomerMission mission, PersonId voice, PeopleBook people, Instant at)
    {
        var where = Place.Of($"criteria of {mission.Id}");
        if (!SpeaksFor(mission, voice, people)) return new Problem("not-the-customer", where, $"an approval by {voice}", "one by the customer: who flies, or who speaks for the organization");
        if (mission.Criteria.IsEmpty) return new Problem("no-criteria", where, "no criterion", "at least one, with weights that sum to 1");
        if (!WeightsSumToOne(mission))
            return new Problem("weights-differ", where, string.Create(CultureInfo.InvariantCulture, $"weights that sum to {mission.Criteria.Sum(c => c.Weight):0.###}"), "weights that sum to 1");
        return new CriteriaApproval(mission.Id.Value, mission.Id, HashOf(mission), at, people.Persons.FirstOrDefault(p => p.Id == voice)?.PublicName ?? voice.Value);
    }

    /// <summary>The mission with other words of success; what was approved before is then no longer approved.</summary>
    /// <remarks>Refused: <c>not-the-customer</c>, <c>no-words</c>.</remarks>
    public static Result<CustomerMission> ChangeWords(CustomerMission mission, string? words, PersonId voice, PeopleBook people)
    {
        var where = Place.Of($"success of {mission.Id}");
        if (!SpeaksFor(mission, voice, people)) return new Problem("not-the-customer", where, $"a change by {voice}", "one by the customer: their words are theirs");
        if (string.IsNullOrWhiteSpace(words)) return new Problem("no-words", where, "nothing", "what success is, in their own words");
        return mission with { Success = words.Trim() };
    }
}
