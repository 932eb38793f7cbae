using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Samples;

/// <summary>The flights, people and customers of the story, before any capability adds its facts.</summary>
internal static class StoryCast
{
    public const string Station = "lyra-station", Partners = "lyra-station-partners", FlightSeries = "CYGNET", CargoSeries = "DRAY";

    /// <summary>Stage and wanted liftoff in days after the sample's "now"; the launch day's is two hours and ten minutes ahead.</summary>
    private static readonly (StoryStage Stage, double Days)[] Stages =
    [
        (StoryStage.After, -49.2), (StoryStage.Landed, -18.1), (StoryStage.OnOrbit, -5.2), (StoryStage.LaunchDay, 0.0903), (StoryStage.Readiness, 11.3),
        (StoryStage.Cargo, 27.4), (StoryStage.Consent, 49.1), (StoryStage.Training, 118.2), (StoryStage.Selection, 214.0), (StoryStage.Contract, 301.3),
    ];

    private static readonly double[] CargoDays = [-38.3, 4.4, 58.2, 121.0, 196.3, 272.1];

    private static readonly (string Town, string Zone, string Alias)[] Guests =
    [
        ("Lisbon", "Europe/Lisbon", "Guest Thistle"), ("Montevideo", "America/Montevideo", "Guest Saffron"), ("Kyoto", "Asia/Tokyo", "Guest Bracken"),
        ("Tallinn", "Europe/Tallinn", "Guest Lupin"), ("Muscat", "Asia/Muscat", "Guest Yarrow"), ("Halifax", "America/Halifax", "Guest Tansy"),
        ("Trieste", "Europe/Rome", "Guest Sorrel"), ("Wellington", "Pacific/Auckland", "Guest Betony"), ("Accra", "Africa/Accra", "Guest Campion"), ("Quito", "America/Guayaquil", "Guest Vetch"),
    ];

    private static readonly string[] Performers = ["lutenist", "cellist", "calligrapher", "poet", "dancer", "glass singer", "puppeteer", "weaver", "storyteller", "kite maker"];

    private static readonly string[] Offices = ["alder-family-office", "rowan-family-office", "juniper-family-office", "mangrove-family-office", "larch-family-office"];
    private static readonly string[] Agencies = ["nordhavet-space-agency", "cordillera-space-commission", "kurogane-space-office", "sahel-space-agency", "danube-astronaut-program"];
    private static readonly string[] Laboratories = ["tidewater-protein-laboratory", "institute-for-slow-crystals", "vasa-tissue-works", "pampa-vaccine-institute"];
    private static readonly string[] Cultures = ["orchestra-of-the-estuary", "house-of-letters", "the-lacquer-guild", "theater-without-walls", "weavers-of-the-high-valley"];
    private static readonly string[] Brokers = ["atrium-cultural-agency", "meadowlark-private-journeys"];

    private static readonly string[] GuestSuccess =
    [
        "To sit alone at the window for one whole orbit without being spoken to, and to come home without anyone having known that I went.",
        "To see the river I grew up on from source to sea in one look, and to keep it to myself.",
        "Nobody asks me how it was. I want to find out myself, in silence, and it is done when I have slept one night up there without a clock.",
    ];

    private static string Id(int number) => number.ToString("00", CultureInfo.InvariantCulture);
    private static FlightId FlightOf(int number) => new($"{FlightSeries}-{Id(number)}");
    private static PersonId Person(int number, string what) => new($"s{Id(number)}-{what}");
    private static MissionId Mission(int number, int which) => new($"{FlightOf(number)}-M{which}");

    private static StoryFlight Of(int number, StoryStage stage) => new(
        number, stage, FlightOf(number), Person(number, "commander"), Person(number, "guest"), Person(number, "astronaut"), Person(number, "performer"), Person(number, "family"),
        new(Offices[number % Offices.Length]), new(Agencies[number % Agencies.Length]), new(Laboratories[number % Laboratories.Length]),
        new(Cultures[number % Cultures.Length]), new(Brokers[number % Brokers.Length]),
        Mission(number, 1), Mission(number, 2), Mission(number, 3), Mission(number, 4), Person(number, "steward"));

    /// <summary>The story's flights in a campaign, in the order of their launches.</summary>
    public static ImmutableArray<StoryFlight> Find(Campaign campaign)
    {
        var ids = campaign.Flights.Select(f => f.Id).ToHashSet();
        return [.. Stages.Select((s, i) => Of(i + 1, s.Stage)).Where(s => ids.Contains(s.Flight))];
    }

    /// <summary>Adds station, units, pads, people, flights, missions and promises.</summary>
    public static (Campaign Campaign, ImmutableArray<StoryFlight> Story) Join(Campaign year, SampleReference reference)
    {
        ImmutableArray<StoryFlight> story = [.. Stages.Select((s, i) => Of(i + 1, s.Stage))];
        var nominal = reference.Templates.Templates.Single(t => t.Template.Id == "private-astronaut-mission");
        var cargo = reference.Templates.Templates.Single(t => t.Template.Id == "cargo-resupply");
        var crewed = story.Select((s, i) => Sample(s.Flight, FlightKind.PrivateMission, s.Number, nominal, OperatorYear.AsOf + Duration.FromMinutes(Math.Round(Stages[i].Days * 1440)))).ToList();
        var feeding = CargoDays.Select((days, i) => Sample(new($"{CargoSeries}-{i + 1}"), FlightKind.Cargo, i + 1, cargo, OperatorYear.AsOf + Duration.FromMinutes(Math.Round(days * 1440)))).ToList();
        var random = new SampleRandom(2027);
        var drawn = new SamplePromises(reference);
        var missions = story.SelectMany(s => MissionsOf(s)).ToImmutableArray();
        var promises = missions.SelectMany((m, i) => drawn.Of(
            m, crewed.Single(f => f.Id == m.Flight), $"Steward of {m.Flight}", m.Participant is null ? m.Name : ShownTo(story, m), random.Fork((ulong)i))).ToImmutableArray();

        return (year with
        {
            Fleet = StoryFleet.Join(year.Fleet),
            People = Join(year.People, story),
            Flights = [.. year.Flights, .. crewed.Select((f, i) => Flight(f, Seats(story[i]), StoryFleet.Crew)), .. feeding.Select(f => Flight(f, [], StoryFleet.Cargo))],
            Missions = [.. year.Missions, .. missions],
            Promises = [.. year.Promises, .. promises],
        }, story);
    }

    private static SampleFlight Sample(FlightId id, FlightKind kind, int number, Exchange.NominalTemplate nominal, Instant launch) =>
        new(id, kind, number, nominal, 0, launch, nominal.Anchors[Anchor.Departure] - nominal.Anchors[Anchor.Arrival]);

    private static Flight Flight(SampleFlight flight, ImmutableArray<Seat> seats, StoryUnits units) => new(
        flight.Id, flight.Id.Value, flight.Kind, flight.Template.Template.Id,
        new(flight.Launch, flight.Launch - Duration.FromHours(12), flight.Launch + Duration.FromDays(30), flight.Stay, flight.TransitUp, flight.TransitDown,
            new(Station), [units.Type], units.Vehicles, units.Pads, units.Ports),
        seats, Plan: null);

    private static ImmutableArray<Seat> Seats(StoryFlight s) =>
    [
        new(1, "Commander", s.Commander, Legs.Both, s.Number % 2 == 0 ? Person(s.Number, "reserve") : null), new(2, "Guest", s.Guest, Legs.Both),
        new(3, "Mission specialist", s.Astronaut, Legs.Both), new(4, "Guest", s.Performer, Legs.Both),
    ];

    private static string ShownTo(ImmutableArray<StoryFlight> story, CustomerMission mission)
    {
        var own = story.Single(s => s.Flight == mission.Flight);
        return mission.Participant == own.Guest ? Guests[own.Number - 1].Alias : mission.Name;
    }

    private static PeopleBook Join(PeopleBook people, ImmutableArray<StoryFlight> story)
    {
        var home = new OrganizationId("halyard-spacelines");
        string[] desks = ["Europe/Lisbon", "America/Chicago", "Asia/Singapore"];
        Person Own(PersonId id, string shown, string zone = "America/New_York") => new(id, shown, home, zone, null, [], []);
        IEnumerable<Person> cast = story.SelectMany(s => new Person[]
        {
            Own(s.Commander, $"Commander, {s.Flight}"), Own(Person(s.Number, "reserve"), $"Reserve commander, {s.Flight}"), Own(s.Steward, $"Steward of {s.Flight}", desks[s.Number % desks.Length]),
            new(s.Guest, $"Guest 1, {s.Flight}", null, Guests[s.Number - 1].Zone, Guests[s.Number - 1].Alias, [], []),
            new(s.Astronaut, $"Agency astronaut, {s.Flight}", s.Agency, people.Organizations.Single(o => o.Id == s.Agency).Zone, null, [], []),
            new(s.Performer, $"The {Performers[s.Number - 1]} of {s.Flight}", s.Culture, people.Organizations.Single(o => o.Id == s.Culture).Zone, null, [], []),
            new(s.Family, $"Relative of {Guests[s.Number - 1].Alias}", null, Guests[s.Number - 1].Zone, $"Relative of {Guests[s.Number - 1].Alias}", [], []),
        });
        Person[] staff =
        [
            Own(StoryStaff.Planner, "Campaign planner"), Own(StoryStaff.TrainingLead, "Training lead"), Own(StoryStaff.Surgeon, "Flight surgeon"), Own(StoryStaff.Safety, "Safety lead"),
            Own(StoryStaff.FlightDirector, "Flight director"), Own(StoryStaff.Logistics, "Logistics lead"), Own(StoryStaff.Executive, "Chief executive"),
            new(StoryStaff.PartnerDesk, "Desk of Lyra Station Partners", new(Partners), "Europe/Paris", null, [], []),
            Own(StoryStaff.WeatherOfficer, "Launch weather officer"), Own(StoryStaff.LaunchConductor, "Launch conductor"), Own(StoryStaff.Recovery, "Recovery director"), Own(StoryStaff.Communicator, "Crew communicator"),
            .. StoryStaff.Instructors.Select((id, i) => Own(id, $"Instructor {i + 1}")),
        ];
        return new([.. people.Organizations, new(new(Partners), "Lyra Station Partners", OrganizationKind.Station, "Europe/Paris", StoryStaff.PartnerDesk)], [.. people.Persons, .. staff, .. cast]);
    }

    private static IEnumerable<CustomerMission> MissionsOf(StoryFlight s)
    {
        SuccessCriterion Felt(int n, string text, double weight) => new($"C{n}", text, false, null, weight);
        SuccessCriterion Measured(int n, string text, string measure, double weight) => new($"C{n}", text, true, measure, weight);
        yield return new(s.GuestMission, $"Guest mission of {Guests[s.Number - 1].Alias}", CustomerKind.Participant, s.Flight, null, s.Guest, null, Posture.Silent, s.Steward, true,
            GuestSuccess[s.Number % GuestSuccess.Length],
            [Measured(1, "One whole orbit at the window without being spoken to", "minutes undisturbed", 0.5), Felt(2, "Nobody learned of it from us", 0.3), Felt(3, "I came back calmer than I went", 0.2)], s.Family, Sample: true)
        { Office = s.Office };
        yield return new(s.AgencyMission, "Astronaut flight of the agency", CustomerKind.Agency, s.Flight, s.Agency, s.Astronaut, null, Posture.Public, s.Steward, true,
            "Our astronaut does the nine experiments of our universities with her own hands, and our schools speak with her once.",
            [Measured(1, "Experiments done", "of nine", 0.6), Measured(2, "Minutes of school contact", "minutes, 20 wanted", 0.4)], null, Sample: true);
        yield return new(s.ColdSample, "Protein crystals, cold up and down", CustomerKind.Laboratory, s.Flight, s.Laboratory, null, null, Posture.PrivateCircle, s.Steward, true,
            "Forty trays grow undisturbed for eight days and are back in our freezer, never warmer than minus 70, within 48 hours of splashdown.",
            [Measured(1, "Trays returned cold", "of forty", 0.7), Measured(2, "Hours from splashdown to our freezer", "hours, at most 48", 0.3)], null, Sample: true);
        yield return new(s.CultureMission, "A performance without weight", CustomerKind.Culture, s.Flight, s.Culture, s.Performer, s.Broker, Posture.Celebrity, s.Steward, true,
            "One performance is given and heard on the ground, in one piece, while the station crosses our own coast.",
            [Measured(1, "Minutes of the performance carried live", "of twelve", 0.5), Felt(2, "It was art and not a stunt", 0.5)], null, Sample: true);
    }
}
