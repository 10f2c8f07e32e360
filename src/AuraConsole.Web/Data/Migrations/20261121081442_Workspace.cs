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
                name: "SoundTests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Heard = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SoundTests", x => x.Id);
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
                name: "UserPreferences",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserPreferences", x => new { x.UserId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "WallboardTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WallboardTokens", x => x.Id);
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
                name: "IX_Sites_Latitude_Longitude",
                table: "Sites",
                columns: new[] { "Latitude", "Longitude" },
                filter: "\"DeletedAt\" IS NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_SiteGroups_Name",
                table: "SiteGroups",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SoundTests_UserId_Browser_At",
                table: "SoundTests",
                columns: new[] { "UserId", "Browser", "At" });

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

            migrationBuilder.CreateIndex(
                name: "IX_WallboardTokens_CreatedAt",
                table: "WallboardTokens",
                column: "CreatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Closures");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "SiteGroups");

            migrationBuilder.DropTable(
                name: "SoundTests");

            migrationBuilder.DropTable(
                name: "StageClockAssignments");

            migrationBuilder.DropTable(
                name: "UserPreferences");

            migrationBuilder.DropTable(
                name: "WallboardTokens");

            migrationBuilder.DropTable(
                name: "StageClockPresets");

            migrationBuilder.DropIndex(
                name: "IX_Sites_GroupId",
                table: "Sites");

            migrationBuilder.DropIndex(
                name: "IX_Sites_Latitude_Longitude",
                table: "Sites");

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
                name: "GroupId",
                table: "Sites");

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
