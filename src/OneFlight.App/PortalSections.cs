using OneFlight.App.Cargo;
using OneFlight.App.Portal;
using OneFlight.App.Safety;
using OneFlight.App.Stewardship;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Logbook;

namespace OneFlight.App;

/// <summary>What capabilities put on customers' pages. Some capabilities add theirs themselves; the portal knows none of them.</summary>
public static class PortalSections
{
    public static void AddPortalSections(this IServiceCollection services)
    {
        services.AddSingleton(new PortalSource("consent", ConsentForCustomers.Sections));
        services.AddSingleton(new PortalSource("criteria", CriteriaForCustomers.Sections));
        services.AddSingleton(new PortalSource("custody", CustodyForCustomers.Sections)
        {
            Reads = facts => CustodyForCustomers.ItemsOf(facts).Select(item => new PortalStream(Compartment.Operations, Custody.Stream(item.Id))),
        });
    }
}
