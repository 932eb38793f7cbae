using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Replay;
using OneFlight.Primitives;

namespace OneFlight.Cli.Verbs;

/// <summary>Places past traffic anew with the fewest port moves, and says why fewer are impossible.</summary>
internal static class ReplayVerb
{
    public static Verb Verb { get; } = new("replay", "FILE", "place past traffic at ports with the proven fewest moves",
    [
        new("--arrival-ports", "free|flown", "whether the replay chooses arrival ports (free, unless told) or keeps those of the plan"),
        new("--ignore-port-wishes", null, "let flights that name ports in their wish arrive anywhere they fit"),
    ], Run);

    private static Result<Answer> Run(Arguments arguments)
    {
        ArrivalPorts? mode = arguments["--arrival-ports"] switch { null or "free" => ArrivalPorts.Free, "flown" => ArrivalPorts.Flown, _ => null };
        if (mode is not { } ports) return Arguments.Wrong("--arrival-ports", $"'{arguments["--arrival-ports"]}'", "free or flown");
        return Files.Campaign(arguments.Place!).Then<Answer>(campaign =>
        {
            var answer = Replay.Run(campaign, ports, respectPortWishes: !arguments.Has("--ignore-port-wishes"));
            return Answer.Of(answer.Fewest is null ? CommandLine.Found : CommandLine.Done, Json(campaign, answer, ports), text => Write(text, campaign, answer));
        });
    }

    private static object Json(Campaign campaign, ReplayAnswer answer, ArrivalPorts mode) => new
    {
        answer = "oneflight-replay/1",
        campaign = campaign.Id.Value,
        arrivalPorts = mode == ArrivalPorts.Free ? "free" : "flown",
        fewestMoves = answer.Fewest,
        proof = answer.Proof,
        impossible = answer.Impossible,
        stays = answer.Stays.Select(s => new { mission = s.Mission.Value, port = s.Port.Value, from = Say.Iso(s.From), to = Say.Iso(s.To) }),
        moves = answer.Moves.Select(m => new { mission = m.Mission.Value, fromPort = m.FromPort.Value, toPort = m.ToPort.Value, at = Say.Iso(m.At), reason = m.Reason }),
    };

    private static void Write(TextWriter text, Campaign campaign, ReplayAnswer answer)
    {
        text.WriteLine($"{campaign.Name}: {Say.Count(answer.Stays.Length, "stay")}, {Say.Count(answer.Moves.Length, "move")}");
        text.WriteLine();
        Table.Write(text, answer.Stays.Select(s => new[] { "  " + s.Mission, s.Port.Value, Say.Short(s.From), s.To is { } to ? Say.Short(to) : "for good, or past what is known" })
            .Prepend(["  flight", "port", "from", "to"]));
        if (!answer.Moves.IsEmpty)
        {
            text.WriteLine();
            text.WriteLine("Moves, and what forced each");
            Table.Write(text, answer.Moves.Select(m => new[] { "  " + m.Mission, $"{m.FromPort} > {m.ToPort}", Say.Short(m.At), m.Reason }));
        }
        text.WriteLine();
        text.WriteLine(answer.Proof);
    }
}
