using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.FlightControl.Mishaps;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>What happened at the consoles of the story's flights by the sample's "now".</summary>
internal static class StoryControlLog
{
    public static IEnumerable<StoryEvent> Of(Campaign campaign, ImmutableArray<StoryFlight> story)
    {
        foreach (var flown in story.Where(s => s.Reached(StoryStage.LaunchDay)))
        {
            if (campaign.Flights.FirstOrDefault(f => f.Id == flown.Flight) is not { Plan: { } plan } flight) continue;
            var log = new Log(campaign, flown, flight, plan);
            var entries = log.Write().Where(e => e.KnownAt <= OperatorYear.AsOf).OrderBy(e => e.KnownAt).ToList();
            foreach (var entry in entries) yield return new(Compartment.Operations, $"control/{flown.Flight}", entry);
            if (flown.Stage == StoryStage.Landed && plan.End is { } end)
                foreach (var entry in MishapOf(flown, end).Where(e => e.KnownAt <= OperatorYear.AsOf)) yield return new(Compartment.Operations, MishapState.Streams + StoryControl.Mishap, entry);
        }
    }

    private static IEnumerable<NewLogEntry> MishapOf(StoryFlight flown, Instant end)
    {
        var (happened, known) = (end + Duration.FromMinutes(95), end + Duration.FromHours(2));
        const string recovery = "Recovery director", safety = "Safety lead";
        yield return new(happened, known, recovery, new MishapReported(
            flown.Flight.Value, "Tow line parted, davit of the recovery ship bent",
            "The tow line of the second fast boat parted under load while the capsule was held alongside. The end struck the davit of the chartered ship and bent it. Everyone was behind the painted line. Nobody was hurt.",
            new(Injury.None, Fact.No, Fact.No, Fact.Yes, Fact.No, false), false));
        yield return NewLogEntry.Now(known + Duration.FromMinutes(12), recovery, new MishapNotified("director", "Chief executive", "telephone"));
        yield return NewLogEntry.Now(known + Duration.FromMinutes(20), recovery, new MishapNotified("safety", "Safety lead", "telephone"));
        yield return NewLogEntry.Now(known + Duration.FromMinutes(50), safety, new RecordsFrozen(MishapClassifier.Records(flown.Flight.Value)));
        yield return NewLogEntry.Now(known + Duration.FromHours(7), safety, new MishapNotified("faa", "Duty officer of the operations center", "telephone"));
        yield return NewLogEntry.Now(known + Duration.FromHours(22), safety, new MishapNotified("insurer", "Insurer's claims desk", "e-mail"));
    }

    /// <summary>Writes one flight's record in the order in which it happened.</summary>
    private sealed class Log(Campaign campaign, StoryFlight flown, Flight flight, FlightPlan plan)
    {
        private static readonly string[] decided = ["team", "crew", "licence"];
        private readonly Dictionary<PersonId, string> names = campaign.People.Persons.ToDictionary(p => p.Id, p => p.PublicName);
        private readonly Dictionary<string, PersonId> holders = campaign.Control.Holders.Where(h => h.Flight == flight.Id).ToDictionary(h => h.Seat, h => h.Person);
        private Instant T0 => plan.Launch;

        public IEnumerable<NewLogEntry> Write()
        {
            IEnumerable<NewLogEntry> all = [];
            var attempt = 1;
            if (flown.Stage == StoryStage.After) all = all.Concat(Scrubbed(attempt++));
            all = all.Concat(Count(T0, attempt)).Concat(Steps()).Concat(Run("LATE-LOAD", T0 - Duration.FromHours(flown.Stage == StoryStage.After ? 22 : 36), 0, [0, 12, 40, 55]));
            if (flown.Stage == StoryStage.LaunchDay) return all.Concat(Minutes());
            return all.Concat(Poll("CD-18", "Propellant load?", T0 - Duration.FromSeconds(2700), [.. decided, "weather", "range"]))
                .Concat(Poll("CD-27", "Final go?", T0 - Duration.FromSeconds(45), decided)).Concat(Run("LAUNCH-DAY", T0, 7, [-118, -112, -60, -44, -36, -35, -0.2]))
                .Concat(plan.Arrival is { } docked ? Run("APPROACH", docked, 0, [-118, -73, -4, 14]) : []).Concat(plan.End is { } end ? Run("WATER-EGRESS", end, 0, [9, 20, 26, 58]) : [])
                .Concat(Flown()).Concat(OnBoard()).Concat(Ashore());
        }

        private NewLogEntry At(Instant at, PersonId who, ILogEvent what) => NewLogEntry.Now(at, names.GetValueOrDefault(who, who.Value), what);

        private IEnumerable<NewLogEntry> Scrubbed(int attempt)
        {
            var liftoff = T0 - Duration.FromHours(24);
            foreach (var entry in Count(liftoff, attempt)) yield return entry;
            yield return At(liftoff - Duration.FromMinutes(72), StoryStaff.FlightDirector, new HoldCalled("field mills near their limit; weather asked for ten minutes"));
            yield return At(liftoff - Duration.FromMinutes(60), StoryStaff.FlightDirector, new HoldReleased());
            yield return At(liftoff - Duration.FromMinutes(41), StoryStaff.FlightDirector, new CountScrubbed("weather", "lightning within ten nautical miles, no 30 quiet minutes left in the window"));
        }

        private IEnumerable<NewLogEntry> Count(Instant liftoff, int attempt)
        {
            yield return At(liftoff - Duration.FromHours(5), StoryStaff.FlightDirector, new CountStarted(liftoff, attempt));
            foreach (var criterion in Suiting().Where(c => decided.Contains(c.Group)))
                yield return Value(criterion, liftoff - Duration.FromMinutes(290), Good(criterion), "read from the roster and the files");
            foreach (var entry in Poll("CD-08", "Closeout team into the danger area?", liftoff - Duration.FromSeconds(14400), decided)) yield return entry;
        }

        /// <summary>Seven steps of the countdown, one of them by two persons.</summary>
        private IEnumerable<NewLogEntry> Steps()
        {
            var version = campaign.Control.Procedures.First(p => p.Id == "LAUNCH-DAY").Version;
            NewLogEntry Done(int minutes, string step, PersonId who, double? value = null, string? words = null) =>
                At(T0 - Duration.FromMinutes(minutes), who, new StepDone("LAUNCH-DAY", version, step, who, value, words));
            yield return Done(288, "LC-01", StoryStaff.FlightDirector);
            yield return Done(268, "LC-02", StoryStaff.FlightDirector, 18.1, "reported by the launch conductor");
            yield return Done(254, "LC-03", StoryStaff.FlightDirector, null, "reported by launch weather");
            yield return Done(246, "LC-04", StoryStaff.Safety);
            yield return At(T0 - Duration.FromMinutes(245), StoryStaff.TrainingLead, new StepSeconded("LAUNCH-DAY", version, "LC-04", StoryStaff.TrainingLead));
            yield return Done(238, "LC-05", StoryStaff.FlightDirector);
            yield return Done(202, "LC-06", StoryStaff.FlightDirector);
            yield return Done(136, "LC-07", StoryStaff.FlightDirector, null, "reported by the crew communicator");
        }

        /// <summary>A procedure from one of its steps on, each in its minute from an event, signed as the rules want it.</summary>
        private IEnumerable<NewLogEntry> Run(string id, Instant from, int first, double[] minutes)
        {
            var procedure = campaign.Control.Procedures.First(p => p.Id == id);
            foreach (var (step, minute) in procedure.Steps.Skip(first).Zip(minutes))
            {
                var at = from + Duration.FromMinutes(minute);
                var reports = !campaign.Control.Seats.First(s => s.Id == step.Seat).Votes;
                var who = reports ? StoryStaff.FlightDirector : holders[step.Seat];
                var words = reports ? $"reported by {campaign.Control.Seats.First(s => s.Id == step.Seat).Name}" : step.Kind == StepKind.Decision ? "looked at together: it is enough, we go on" : null;
                yield return At(at, who, new StepDone(id, procedure.Version, step.Id, who, Measured(step), words));
                var second = who == StoryStaff.TrainingLead ? StoryStaff.Safety : StoryStaff.TrainingLead;
                if (step.Kind == StepKind.TwoPerson) yield return At(at + Duration.FromSeconds(50), second, new StepSeconded(id, procedure.Version, step.Id, second));
            }
        }

        private static double? Measured(ProcedureStep step) => step.Kind != StepKind.Measure ? null
            : step is { Low: { } low, High: { } high } ? Math.Round(low + (high - low) / 2, 3) : step.High is { } most ? Math.Round(most - Math.Abs(most) * 0.1, 3) : step.Low;

        /// <summary>The last minutes before "now" of launch day: phases reached and values, some of which have gone stale.</summary>
        private IEnumerable<NewLogEntry> Minutes()
        {
            foreach (var phase in Phases().Where(p => p.Anchor == Anchor.Launch && p.Stretch == "countdown"))
                yield return At(T0 + phase.Start + Late(phase), StoryStaff.FlightDirector, new PhaseReached(phase.Id, null));
            foreach (var criterion in Suiting().Where(c => !decided.Contains(c.Group) && c.Group != ControlStatement.ReturnWeather && !new[] { "VH-03", "VH-04", "VH-06" }.Contains(c.Id)))
            {
                var age = new[] { "WX-01", "WX-09", "RG-01" }.Contains(criterion.Id) ? 190 : criterion.RecheckSeconds == 0 ? 5400 : Math.Min(criterion.RecheckSeconds * 0.6, 900);
                yield return Value(criterion, OperatorYear.AsOf - Duration.FromSeconds(Math.Round(age)) - Duration.FromSeconds(Math.Max(60, criterion.RecheckSeconds)), Good(criterion), "console");
                yield return Value(criterion, OperatorYear.AsOf - Duration.FromSeconds(Math.Round(age)), Good(criterion), "console");
                if (criterion.Id == "WX-10") yield return Value(criterion, OperatorYear.AsOf - Duration.FromSeconds(10), 1560, "field mill 14, one reading");
            }
        }

        private IEnumerable<NewLogEntry> Poll(string phase, string question, Instant at, string[] groups)
        {
            ImmutableArray<CommitCriterion> criteria = [.. Suiting().Where(c => groups.Contains(c.Group))];
            foreach (var criterion in criteria.Where(c => !decided.Contains(c.Group))) yield return Value(criterion, at - Duration.FromSeconds(5), Good(criterion), "console");
            var poll = $"{phase}-{at.ToUnixTimeSeconds()}";
            ImmutableArray<ConsoleSeat> seats = [.. campaign.Control.Seats.Where(s => s.Votes)];
            yield return At(at, StoryStaff.FlightDirector, new PollOpened(poll, question, phase, [.. seats.Select(s => s.Id)], [.. criteria.Select(c => c.Id)]));
            for (var i = 0; i < seats.Length; i++)
                yield return At(at + Duration.FromSeconds(4 + 3 * i), holders[seats[i].Id], new VoteCast(poll, seats[i].Id, holders[seats[i].Id], VoteAnswer.Go, null));
            yield return At(at + Duration.FromSeconds(30), StoryStaff.FlightDirector, new PollClosed(poll, true, "GO: every seat is GO"));
        }

        private IEnumerable<NewLogEntry> Flown() =>
            Phases().Where(p => p.Kind != FlightPhase.AbortMode).Select(p => (Phase: p, At: AnchorOf(p.Anchor) + p.Start + Late(p))).Where(p => p.At is not null)
                .Select(p => At(p.At!.Value, p.Phase.Stretch == "recovery" ? StoryStaff.Recovery : StoryStaff.FlightDirector, new PhaseReached(p.Phase.Id, null)));

        private IEnumerable<NewLogEntry> OnBoard()
        {
            if (plan.Arrival is not { } docked) yield break;
            foreach (var block in StoryConsoles.Protected)
            {
                if (AnchorOf(block.Anchor) + block.Start is not { } from) continue;
                yield return At(from, StoryStaff.Communicator, new ProtectedTimeBegun(block.Id, block.Name, from + block.Lasts));
                if (block.Id == "first-night" && flown.Stage == StoryStage.OnOrbit)
                    yield return At(from + Duration.FromHours(6), StoryStaff.FlightDirector, new ProtectedTimeInterrupted(block.Id, "cabin fan warning, looked at by the commander", "Flight surgeon, by voice"));
                yield return At(from + block.Lasts, StoryStaff.Communicator, new ProtectedTimeEnded(block.Id));
            }
            var guest = names[flown.Guest];
            var first = docked + Duration.FromHours(20);
            foreach (var entry in Request($"{flown.Flight}-R1", true, guest, "comfort", "The light over the sleeping place off at night; the blinking is seen through closed eyes.", first, 35, "Taped over by the commander at the next break.")) yield return entry;
            var second = flown.Stage == StoryStage.OnOrbit ? OperatorYear.AsOf - Duration.FromMinutes(95) : docked + Duration.FromHours(70);
            foreach (var entry in Request($"{flown.Flight}-R2", false, names[flown.Family], "family", "May the call home be an hour later? The child is at school until four.", second,
                flown.Stage == StoryStage.OnOrbit ? null : 170, "Moved by an hour; both ends have it in their calendar.")) yield return entry;
        }

        private IEnumerable<NewLogEntry> Request(string id, bool onBoard, string from, string kind, string wish, Instant at, int? answeredAfter, string answer)
        {
            yield return At(at, StoryStaff.Communicator, new BoardRequestOpened(id, onBoard, from, kind, wish, at + RequestStandard.All.First(s => s.Kind == kind).Answer));
            yield return At(at + Duration.FromMinutes(8), StoryStaff.FlightDirector, new BoardRequestTaken(id, StoryStaff.FlightDirector));
            if (answeredAfter is { } minutes) yield return At(at + Duration.FromMinutes(minutes), StoryStaff.FlightDirector, new BoardRequestAnswered(id, answer));
        }

        private IEnumerable<NewLogEntry> Ashore() => plan.End is not { } end ? []
            : flight.Seats.Where(s => s.Person is not null).Select((s, i) => At(end + Duration.FromMinutes(170 + 6 * i), StoryStaff.Recovery,
                new CrewHandedOver(s.Person!.Value, "Flight surgeon's team on the ship")));

        private IEnumerable<FlightPhase> Phases() => campaign.Control.Phases.Where(p => AppliesTo.Suits(p.AppliesTo, flight));

        private IEnumerable<CommitCriterion> Suiting() => campaign.Control.Criteria.Where(c => AppliesTo.Suits(c.AppliesTo, flight));

        private Instant? AnchorOf(Anchor anchor) => anchor switch { Anchor.Launch => T0, Anchor.Arrival => plan.Arrival, Anchor.Departure => plan.Departure, _ => plan.End };

        // A flight is seldom on the second: seconds late, the same each time; what others hang on is on time.
        private static Duration Late(FlightPhase phase) => phase.Id is FlightPhase.Liftoff or FlightPhase.Docking or FlightPhase.Undocking or FlightPhase.Landing || phase.Stretch == "ascent"
            ? Duration.Zero : Duration.FromSeconds(phase.Id.Sum(c => c) * 7 % 60);

        private NewLogEntry Value(CommitCriterion criterion, Instant at, double value, string source) =>
            At(at, StoryStaff.FlightDirector, new ValueSeen(criterion.Id, value, criterion.Unit, source));

        private static double Good(CommitCriterion criterion) => criterion.Id switch
        {
            "WX-01" => 18,
            "WX-03" => 95,
            "WX-10" => 1180,
            "RG-02" => 4.1e-5,
            "RG-03" => 3.2e-7,
            "VH-05" => 1.9,
            "VH-07" => 95,
            "CR-04" => 31,
            "CR-05" => 7,
            _ => criterion.Operator switch
            {
                CriterionOperator.AtMost => criterion.Limit * 0.6,
                CriterionOperator.AtLeast => criterion.Limit == 0 ? 1 : criterion.Limit * 1.6,
                _ => criterion.Limit,
            },
        };
    }
}
