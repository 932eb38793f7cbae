using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneFlight.Storage.Migrations
{
    /// <inheritdoc />
    public partial class FirstLight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "operators",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    samples_loaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operators", x => x.operator_id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => new { x.operator_id, x.campaign_id });
                    table.ForeignKey(
                        name: "FK_campaigns_operators_operator_id",
                        column: x => x.operator_id,
                        principalTable: "operators",
                        principalColumn: "operator_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => new { x.operator_id, x.id });
                    table.ForeignKey(
                        name: "FK_members_operators_operator_id",
                        column: x => x.operator_id,
                        principalTable: "operators",
                        principalColumn: "operator_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    planning_now = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    flights = table.Column<int>(type: "integer", nullable: false),
                    missions = table.Column<int>(type: "integer", nullable: false),
                    promises = table.Column<int>(type: "integer", nullable: false),
                    violations = table.Column<int>(type: "integer", nullable: false),
                    findings = table.Column<int>(type: "integer", nullable: false),
                    report = table.Column<string>(type: "json", nullable: false),
                    accepted = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => new { x.operator_id, x.campaign_id, x.number });
                    table.ForeignKey(
                        name: "FK_revisions_campaigns_operator_id_campaign_id",
                        columns: x => new { x.operator_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "operator_id", "campaign_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accept_requests",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    party = table.Column<string>(type: "text", nullable: false),
                    party_name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accept_requests", x => new { x.operator_id, x.campaign_id, x.revision, x.id });
                    table.ForeignKey(
                        name: "FK_accept_requests_revisions_operator_id_campaign_id_revision",
                        columns: x => new { x.operator_id, x.campaign_id, x.revision },
                        principalTable: "revisions",
                        principalColumns: new[] { "operator_id", "campaign_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hear_tasks",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    wave = table.Column<int>(type: "integer", nullable: false),
                    hearer = table.Column<string>(type: "text", nullable: false),
                    shown_as = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    owner_shown_as = table.Column<string>(type: "text", nullable: false),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    after = table.Column<List<string>>(type: "text[]", nullable: false),
                    by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true),
                    means = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hear_tasks", x => new { x.operator_id, x.campaign_id, x.revision, x.line });
                    table.ForeignKey(
                        name: "FK_hear_tasks_revisions_operator_id_campaign_id_revision",
                        columns: x => new { x.operator_id, x.campaign_id, x.revision },
                        principalTable: "revisions",
                        principalColumns: new[] { "operator_id", "campaign_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_parts",
                columns: table => new
                {
                    operator_id = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "json", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_parts", x => new { x.operator_id, x.campaign_id, x.kind, x.id, x.revision });
                    table.ForeignKey(
                        name: "FK_plan_parts_revisions_operator_id_campaign_id_revision",
                        columns: x => new { x.operator_id, x.campaign_id, x.revision },
                        principalTable: "revisions",
                        principalColumns: new[] { "operator_id", "campaign_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_plan_parts_operator_id_campaign_id_revision",
                table: "plan_parts",
                columns: new[] { "operator_id", "campaign_id", "revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accept_requests");

            migrationBuilder.DropTable(
                name: "hear_tasks");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "plan_parts");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "operators");
        }
    }
}
