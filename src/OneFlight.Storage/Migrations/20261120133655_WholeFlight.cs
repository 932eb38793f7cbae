using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneFlight.Storage.Migrations
{
    /// <inheritdoc />
    public partial class WholeFlight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accesses",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    compartment = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accesses", x => new { x.operator_id, x.campaign_id, x.id });
                    table.ForeignKey(
                        name: "FK_accesses_campaigns_operator_id_campaign_id",
                        columns: x => new { x.operator_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "operator_id", "campaign_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "log_entries",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    compartment = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    known_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "json", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_entries", x => new { x.operator_id, x.campaign_id, x.stream, x.number });
                    table.ForeignKey(
                        name: "FK_log_entries_campaigns_operator_id_campaign_id",
                        columns: x => new { x.operator_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "operator_id", "campaign_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "medical_entries",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    compartment = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    known_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "json", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_medical_entries", x => new { x.operator_id, x.campaign_id, x.stream, x.number });
                    table.ForeignKey(
                        name: "FK_medical_entries_campaigns_operator_id_campaign_id",
                        columns: x => new { x.operator_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "operator_id", "campaign_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            // What was recorded is never changed: not by the application, and not by hand without dropping this first.
            migrationBuilder.Sql("""
                create function refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception '% rows are only added', tg_table_name;
                end $$;
                create trigger only_added before update or delete or truncate on log_entries for each statement execute function refuse_change();
                create trigger only_added before update or delete or truncate on medical_entries for each statement execute function refuse_change();
                create trigger only_added before update or delete or truncate on accesses for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function refuse_change() cascade");
            migrationBuilder.DropTable(
                name: "accesses");

            migrationBuilder.DropTable(
                name: "log_entries");

            migrationBuilder.DropTable(
                name: "medical_entries");
        }
    }
}
