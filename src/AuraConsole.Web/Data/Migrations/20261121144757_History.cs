using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Callouts_CustomerAuraId",
                table: "Callouts");

            migrationBuilder.AddColumn<int>(
                name: "BreachedPhases",
                table: "Callouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsBreached",
                table: "Callouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "Callouts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StoodDownAt",
                table: "Callouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_NotApplied",
                table: "Deliveries",
                column: "EntityId",
                filter: "\"Status\" IN ('Ignored', 'SetAside')");

            migrationBuilder.CreateIndex(
                name: "IX_Commands_CalloutAuraId",
                table: "Commands",
                column: "CalloutAuraId",
                filter: "\"CalloutAuraId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Breach",
                table: "Callouts",
                columns: new[] { "IsBreached", "FirstSeenAt", "Id", "SiteGroupId", "OwnerId", "ResponseType", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Customer",
                table: "Callouts",
                columns: new[] { "CustomerAuraId", "FirstSeenAt" },
                filter: "\"CustomerAuraId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Group",
                table: "Callouts",
                columns: new[] { "SiteGroupId", "FirstSeenAt", "Id", "OwnerId", "ResponseType", "Outcome", "IsBreached" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Outcome",
                table: "Callouts",
                columns: new[] { "Outcome", "FirstSeenAt", "Id", "SiteGroupId", "OwnerId", "ResponseType", "IsBreached" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Owner",
                table: "Callouts",
                columns: new[] { "OwnerId", "FirstSeenAt", "Id", "SiteGroupId", "ResponseType", "Outcome", "IsBreached" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Stage",
                table: "Callouts",
                columns: new[] { "Stage", "FirstSeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Time",
                table: "Callouts",
                columns: new[] { "FirstSeenAt", "Id", "SiteGroupId", "OwnerId", "ResponseType", "Outcome", "IsBreached" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Type",
                table: "Callouts",
                columns: new[] { "ResponseType", "FirstSeenAt", "Id", "SiteGroupId", "OwnerId", "Outcome", "IsBreached" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_NotApplied",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Commands_CalloutAuraId",
                table: "Commands");

            migrationBuilder.DropIndex(
                name: "IX_History_Breach",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Customer",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Group",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Outcome",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Owner",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Stage",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Time",
                table: "Callouts");

            migrationBuilder.DropIndex(
                name: "IX_History_Type",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "BreachedPhases",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "IsBreached",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "StoodDownAt",
                table: "Callouts");

            migrationBuilder.CreateIndex(
                name: "IX_Callouts_CustomerAuraId",
                table: "Callouts",
                column: "CustomerAuraId",
                filter: "\"CustomerAuraId\" IS NOT NULL");
        }
    }
}
