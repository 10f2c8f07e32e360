using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <summary>
    /// The full-text index of sites, and the order of the list. SQLite drops a table's triggers with the table: a later migration that
    /// builds Sites or SiteGroups anew has to make them again.
    /// </summary>
    public partial class SiteIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "SiteIndex" USING fts5(
                    "Name", "Reference", "Address", "Information", "GroupName", prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
                """);
            migrationBuilder.Sql("""
                INSERT INTO "SiteIndex" (rowid, "Name", "Reference", "Address", "Information", "GroupName")
                SELECT s."Id", s."Name", s."Reference", s."Address", s."AdditionalInformation", g."Name"
                FROM "Sites" AS s LEFT JOIN "SiteGroups" AS g ON g."Id" = s."GroupId";
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Sites_IndexInsert" AFTER INSERT ON "Sites" BEGIN
                    INSERT INTO "SiteIndex" (rowid, "Name", "Reference", "Address", "Information", "GroupName")
                    VALUES (new."Id", new."Name", new."Reference", new."Address", new."AdditionalInformation",
                        (SELECT "Name" FROM "SiteGroups" WHERE "Id" = new."GroupId"));
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Sites_IndexUpdate" AFTER UPDATE OF "Name", "Reference", "Address", "AdditionalInformation", "GroupId" ON "Sites" BEGIN
                    UPDATE "SiteIndex" SET "Name" = new."Name", "Reference" = new."Reference", "Address" = new."Address",
                        "Information" = new."AdditionalInformation", "GroupName" = (SELECT "Name" FROM "SiteGroups" WHERE "Id" = new."GroupId")
                    WHERE rowid = new."Id";
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Sites_IndexDelete" AFTER DELETE ON "Sites" BEGIN
                    DELETE FROM "SiteIndex" WHERE rowid = old."Id";
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "SiteGroups_IndexUpdate" AFTER UPDATE OF "Name" ON "SiteGroups" BEGIN
                    UPDATE "SiteIndex" SET "GroupName" = new."Name" WHERE rowid IN (SELECT "Id" FROM "Sites" WHERE "GroupId" = new."Id");
                END;
                """);
            // the list in its usual order, page by page, without putting all sites in order each time
            migrationBuilder.Sql("""
                CREATE INDEX "IX_Sites_ByName" ON "Sites" (COALESCE("Name", "Reference") COLLATE NOCASE, "Id") WHERE "DeletedAt" IS NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_Sites_ByName\";");
            foreach (var trigger in new[] { "Sites_IndexInsert", "Sites_IndexUpdate", "Sites_IndexDelete", "SiteGroups_IndexUpdate" })
                migrationBuilder.Sql($"DROP TRIGGER \"{trigger}\";");
            migrationBuilder.Sql("DROP TABLE \"SiteIndex\";");
        }
    }
}
