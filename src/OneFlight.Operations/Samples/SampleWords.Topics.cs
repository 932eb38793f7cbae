using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>What customers send, and how they say what they expect.</summary>
internal static partial class SampleWords
{
    /// <summary>What a customer sends up, named as a packing list names it.</summary>
    public static ImmutableArray<string> Items(CustomerKind kind) => kind switch
    {
        CustomerKind.Laboratory => ["Sample cassette", "Furnace cartridge", "Cold box", "Culture tray", "Data logger", "Spare pump module"],
        CustomerKind.University => ["Student payload", "Camera and bracket", "Seed tray", "Cable set"],
        CustomerKind.Brand => ["Timepiece in case", "Camera kit", "Textile sample", "Ceramic cup in foam"],
        CustomerKind.Culture => ["Panel in climate case", "Folded cloth in linen", "Score and stand", "Small bronze in case"],
        CustomerKind.Station => ["Water bags", "Filter set", "Spare pump", "Food containers", "Crew clothing", "Rack drawer", "Battery unit", "Laptop set"],
        _ => ["Personal kit"],
    };

    /// <summary>A catalogue's heading turned into what a person says; the other expectations already are.</summary>
    public static readonly ImmutableDictionary<string, string> Spoken = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EX-004"] = "Quarantine is no longer than the two weeks you promised",
        ["EX-005"] = "My stay is the length I bought, and extra days cost me nothing",
        ["EX-009"] = "Five hours at the window that belong to nobody's schedule",
        ["EX-010"] = "I see my home town in daylight",
        ["EX-012"] = "My first day up there is free of tasks",
        ["EX-013"] = "Eight hours for sleep every night, and nobody looks in",
        ["EX-014"] = "There is food that I like and may eat",
        ["EX-015"] = "No camera is on me when I am unwell",
        ["EX-016"] = "One hour that is my own, without interruption",
        ["EX-017"] = "I am given prayer times and the direction, every day",
        ["EX-018"] = "There are photos of me, taken by someone who can",
        ["EX-020"] = "The dome is opened for me, for hours and not for minutes",
        ["EX-021"] = "I have a private call with my family on the second day",
        ["EX-022"] = "My family hears first, whatever there is to hear",
        ["EX-023"] = "One named person stays beside us",
        ["EX-024"] = "We get an honest note every day, also on a bad one",
        ["EX-025"] = "Our children get an explanation of their own",
        ["EX-027"] = "We have a good place to see the launch",
        ["EX-029"] = "My messages are answered by a person",
        ["EX-041"] = "I hear from you regularly, also when nothing happened",
        ["EX-042"] = "When something goes wrong I know when the next news comes, and it comes",
        ["EX-053"] = "We are the only ones of our trade on this flight",
        ["EX-056"] = "I am prepared for criticism before it comes",
        ["EX-058"] = "You correct false reports about us",
        ["EX-059"] = "The call with our head of state takes place",
        ["EX-060"] = "Our flag and our firsts are credited",
        ["EX-061"] = "Our samples are back with us, cold, within 48 hours of splashdown",
        ["EX-062"] = "Our samples are loaded on the last day before the launch",
        ["EX-064"] = "Our experiment runs for N hours or more",
        ["EX-065"] = "The capsule comes back when planned",
        ["EX-066"] = "What we fly stays confidential",
        ["EX-067"] = "We get the complete data package within a month of landing",
        ["EX-068"] = "It flies before my students graduate",
        ["EX-069"] = "If it is lost, we fly again",
        ["EX-073"] = "All ranked experiments above the line are done",
        ["EX-074"] = "Our object comes back undamaged, with its certificate",
        ["EX-078"] = "I have a quiet week after the return",
        ["EX-080"] = "I have the film and the photos a month after landing",
        ["EX-081"] = "What I took along comes back with proof that it flew",
        ["EX-082"] = "You introduce me to others who flew",
        ["EX-083"] = "You do not use me for marketing without asking",
    }.ToImmutableDictionary();
}
