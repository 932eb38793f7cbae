using Microsoft.EntityFrameworkCore;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage;

/// <summary>The database as one operator sees it: rows of others are neither read nor written.</summary>
public sealed class OneFlightDb(DbContextOptions<OneFlightDb> options, OperatorId tenant) : DbContext(options)
{
    /// <summary>The operator whose rows are seen.</summary>
    public OperatorId Tenant => tenant;

    public DbSet<OperatorRow> Operators => Set<OperatorRow>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    public DbSet<PlanPart> PlanParts => Set<PlanPart>();
    public DbSet<HearTask> HearTasks => Set<HearTask>();
    public DbSet<AcceptRequest> AcceptRequests => Set<AcceptRequest>();
    public DbSet<OpenLogRow> Log => Set<OpenLogRow>();
    public DbSet<MedicalLogRow> MedicalLog => Set<MedicalLogRow>();
    public DbSet<AccessRow> Accesses => Set<AccessRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Instant>().HaveConversion<InstantColumn>();
        configuration.Properties<OperatorId>().HaveConversion<OperatorColumn>();
        configuration.Properties<CampaignId>().HaveConversion<CampaignColumn>();
        configuration.Properties<AcceptState>().HaveConversion<string>();
        configuration.Properties<Operations.Logbook.Compartment>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        Tables.Map(model);
        foreach (var type in model.Model.GetEntityTypes().Select(t => t.ClrType).ToList())
        {
            GetType().GetMethod(nameof(OnlyOwnRows), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type).Invoke(this, [model]);
        }
        SnakeCase.Apply(model);
    }

    /// <exception cref="InvalidOperationException">A row belongs to another operator.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseRowsOfOthers();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc cref="SaveChangesAsync(bool, CancellationToken)"/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseRowsOfOthers();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private void OnlyOwnRows<TRow>(ModelBuilder model) where TRow : class, ITenantRow =>
        model.Entity<TRow>().HasQueryFilter(row => row.Operator == Tenant);

    private void RefuseRowsOfOthers()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Entity is not ITenantRow row || row.Operator != tenant)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another operator cannot be written by {tenant}.");
        }
    }
}
