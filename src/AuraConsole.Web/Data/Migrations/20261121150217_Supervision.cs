using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commands_AskedAt",
                table: "Commands");

            migrationBuilder.AddColumn<string>(
                name: "Headers",
                table: "Deliveries",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeliveryHours",
                columns: table => new
                {
                    Hour = table.Column<long>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Repeated = table.Column<long>(type: "INTEGER", nullable: false),
                    Malformed = table.Column<long>(type: "INTEGER", nullable: false),
                    Unproven = table.Column<long>(type: "INTEGER", nullable: false),
                    NotStored = table.Column<long>(type: "INTEGER", nullable: false),
                    BrokenOff = table.Column<long>(type: "INTEGER", nullable: false),
                    Removed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryHours", x => x.Hour);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ReceivedAt_Status",
                table: "Deliveries",
                columns: new[] { "ReceivedAt", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Commands_AskedAt_State",
                table: "Commands",
                columns: new[] { "AskedAt", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_At",
                table: "AuditRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_ById_Id",
                table: "AuditRecords",
                columns: new[] { "ById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Kind_Id",
                table: "AuditRecords",
                columns: new[] { "Kind", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveryHours");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_ReceivedAt_Status",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Commands_AskedAt_State",
                table: "Commands");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_At",
                table: "AuditRecords");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_ById_Id",
                table: "AuditRecords");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_Kind_Id",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "Headers",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Commands_AskedAt",
                table: "Commands",
                column: "AskedAt");
        }
    }
}
