using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Campaigns.Changes;

/// <summary>Something that happened or is wished, to be tried on a plan.</summary>
public abstract record Change;

/// <summary>A flight's liftoff moves by a duration or to an instant; exactly one of the two is given.</summary>
public sealed record Slip(FlightId Flight, Duration? By, Instant? To) : Change;

/// <summary>A vehicle unit, pad or port (the kind of <paramref name="Thing"/>) is not to be had.</summary>
/// <param name="To">Null: until further notice.</param>
public sealed record OutOfService(ThingId Thing, Instant From, Instant? To) : Change;

/// <param name="From">Null: from now.</param>
/// <param name="To">Null: until further notice.</param>
public sealed record NotFit(PersonId Person, Instant? From, Instant? To) : Change;

/// <summary>A seat is given to another person; whoever sat in it flies no more on this flight.</summary>
public sealed record GiveSeat(FlightId Flight, int Seat, PersonId Person) : Change;

/// <summary>An item is ready later than it was.</summary>
public sealed record CargoLate(CargoItemId Item, Instant Ready) : Change;

/// <summary>A flight is taken out.</summary>
public sealed record CancelFlight(FlightId Flight) : Change;

/// <summary>A flight comes in, with what its customers want and were promised.</summary>
public sealed record AddFlight(
    Flight Flight, ImmutableArray<CustomerMission> Missions, ImmutableArray<Promise> Promises, ImmutableArray<CargoItem> Cargo) : Change;
