namespace OneFlight.Operations.Samples;

/// <summary>Deals things in a drawn order and shuffles them anew when all were dealt, so that nothing comes back soon.</summary>
internal sealed class SampleDeck<T>(IReadOnlyCollection<T> things, SampleRandom random)
{
    private readonly Queue<T> left = [];

    public T Deal()
    {
        if (left.Count == 0)
            foreach (var thing in random.Shuffled(things)) left.Enqueue(thing);
        return left.Dequeue();
    }
}
