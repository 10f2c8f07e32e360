using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "Accuracy",
                table: "Commands",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CustomerAuraId",
                table: "Commands",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "Commands",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "Commands",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CustomerName",
                table: "Callouts",
                type: "TEXT",
                maxLength: 201,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Customers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuraId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Surname = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Mobile = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    VehicleMake = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    VehicleModel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    VehicleColour = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    VehicleLicensePlate = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ErasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CustomerSubscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuraId = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerAuraId = table.Column<long>(type: "INTEGER", nullable: false),
                    MainAuraId = table.Column<long>(type: "INTEGER", nullable: true),
                    TypeId = table.Column<long>(type: "INTEGER", nullable: true),
                    TypeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerSubscriptions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Commands_CustomerAuraId",
                table: "Commands",
                column: "CustomerAuraId",
                filter: "\"CustomerAuraId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Callouts_CustomerAuraId",
                table: "Callouts",
                column: "CustomerAuraId",
                filter: "\"CustomerAuraId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_AuraId",
                table: "Customers",
                column: "AuraId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Mobile",
                table: "Customers",
                column: "Mobile");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerSubscriptions_AuraId",
                table: "CustomerSubscriptions",
                column: "AuraId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerSubscriptions_CustomerAuraId_AuraId",
                table: "CustomerSubscriptions",
                columns: new[] { "CustomerAuraId", "AuraId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Customers");

            migrationBuilder.DropTable(
                name: "CustomerSubscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Commands_CustomerAuraId",
                table: "Commands");

            migrationBuilder.DropIndex(
                name: "IX_Callouts_CustomerAuraId",
                table: "Callouts");

            migrationBuilder.DropColumn(
                name: "Accuracy",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "CustomerAuraId",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "CustomerName",
                table: "Callouts");
        }
    }
}
