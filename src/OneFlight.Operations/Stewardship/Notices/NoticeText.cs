using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>What someone is told of a change: the six questions that everyone asks, and when they hear again.</summary>
/// <param name="ForYou">What it means for this hearer, from what was promised to them.</param>
/// <param name="NextWordAt">Kept even when nothing is new.</param>
public sealed record NoticeText(string Known, string NotKnown, string Decided, string ForYou, string Choices, string NextWord, Instant? NextWordAt)
{
    /// <summary>The questions with their answers, in the order in which people ask.</summary>
    public (string Question, string Answer)[] Answers() =>
    [
        ("What we know", Known), ("What we do not know", NotKnown), ("When it is decided", Decided),
        ("What it means for you", ForYou), ("Your choices", Choices), ("Next word from us", NextWord),
    ];

    /// <summary>The letter as plain text.</summary>
    public string Letter(string to, string from) => string.Join("\n\n",
        [$"To {to}", .. Answers().Select(a => $"{a.Question}\n{a.Answer}"), from]) + "\n";
}
