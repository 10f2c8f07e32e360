using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Workspace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "GroupId",
                table: "Sites",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ClosedHere",
                table: "Callouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "FirstClaimedAt",
                table: "Callouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SiteGroupId",
                table: "Callouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SiteGroupName",
                table: "Callouts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenFromId",
                table: "Callouts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenFromName",
                table: "Callouts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TakenFromSince",
                table: "Callouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SiteGroups",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StageClockPresets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Style = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Confidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ClaimWarning = table.Column<int>(type: "INTEGER", nullable: true),
                    ClaimBreach = table.Column<int>(type: "INTEGER", nullable: true),
                    DispatchWarning = table.Column<int>(type: "INTEGER", nullable: true),
                    DispatchBreach = table.Column<int>(type: "INTEGER", nullable: true),
                    ArriveWarning = table.Column<int>(type: "INTEGER", nullable: true),
                    ArriveBreach = table.Column<int>(type: "INTEGER", nullable: true),
                    CompleteWarning = table.Column<int>(type: "INTEGER", nullable: true),
                    CompleteBreach = table.Column<int>(type: "INTEGER", nullable: true),
                    CloseWarning = table.Column<int>(type: "INTEGER", nullable: true),
                    CloseBreach = table.Column<int>(type: "INTEGER", nullable: true),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StageClockPresets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StageClockAssignments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResponseTypeId = table.Column<int>(type: "INTEGER", nullable: true),
                    ResponseType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "NOCASE"),
                    PresetId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StageClockAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StageClockAssignments_StageClockPresets_PresetId",
                        column: x => x.PresetId,
                        principalTable: "StageClockPresets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sites_GroupId",
                table: "Sites",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteGroups_Name",
                table: "SiteGroups",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StageClockAssignments_PresetId",
                table: "StageClockAssignments",
                column: "PresetId");

            migrationBuilder.CreateIndex(
                name: "IX_StageClockAssignments_ResponseType",
                table: "StageClockAssignments",
                column: "ResponseType",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StageClockPresets_Name",
                table: "StageClockPresets",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SiteGroups");

            migrationBuilder.DropTable(
                name: "StageClockAssignments");

            migrationBuilder.DropTable(
                name: "StageClockPresets");

            migrationBuilder.DropIndex(
                name: "IX_Sites_GroupId",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "ClosedHere",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "FirstClaimedAt",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "SiteGroupId",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "SiteGroupName",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "TakenFromId",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "TakenFromName",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "TakenFromSince",
                table: "Callouts");
        }
    }
}
