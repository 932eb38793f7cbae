using OneFlight.Primitives;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.Things;

/// <summary>What a thing is, in words with names: a stated value knows only ids.</summary>
public static class StateWords
{
    public static string Of(OpenCampaign open, StateValue? value, string none) => value switch
    {
        null => none,
        FlightState { Launch: { } launch } flight =>
            $"{flight.Status}, launch {Say.When(launch)}{(flight.Vehicle is { } vehicle ? $", {open.Index.NameOf(vehicle)}" : "")}{(flight.Pad is { } pad ? $" from {open.Index.NameOf(pad)}" : "")}{Ports(open, flight)}",
        StayState stay => $"{open.Index.NameOf(stay.Port)}, {TimeText.Span(stay.From, stay.To)}",
        MissionState { Flight: { } carried } mission => mission.Text.Replace($"on {carried}", $"on {open.Index.NameOf(carried)}", StringComparison.Ordinal),
        _ => value.Text,
    };

    private static string Ports(OpenCampaign open, FlightState flight) => flight.Ports.Length == 0 ? ""
        : " to " + string.Join(", then ", flight.Ports.Split(", then ").Select(p => open.Index.NameOf(new Operations.Fleet.PortId(p))));
}
