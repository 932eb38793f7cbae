using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Plans;

/// <summary>A revision with what its successors are compared against.</summary>
internal sealed record KeptPlan(Revision<Campaign> Revision, CheckReport Report, Ordinals Ordinals);

/// <summary>Plans already read, for the whole process. A revision never changes, so an entry can never be stale.</summary>
public sealed class PlanCache(int capacity = 16)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(OperatorId Operator, KeptPlan Plan)> newestFirst = [];

    internal KeptPlan? Find(OperatorId tenant, CampaignId campaign, int number)
    {
        lock (gate)
        {
            var node = Nodes().FirstOrDefault(n => Is(n, tenant, campaign) && n.Value.Plan.Revision.Number == number);
            if (node is null) return null;
            newestFirst.Remove(node);
            newestFirst.AddFirst(node);
            return node.Value.Plan;
        }
    }

    /// <summary>The closest plan at or before a revision, from which few parts lead to it.</summary>
    internal KeptPlan? Below(OperatorId tenant, CampaignId campaign, int number)
    {
        lock (gate)
        {
            return Nodes().Where(n => Is(n, tenant, campaign) && n.Value.Plan.Revision.Number <= number)
                .MaxBy(n => n.Value.Plan.Revision.Number)?.Value.Plan;
        }
    }

    internal void Put(OperatorId tenant, KeptPlan plan)
    {
        lock (gate)
        {
            if (Nodes().Any(n => Is(n, tenant, plan.Revision.Campaign) && n.Value.Plan.Revision.Number == plan.Revision.Number)) return;
            newestFirst.AddFirst((tenant, plan));
            while (newestFirst.Count > capacity) newestFirst.RemoveLast();
        }
    }

    private static bool Is(LinkedListNode<(OperatorId Operator, KeptPlan Plan)> node, OperatorId tenant, CampaignId campaign) =>
        node.Value.Operator == tenant && node.Value.Plan.Revision.Campaign == campaign;

    private IEnumerable<LinkedListNode<(OperatorId Operator, KeptPlan Plan)>> Nodes()
    {
        for (var node = newestFirst.First; node is not null; node = node.Next) yield return node;
    }
}
