using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Sheet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AuraEventId",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Remark",
                table: "Entries",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sending",
                table: "Entries",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AuraReasonId",
                table: "Commands",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReasonState",
                table: "Commands",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WithSafeCode",
                table: "Commands",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Closures",
                columns: table => new
                {
                    CalloutId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Responders = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ResponseSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    ResolutionSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    Report = table.Column<string>(type: "TEXT", maxLength: 65536, nullable: true),
                    MapAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MapUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    MapImage = table.Column<string>(type: "TEXT", maxLength: 262144, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    RatingDetails = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    MayBeContacted = table.Column<bool>(type: "INTEGER", nullable: true),
                    RatingItems = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RatingState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RatingRemark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RatedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closures", x => x.CalloutId);
                    table.ForeignKey(
                        name: "FK_Closures_Callouts_CalloutId",
                        column: x => x.CalloutId,
                        principalTable: "Callouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 8192, nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.UserId, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_CalloutId_AuraEventId",
                table: "Entries",
                columns: new[] { "CalloutId", "AuraEventId" },
                unique: true,
                filter: "\"AuraEventId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_Sending",
                table: "Entries",
                column: "Sending",
                filter: "\"Sending\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commands_ReasonState",
                table: "Commands",
                column: "ReasonState",
                filter: "\"ReasonState\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Closures_NextAttemptAt",
                table: "Closures",
                column: "NextAttemptAt",
                filter: "\"NextAttemptAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_UpdatedAt",
                table: "Drafts",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Closures");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Entries_CalloutId_AuraEventId",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_Sending",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Commands_ReasonState",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "AuraEventId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Remark",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Sending",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "AuraReasonId",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "ReasonState",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "WithSafeCode",
                table: "Commands");
        }
    }
}
