using System.Globalization;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>What the missions of one flight send up: most with the standard load, cold and living things with the late load.</summary>
internal sealed class SampleCargo(SampleFlight flight, SampleRandom random)
{
    private int made;

    public IEnumerable<CargoItem> Of(CustomerMission mission)
    {
        var onCargo = flight.Kind == FlightKind.Cargo;
        if (mission.Kind is CustomerKind.Participant or CustomerKind.Family or CustomerKind.Agency) yield break;
        var names = random.Shuffled(SampleWords.Items(mission.Kind));
        var count = mission.Kind == CustomerKind.Station ? 3 + random.Below(3) : onCargo ? 1 + random.Below(3) : 1;
        for (var i = 0; i < Math.Min(count, names.Count); i++)
        {
            var late = mission.Kind == CustomerKind.Laboratory && i == 0;
            var kilograms = mission.Kind == CustomerKind.Station ? random.Between(150, 620) : onCargo ? random.Between(4, 120) : random.Between(1.5, 35);
            yield return Item(mission, names[i], late ? "LATE" : "STDLOAD", Math.Round(kilograms, 1));
        }
    }

    private CargoItem Item(CustomerMission mission, string name, string stem, double kilograms)
    {
        var load = flight.Template.Template.Activities.Single(a => a.Id.Stem == stem);
        var spare = stem == "LATE" ? Duration.FromHours(3 + random.Below(40)) : Duration.FromHours(24 * (2 + random.Below(16)));
        return new(
            new(string.Create(CultureInfo.InvariantCulture, $"{flight.Id}-C{++made:00}")), name, flight.Id, mission.Id,
            Mass.FromKilograms(kilograms), flight.At(load).Start - spare, load.Id);
    }
}
