namespace OneFlight.Operations.Logbook;

/// <summary>Words that someone put down where no other event fits.</summary>
public sealed record LogNote(string Words) : ILogEvent;
