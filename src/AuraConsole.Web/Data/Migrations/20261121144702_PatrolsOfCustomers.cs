using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class PatrolsOfCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Patrols",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "Patrols",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "Patrols",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Patrols_CustomerAuraId",
                table: "Patrols",
                column: "CustomerAuraId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Patrols_CustomerAuraId",
                table: "Patrols");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Patrols");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "Patrols");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Patrols");
        }
    }
}
