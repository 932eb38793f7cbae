using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Medical;

/// <summary>A finding with what was decided about it.</summary>
/// <param name="Outcome">The last disposition; null: none yet.</param>
public sealed record FindingState(string Id, string Text, Instant At, string? Outcome, Instant? WaivedUntil)
{
    /// <summary>Nobody has decided about it, or it was put off.</summary>
    public bool IsOpen => Outcome is null or "deferred";
}

/// <summary>A person's file as its entries make it.</summary>
/// <param name="Authorized">Whether the person lets their status be told; null: never asked, which forbids nothing.</param>
/// <param name="Issued">The last clearance issued; null: none.</param>
public sealed record MedicalFile(ImmutableArray<FindingState> Findings, bool? Authorized, MedicalClearanceIssued? Issued, ImmutableArray<LogEntry> Entries)
{
    public int OpenFindings => Findings.Count(f => f.IsOpen);

    /// <param name="entries">All entries of one person's stream, in order.</param>
    public static MedicalFile Of(ImmutableArray<LogEntry> entries)
    {
        var findings = ImmutableArray.CreateBuilder<FindingState>();
        bool? authorized = null;
        MedicalClearanceIssued? issued = null;
        foreach (var entry in entries)
            switch (entry.Event)
            {
                case MedicalFinding found:
                    findings.Add(new(found.Finding, found.Text, entry.At, null, null));
                    break;
                case MedicalDisposition decided:
                    Change(decided.Finding, f => f with { Outcome = decided.Outcome });
                    break;
                case MedicalWaiver waiver:
                    Change(waiver.Finding, f => f with { WaivedUntil = waiver.Until, Outcome = f.Outcome ?? "mitigated" });
                    break;
                case MedicalAuthorizationGiven:
                    authorized = true;
                    break;
                case MedicalAuthorizationWithdrawn:
                    authorized = false;
                    break;
                case MedicalClearanceIssued clearance:
                    issued = clearance;
                    break;
            }
        return new(findings.ToImmutable(), authorized, issued, entries);

        void Change(string id, Func<FindingState, FindingState> to)
        {
            for (var i = 0; i < findings.Count; i++)
                if (findings[i].Id == id) findings[i] = to(findings[i]);
        }
    }
}
