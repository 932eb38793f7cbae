using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Hospitality;

public enum CareStanding { Ahead, Due, Late, Done, OptedOut }

/// <summary>A contact and how it stands.</summary>
/// <param name="DoneAt">When they were reached; null: not yet.</param>
/// <param name="Attempts">How often they were called without being reached.</param>
public sealed record CareLine(CareContact Contact, CareStanding Standing, Instant? DoneAt, int Attempts);

/// <summary>How one person is looked after since one landing. Holds no finding: there is none to hold.</summary>
/// <param name="FlagSince">Since when the surgeon is asked to call; null: not asked, or has called.</param>
/// <param name="HeardAt">When they were last reached; null: not since the landing.</param>
public sealed record CareState(PersonId Person, Instant Landing, ImmutableArray<CareLine> Lines, Instant? OptedOutAt, Instant? FlagSince, Instant? HeardAt)
{
    /// <summary>The next contact that is still owed; null: none.</summary>
    public CareLine? Next => Lines.FirstOrDefault(l => l.Standing is CareStanding.Late or CareStanding.Due or CareStanding.Ahead);

    /// <summary>How long nobody has heard them since they landed.</summary>
    public Duration Silence(Instant now) => now - (HeardAt ?? Landing);

    /// <summary>Folds what happened into the contacts of one person after one flight.</summary>
    /// <param name="contacts">Those of the person and flight; at least one.</param>
    /// <param name="entries">The person's whole stream.</param>
    public static CareState Of(ImmutableArray<CareContact> contacts, ImmutableArray<LogEntry> entries, Instant now)
    {
        var (flight, person) = (contacts[0].Flight.Value, contacts[0].Person);
        Instant? optedOut = null, flag = null, heard = null;
        var done = new Dictionary<int, Instant>();
        var attempts = new Dictionary<int, int>();
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case CareContactMade made when made.Flight == flight: done.TryAdd(made.Day, entry.At); heard = entry.At; break;
                case CareNotReached missed when missed.Flight == flight: attempts[missed.Day] = attempts.GetValueOrDefault(missed.Day) + 1; break;
                case CareOptedOut left when left.Flight == flight: optedOut ??= entry.At; break;
                case CareFlagRaised raised when raised.Flight == flight: flag ??= entry.At; break;
                case CareFlagAnswered answered when answered.Flight == flight: flag = null; break;
            }
        }
        return new(person, contacts.Min(c => c.Due - Duration.FromDays(c.Day)), [.. contacts.OrderBy(c => c.Day).Select(Line)], optedOut, flag, heard);

        CareLine Line(CareContact contact) => new(contact,
            done.ContainsKey(contact.Day) ? CareStanding.Done : optedOut is not null ? CareStanding.OptedOut
                : now < contact.Due ? CareStanding.Ahead : now < contact.Late ? CareStanding.Due : CareStanding.Late,
            done.TryGetValue(contact.Day, out var at) ? at : null, attempts.GetValueOrDefault(contact.Day));
    }
}
