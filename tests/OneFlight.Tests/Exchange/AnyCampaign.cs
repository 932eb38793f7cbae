using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Safety;
using OneFlight.Operations.Stewardship;
using OneFlight.Operations.Supply;
using OneFlight.Operations.Training;
using OneFlight.Primitives;
using Binding = OneFlight.Operations.Flights.Binding;

namespace OneFlight.Tests.Exchange;

/// <summary>Well-formed campaigns in which every field is sometimes there and sometimes not, and texts and figures are awkward.</summary>
internal sealed class AnyCampaign(int seed)
{
    private static readonly string[] texts =
    [
        "plain", "=HYPERLINK(\"http://x\")", "<script>alert(1)</script>", "Žluťoučký kůň", "日本語 🚀", "a \"quoted\" \\ text", "two\nlines\tand a tab", "+1", "-", "@x", "it's & <b>",
    ];

    private readonly Random random = new(seed);

    public static Campaign Make(int seed) => new AnyCampaign(seed).Campaign();

    private Campaign Campaign()
    {
        var types = Some("type", id => new VehicleType(
            new(id), Text(), Pick<VehicleRole>(), Maybe(Text), Flip(), MaybeCount(), MaybeCount(), MaybeCount(), MaybeMass(), MaybeMass(),
            MaybeSpan(), MaybeSpan(), MaybeSpan(), Maybe(Text), Maybe(Text))
        {
            PressurizedVolumeM3 = Flip() ? random.NextDouble() * 40 : null,
            UnpressurizedVolumeM3 = Flip() ? random.NextDouble() * 40 : null,
            ColdLockers = MaybeCount(),
        });
        var vehicles = Some("vehicle", id => new Vehicle(new(id), Text(), One(types).Id, Outages()));
        var organizationIds = Ids("org");
        var personIds = Ids("person");
        var pads = Some("pad", id => new Pad(new(id), Text(), [One(types).Id], Span(), Span(), Outages(), Maybe(() => One(organizationIds))));
        var stations = Some("station", id => new Station(
            new(id), Text(), MaybeCount(), MaybeCount(), new(Span(), Span(), Span(), Span()),
            Some(id + "-port", port => Port(port, One(types).Id)), Maybe(() => One(organizationIds))));
        var ports = stations.SelectMany(s => s.Ports).ToImmutableArray();
        var resources = Some("resource", id => new Resource(new(id), Text(), random.Next(9), Flip() ? Calendar() : null, Outages()));
        var organizations = organizationIds.Select(id => new Organization(new(id), Text(), Pick<OrganizationKind>(), Zone(), Flip() ? new PersonId(One(personIds)) : null)).ToImmutableArray();
        var persons = personIds.Select(id => new Person(
            new(id), Text(), Flip() ? new OrganizationId(One(organizationIds)) : null, Zone(), Maybe(Text),
            Few(_ => new Qualification(Text(), MaybeAt())), Few(_ => At() is var from ? new Unfitness(from, Flip() ? from + Span() : null) : null!))).ToImmutableArray();
        var templates = Some("template", id => Template(id, resources));
        var rules = Some("EX", id => new PromiseRule(
            id, Text(), Text(), Text(), Pick<DecidedBy>(), Maybe(Text), Pick<Comparison>(), Number(), Number(), Number(), Number(), Few(_ => Text()), Maybe(Text)));
        var flights = Some("flight", id => Flight(id, One(templates), types, vehicles, pads, stations, ports, personIds, resources));
        var missions = Some("mission", id => Mission(id, flights, organizationIds, personIds));
        var promises = missions.SelectMany(m => Shares().Select((weight, i) => new Promise(
            new($"{m.Id}-{i}"), m.Id, One(rules).Id, Text(), Pick<PromiseKind>(), Pick<PromiseMoment>(), Text(), Text(), At(), weight, Terms(), Flip()))).ToImmutableArray();
        var cargo = Some("cargo", id =>
        {
            var flight = One(flights);
            var activities = templates.FirstOrDefault(t => t.Id == flight.Template)?.Activities;
            return new CargoItem(
                new(id), Text(), flight.Id, Flip() ? One(missions).Id : null, Mass.FromKilograms(random.NextDouble() * 900), At(), activities is { } known ? One(known).Id : new("ANY"), Flip())
            {
                Direction = Pick<Direction>(),
                Hold = Flip() ? Pick<Hold>() : null,
                Size = Flip() ? new(1 + random.Next(900), 1 + random.Next(900), 1 + random.Next(900)) : null,
                Bag = Flip() ? "ctb-single" : null,
                HazardClass = Flip() ? HazardClasses.All[random.Next(HazardClasses.All.Length)] : null,
                Priority = Pick<CargoPriority>(),
                LateLoad = Flip(),
                Cold = Flip() ? new(random.Next(-196, 20), random.NextDouble() * 90, random.Next(3)) : null,
                Life = Flip() ? new(At(), Span(), Pick<LifeEnd>()) : null,
                Return = Flip() ? new(random.NextDouble() * 90, Text()) : null,
                Supplies = Flip() ? "packaged-food" : null,
            };
        });
        var campaign = new Campaign(new("campaign " + seed), Text(), MaybeAt(), Maybe(Text), new(types, vehicles, pads, stations, resources), new(organizations, persons),
            templates, rules, flights, missions, promises, cargo);
        return WithBooks(campaign);
    }

    /// <summary>The campaign with everything in its books, and in the fields of its records that are read by their type.</summary>
    private Campaign WithBooks(Campaign campaign)
    {
        var any = new AnyRecord(random, campaign);
        return campaign with
        {
            People = campaign.People with { Persons = [.. campaign.People.Persons.Select(p => any.Filled(p))] },
            Flights = [.. campaign.Flights.Select(f => any.Filled(f, nameof(f.OwnActivities)))],
            Missions = [.. campaign.Missions.Select(m => any.Filled(m))],
            Clearances = any.Many<Clearance>(),
            Qualifications = any.One<QualificationBook>(),
            Training = any.One<TrainingBook>(),
            Safety = any.One<SafetyBook>(),
            Control = any.One<ControlBook>(),
            Supply = any.One<SupplyBook>(),
            Care = any.One<CareBook>(),
            Learning = any.One<LearningBook>(),
        };
    }

    private Port Port(string id, VehicleTypeId type)
    {
        var from = At();
        return new(new(id), Text(), Text(), [type], Flip() ? from : null, Flip() ? from + Span() : null, Outages());
    }

    private WorkCalendar Calendar() => new(
        Zone(), [IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday], new(8, random.Next(60)), new LocalTime(17, 30).PlusNanoseconds(random.Next(1_000_000)),
        Few(i => new LocalDate(2027, 1 + i, 3)));

    private MissionTemplate Template(string id, ImmutableArray<Resource> resources)
    {
        var activities = Ids("ACT");
        return new(id, Text(), [.. activities.Select(a => Activity(a, activities, resources))]);
    }

    private ActivityTemplate Activity(string id, ImmutableArray<string> before, ImmutableArray<Resource> resources) => new(
        new(id), Text(), Text(), Pick<Anchor>(), -Span(), Span(), Span(), Span(), Few(_ => One(resources).Id),
        before.IsEmpty ? [] : Few(_ => new Prerequisite(new(One(before)), Flip())), Few(_ => Text()), Pick<SlipBehavior>(), Text());

    private Flight Flight(
        string id, MissionTemplate template, ImmutableArray<VehicleType> types, ImmutableArray<Vehicle> vehicles, ImmutableArray<Pad> pads,
        ImmutableArray<Station> stations, ImmutableArray<Port> ports, ImmutableArray<string> persons, ImmutableArray<Resource> resources)
    {
        var launch = At();
        var wish = new FlightWish(
            launch, Flip() ? launch - Span() : null, Flip() ? launch + Span() : null, MaybeSpan(), Span(), Span(), Flip() ? One(stations).Id : null,
            [One(types).Id], Few(_ => One(vehicles).Id), Few(_ => One(pads).Id), Few(_ => One(ports).Id), Flip() ? new(Flip(), Flip(), Flip(), Flip(), Text()) : null);
        var seats = Few(i => new Seat(i + 1, Text(), Flip() ? new PersonId(One(persons)) : null, Pick<Legs>(), Flip() ? new PersonId(One(persons)) : null));
        var own = Few(i => Activity($"OWN-{i}", [], resources));
        // The plan may well be wrong: times in any order, ports held at any time.
        var plan = new FlightPlan(
            At(), MaybeAt(), MaybeAt(), MaybeAt(), One(vehicles).Id, Flip() ? One(pads).Id : null,
            Few(_ => new PortStay(One(ports).Id, At(), MaybeAt(), Maybe(Text))), [.. template.Activities.Concat(own).Select(a => new PlannedActivity(a.Id, At(), At(), Pick<ActivityStatus>()))],
            Few(_ => new Binding(Text(), Flip() ? new ThingId("flight", "a:b") : null, Text())),
            Flip() ? new AsFlown(Flip() ? One(types).Id : null, Maybe(Text), MaybeAt(), MaybeAt(), Flip(), Flip() ? One(ports).Id : null, Flip() ? One(ports).Id : null) : null);
        return new(new(id), Text(), Pick<FlightKind>(), Flip() ? template.Id : null, wish, seats, Flip() ? plan : null, Flip() ? new(At(), Text()) : null) { OwnActivities = own };
    }

    private CustomerMission Mission(string id, ImmutableArray<Flight> flights, ImmutableArray<string> organizations, ImmutableArray<string> persons)
    {
        OrganizationId? Organization() => Flip() ? new OrganizationId(One(organizations)) : null;
        PersonId? Person() => Flip() ? new PersonId(One(persons)) : null;
        var criteria = Flip() ? [] : Shares().Select((w, i) => new SuccessCriterion($"c{i}", Text(), Flip(), Maybe(Text), w)).ToImmutableArray();
        return new(new(id), Text(), Pick<CustomerKind>(), Flip() ? One(flights).Id : null, Organization(), Person(), Organization(), Pick<Posture>(),
            Person(), Flip(), Text(), criteria, Person(), Flip());
    }

    private PromiseTerms Terms()
    {
        var from = At();
        var window = new Interval(Flip() ? from : null, Flip() ? from + Span() : null);
        return Flip() ? PromiseTerms.None : new(Flip() ? window : null, MaybeAt(), Flip() ? Number() : null);
    }

    private ImmutableArray<double> Shares()
    {
        var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.NextDouble() + 0.1).ToArray();
        return [.. parts.Select(p => p / parts.Sum())];
    }

    private bool Flip() => random.Next(2) == 0;
    private string Text() => texts[random.Next(texts.Length)];
    private string Zone() => Flip() ? "Europe/Berlin" : "America/New_York";
    private double Number() => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 9));
    private T One<T>(ImmutableArray<T> of) => of[random.Next(of.Length)];
    private T Pick<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
    private string? Maybe(Func<string> make) => Flip() ? make() : null;
    private int? MaybeCount() => Flip() ? random.Next(9) : null;
    private Mass? MaybeMass() => Flip() ? Mass.FromKilograms(random.NextDouble() * 9000) : null;
    private Instant? MaybeAt() => Flip() ? At() : null;
    private Duration? MaybeSpan() => Flip() ? Span() : null;

    private Instant At()
    {
        var second = Instant.FromUtc(2027, 1, 1, 0, 0) + Duration.FromSeconds(random.Next(-100_000_000, 100_000_000));
        return Flip() ? second : second.PlusNanoseconds(random.Next(1_000_000_000));
    }

    private Duration Span() => random.Next(5) switch
    {
        0 => Duration.FromDays(random.Next(400)),
        1 => Duration.FromHours(random.Next(400) / 4.0),
        2 => Duration.FromMinutes(random.Next(100)),
        3 => Duration.Zero,
        _ => Duration.FromNanoseconds(random.NextInt64(10_000_000_000_000)),
    };

    private ImmutableArray<Outage> Outages() => Few(_ => At() is var from ? new Outage(from, Flip() ? from + Span() : null, Text()) : null!);
    private ImmutableArray<T> Few<T>(Func<int, T> make) => [.. Enumerable.Range(0, random.Next(3)).Select(make)];
    private ImmutableArray<T> Some<T>(string name, Func<string, T> make) => [.. Ids(name).Select(make)];
    private ImmutableArray<string> Ids(string name) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => $"{name}-{i}")];
}
