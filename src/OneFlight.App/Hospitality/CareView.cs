using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Hospitality;
using OneFlight.Primitives;

namespace OneFlight.App.Hospitality;

/// <summary>One person after one landing, as the board shows them.</summary>
/// <param name="Week">"Week 3", counted from the landing; "lands in 4 d" before it.</param>
public sealed record CareRow(CareState State, string Name, string Flight, string FlightName, string Steward, string Week, CareLine? Owed, Duration? Silence);

/// <summary>Who is in which week after landing, who is owed a contact, and whom nobody has heard. No finding stands here: none is kept.</summary>
/// <param name="MayCall">The viewer may record contacts.</param>
/// <param name="MayAnswer">The viewer is the surgeon, who answers flags.</param>
public sealed record CareView(OpenCampaign Open, ImmutableArray<CareRow> Rows, bool MayCall, bool MayAnswer, ImmutableArray<Problem> Problems, Instant Now)
{
    public int OwedNow => Rows.Count(r => r.Owed?.Standing is CareStanding.Due or CareStanding.Late);
    public int Flags => Rows.Count(r => r.State.FlagSince is not null);

    public static CareView From(OpenCampaign open, ImmutableArray<CareState> states, Viewer viewer, ImmutableArray<Problem> problems, Instant now) => new(
        open, [.. states.Select(s => Row(open, s, now)).OrderBy(Rank).ThenBy(r => r.Owed?.Contact.Due ?? Instant.MaxValue)],
        viewer.May(Policies.CareWrite), viewer.May(Policies.MedicalWrite), problems, now);

    // First whom the surgeon should call, then late, due, ahead, and last those with nothing owed.
    private static int Rank(CareRow row) => row.State.FlagSince is not null ? 0 : row.Owed?.Standing switch
    {
        CareStanding.Late => 1,
        CareStanding.Due => 2,
        CareStanding.Ahead => 3,
        _ => 4,
    };

    private static CareRow Row(OpenCampaign open, CareState state, Instant now)
    {
        var contact = state.Lines[0].Contact;
        var landed = now >= state.Landing;
        var week = landed ? $"week {(int)((now - state.Landing).TotalDays / 7) + 1}" : $"lands in {Shell.Say.Span(state.Landing - now)}";
        return new(state, open.Index.NameOf(contact.Person), contact.Flight.Value, open.Index.NameOf(contact.Flight), open.Index.NameOf(contact.Steward, "nobody is named yet"),
            week, state.Next, landed ? state.Silence(now) : null);
    }
}
