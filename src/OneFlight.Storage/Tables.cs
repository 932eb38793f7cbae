using Microsoft.EntityFrameworkCore;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage;

/// <summary>Tables, keys and what refers to what. Every key begins with the operator, and nothing goes because something else went.</summary>
internal static class Tables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OperatorRow>(table =>
        {
            table.ToTable("operators").HasKey(o => o.Operator);
        });
        model.Entity<Member>(table =>
        {
            table.ToTable("members").HasKey(m => new { m.Operator, m.Id });
            table.HasOne<OperatorRow>().WithMany().HasForeignKey(m => m.Operator).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignRow>(table =>
        {
            table.ToTable("campaigns").HasKey(c => new { c.Operator, c.Campaign });
            table.HasOne<OperatorRow>().WithMany().HasForeignKey(c => c.Operator).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RevisionRow>(table =>
        {
            // The key is what a lost race runs into.
            table.ToTable("revisions").HasKey(r => new { r.Operator, r.Campaign, r.Number });
            table.Property(r => r.Report).HasColumnType("json");
            table.Property(r => r.Accepted).HasColumnType("json");
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => new { r.Operator, r.Campaign }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PlanPart>(table =>
        {
            table.ToTable("plan_parts").HasKey(p => new { p.Operator, p.Campaign, p.Kind, p.Id, p.Revision });
            table.HasIndex(p => new { p.Operator, p.Campaign, p.Revision });
            // Not jsonb, which would reorder and round what must come back exactly.
            table.Property(p => p.Document).HasColumnType("json");
            table.HasOne<RevisionRow>().WithMany().HasForeignKey(p => new { p.Operator, p.Campaign, p.Revision }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HearTask>(table =>
        {
            table.ToTable("hear_tasks").HasKey(t => new { t.Operator, t.Campaign, t.Revision, t.Line });
            table.HasOne<RevisionRow>().WithMany().HasForeignKey(t => new { t.Operator, t.Campaign, t.Revision }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AcceptRequest>(table =>
        {
            table.ToTable("accept_requests").HasKey(a => new { a.Operator, a.Campaign, a.Revision, a.Id });
            table.HasOne<RevisionRow>().WithMany().HasForeignKey(a => new { a.Operator, a.Campaign, a.Revision }).OnDelete(DeleteBehavior.Restrict);
        });
        MapLog<OpenLogRow>(model, "log_entries");
        MapLog<MedicalLogRow>(model, "medical_entries");
        model.Entity<AccessRow>(table =>
        {
            table.ToTable("accesses").HasKey(a => new { a.Operator, a.Campaign, a.Id });
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(a => new { a.Operator, a.Campaign }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapLog<TRow>(ModelBuilder model, string name) where TRow : LogRow => model.Entity<TRow>(table =>
    {
        // The key is what two who add at the same time run into.
        table.ToTable(name).HasKey(r => new { r.Operator, r.Campaign, r.Stream, r.Number });
        // Not jsonb, which would reorder what was hashed.
        table.Property(r => r.Document).HasColumnType("json");
        table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => new { r.Operator, r.Campaign }).OnDelete(DeleteBehavior.Restrict);
    });
}
