using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Identity;

/// <summary>The door to an identity: closed until a purpose is named, and who opened it before.</summary>
/// <param name="Known">Null: not opened.</param>
public sealed record IdentityView(
    OpenCampaign Open, CustomerMission Mission, Person Person, SilentIdentity? Known, string? Purpose, ImmutableArray<Problem> Problems, ImmutableArray<AccessRow> Readings);
