using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Documents;
using OneFlight.App.Safety;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Readiness;
using OneFlight.Operations.Safety;

namespace OneFlight.App.Readiness;

/// <summary>Everything that shows whether a flight may fly, on paper: people by alias and clearance only, never a finding.</summary>
public static class Dossier
{
    public static PaperDocument Of(OpenCampaign open, Flight flight, Instant now)
    {
        var board = ReadinessView.BoardOf(open, flight, now);
        var safety = OpenSafety.Of(open, flight);
        var number = open.Revision.Number;
        return new($"Readiness dossier of {flight.Name}", $"{open.Campaign.Name}, revision {number}", $"{open.Campaign.Name} · {flight.Name} · dossier of revision {number}", "en", now,
        [
            new PaperHeading(1, $"Readiness dossier of {flight.Name}"),
            .. open.Campaign.Notice is { } notice ? [new PaperText(notice, PaperStyle.Quiet)] : Array.Empty<PaperBlock>(),
            new PaperFacts(
            [
                ("Campaign", open.Campaign.Name), ("Version", $"revision {number}, kept {Say.When(open.Revision.At)} by {open.Revision.Who}"),
                ("Supersedes", number > 1 ? $"the dossier of revision {number - 1} and all before it" : "nothing: it is the first"), ("As of", Say.When(now)),
                ("Flight", $"{Say.Words(flight.Kind)}{(flight.Wish.Station is { } station ? $" to {open.Campaign.Fleet.Stations.FirstOrDefault(s => s.Id == station)?.Name ?? station.Value}" : ", free flight")}"),
                ("Vehicle", safety.Vehicle ?? "not named yet"), ("Liftoff", flight.Plan is { } plan ? Say.When(plan.Launch) : "no date"), ("Landing", flight.Plan?.End is { } end ? Say.When(end) : "no date"),
                ("Catalogue", safety.Plan is { } judged ? $"version {judged.Catalogue}, {open.Campaign.Safety.Requirements.Length} rows" : "the flight has no safety plan"),
                ("Readiness", Counts(board.Counts)),
            ]),
            new PaperText("What is not known is counted apart and is never green. Requirements are in our own words and no legal advice; each says how sure we are of it.", PaperStyle.Quiet),
            .. Gates(board), .. Turns(board), .. Requirements(safety), .. Hazards(safety), .. Consents(open, safety), .. Crew(open, flight),
        ]);
    }

    private static IEnumerable<PaperBlock> Gates(ReadinessBoard board)
    {
        yield return new PaperHeading(2, "Gates");
        yield return new PaperTable("Gates", ["Gate", "When, UTC", "State", "Rows"], [3, 3, 2, 4],
            [.. board.Gates.Select(g => ImmutableArray.Create(Capital(GateNames.Of(g.Gate)), g.At is { } at ? Say.Time(at) + (g.Passed ? ", passed" : "") : "no date", g.Rows.IsEmpty ? "nothing stated" : Mark(g.Light), Counts(g.Counts)))]);
        foreach (var gate in board.Gates.Where(g => !g.Rows.IsEmpty))
        {
            yield return new PaperHeading(3, Capital(GateNames.Of(gate.Gate)));
            yield return new PaperTable($"Rows of {GateNames.Of(gate.Gate)}", ["Row", "State", "Why", "Held by"], [3, 1.7, 4.5, 1.6],
                [.. gate.Rows.Select(r => ImmutableArray.Create(r.Name, Mark(r.State.Light), r.State.Words + (r.State.TurnsAt is { } turns ? $" (until {Say.Day(turns)})" : ""), r.State.Holder))]);
        }
    }

    private static IEnumerable<PaperBlock> Turns(ReadinessBoard board)
    {
        yield return new PaperHeading(2, "Turns red before landing and its reserve");
        if (board.TurnsRed.IsEmpty) yield return new PaperText("Nothing that is known to run out.");
        else
            yield return new PaperTable("What turns red", ["When, UTC", "Row", "Held by"], [2, 6, 2],
                [.. board.TurnsRed.Select(r => ImmutableArray.Create(Say.Time(r.State.TurnsAt), r.Name, r.State.Holder))]);
    }

    private static IEnumerable<PaperBlock> Requirements(SafetyOfFlight safety)
    {
        yield return new PaperHeading(2, "Requirements, tailored, with their evidence");
        if (safety.Requirements.IsEmpty) yield return new PaperText("The flight has no safety plan, so nothing is tailored.");
        foreach (var gate in ReadinessBoard.Order.Select(g => (Gate?)g).Append(null))
        {
            var rows = safety.Requirements.Where(r => r.Requirement.Gate == gate).ToList();
            if (rows.Count == 0) continue;
            yield return new PaperHeading(3, gate is { } named ? Capital(GateNames.Of(named)) : "At all times: no gate asks");
            yield return new PaperTable(gate is { } of ? $"Requirements, {GateNames.Of(of)}" : "Requirements at all times", ["Requirement", "Binds by", "Tailored", "State", "Evidence"], [4, 1.5, 1.8, 1.7, 3.6],
                [.. rows.Select(r => ImmutableArray.Create(
                    $"{r.Requirement.Id} ({r.Requirement.Citation})\n{r.Requirement.Text}", $"{Say.Words(r.Requirement.Binding)}\n{RowTrust.Of(r.Requirement)}", Tailored(r.Tailored), Mark(r.Light), EvidenceOf(r)))]);
        }
    }

    private static string Tailored(Tailored tailored) => tailored.Applicability switch
    {
        Applicability.Applies => "applies",
        Applicability.NotApplicable => $"does not apply: {tailored.Reason}",
        _ => $"other means: {tailored.Reason}",
    } + (tailored.Decision is { } decision ? $" ({decision.By}, {Say.Day(decision.At)})" : "");

    private static string EvidenceOf(RequirementStanding row) => row.Tailored.Applicability == Applicability.NotApplicable ? "–"
        : row.Evidence is { } evidence
            ? $"{row.Words}; effective {Say.Day(evidence.Effective)}, received {Say.Day(evidence.Received)}, {(evidence.ValidUntil is { } until ? $"valid until {Say.Day(until)}" : "does not run out")}; {evidence.Source}; SHA-256 {evidence.Hash[..Math.Min(16, evidence.Hash.Length)]}"
            : row.Drawn ? $"{row.Words} (our own records)" : row.Words;

    private static IEnumerable<PaperBlock> Hazards(SafetyOfFlight safety)
    {
        yield return new PaperHeading(2, "Hazards");
        if (safety.Hazards.IsEmpty)
        {
            yield return new PaperText("No hazard of the baseline applies to this flight.");
            yield break;
        }
        yield return new PaperText($"Hazard annex SHA-256 {safety.Annex.Hash}", PaperStyle.Quiet);
        yield return new PaperTable("Hazards", ["Hazard", "L × C", "State", "Causes and controls"], [3.2, 0.8, 1.7, 6],
            [.. safety.Hazards.Select(h => ImmutableArray.Create(
                $"{h.Hazard.Id} {h.Hazard.Title}{string.Concat(h.Flags.Select(f => $"\nFlag: {f}"))}", $"{h.Hazard.Likelihood} × {h.Hazard.Severity.Worst.Level}", Mark(h.Light),
                string.Join('\n', h.Causes.SelectMany(c => c.Controls.Select(k => $"{k.Control.Id} {k.Control.Text}: {GateState.Word(k.Light)}, {k.Words}").Prepend($"Cause: {c.Cause.Text}")))))]);
    }

    private static IEnumerable<PaperBlock> Consents(OpenCampaign open, SafetyOfFlight safety)
    {
        yield return new PaperHeading(2, "Consent");
        if (safety.Consents.IsEmpty)
        {
            yield return new PaperText(safety.Document is null ? "There is no consent document yet." : "Nobody is named yet who could consent.");
            yield break;
        }
        yield return new PaperTable("Consents", ["Who", "State", "Signed", "Vehicle", "Annex"], [2.6, 3, 2.2, 2.4, 2.6],
            [.. safety.Consents.Select(c => ImmutableArray.Create(
                $"{open.Index.NameOf(c.Person)}, seat {c.Seat.Number}", c.State == ConsentState.Valid ? "given" : c.Words,
                c.Last is { } last ? $"{Say.When(last.SignedAt)}, witnessed by {last.Witness}" : "–", c.Last?.Vehicle ?? "–", c.Last?.AnnexHash ?? "–"))]);
    }

    private static IEnumerable<PaperBlock> Crew(OpenCampaign open, Flight flight)
    {
        yield return new PaperHeading(2, "Who is on board");
        if (flight.Seats.IsEmpty)
        {
            yield return new PaperText("Nobody rides on this flight.");
            yield break;
        }
        yield return new PaperText("Clearances say whether someone may fly and until when, and nothing else.", PaperStyle.Quiet);
        yield return new PaperTable("Crew", ["Seat", "Role", "Person", "Clearance", "Holds until, UTC"], [0.7, 2, 3.4, 2, 2.4],
            [.. flight.Seats.OrderBy(s => s.Number).Select(s =>
            {
                var token = s.Person is { } person ? open.Campaign.Clearances.LastOrDefault(c => c.Person == person) : null;
                return ImmutableArray.Create($"{s.Number}", s.Role, open.Index.NameOf(s.Person, "not filled"), token?.Fitness switch
                {
                    Fitness.Fit => "fit", Fitness.FitWithLimits => "fit with limits", Fitness.NotFit => "not fit", _ => Say.Unknown,
                }, token?.Until is { } until ? Say.Time(until) : Say.Unknown);
            })]);
    }

    private static string Counts(LightCounts counts)
    {
        var order = new[] { GateLight.Red, GateLight.Unknown, GateLight.Amber, GateLight.Green, GateLight.NotApplicable };
        var words = string.Join(", ", order.Where(l => counts.Of(l) > 0).Select(l => $"{counts.Of(l)} {GateState.Word(l)}"));
        return words.Length == 0 ? "nothing stated" : words;
    }

    /// <summary>A light with a sign that reads without color.</summary>
    private static string Mark(GateLight light) => light switch
    {
        GateLight.Green => "● ",
        GateLight.Amber => "▲ ",
        GateLight.Red => "■ ",
        GateLight.Unknown => "○ ",
        _ => "– ",
    } + GateState.Word(light);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
