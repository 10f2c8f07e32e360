using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AuraConsole.Web.Data.Migrations
{
    /// <summary>What callouts of before are given, and the full-text index of callouts with its triggers.</summary>
    public partial class HistoryIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(HistoryBackfill.StoodDownAt);
            migrationBuilder.Sql(HistoryBackfill.Outcome);
            migrationBuilder.Sql(HistoryBackfill.Breaches);
            migrationBuilder.Sql(HistoryBackfill.Index);
            migrationBuilder.Sql(HistoryBackfill.Fill);
            migrationBuilder.Sql(HistoryBackfill.InsertTrigger);
            migrationBuilder.Sql(HistoryBackfill.UpdateTrigger);
            migrationBuilder.Sql(HistoryBackfill.DeleteTrigger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in new[] { "Callouts_IndexInsert", "Callouts_IndexUpdate", "Callouts_IndexDelete" })
                migrationBuilder.Sql($"DROP TRIGGER \"{trigger}\";");
            migrationBuilder.Sql("DROP TABLE \"CalloutIndex\";");
        }
    }
}
