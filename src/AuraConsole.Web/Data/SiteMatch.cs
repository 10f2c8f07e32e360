using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>
/// Sites by the full-text index <c>SiteIndex</c>: name, reference, address, information and the name of the group, kept by triggers
/// (migration SiteIndex). Every typed word has to begin a word of the site, whatever its case and accents.
/// </summary>
public static class SiteMatch
{
    /// <summary>The index's query for what was typed; null when nothing in it can be looked for.</summary>
    /// <param name="typed">As typed: nothing in it is taken for the index's own syntax.</param>
    /// <param name="column">Only this column, and only from its first word on; null for all.</param>
    public static string? Query(string? typed, string? column = null)
    {
        // a word of signs alone has no token, and would find nothing however good the others are
        var words = Like.Words(typed).Where(static word => word.Any(char.IsLetterOrDigit)).ToList();
        if (words.Count == 0)
            return null;
        return column is null
            ? string.Join(' ', words.Select(static word => Quoted(word) + "*"))
            : $"{column} : ^ {Quoted(string.Join(' ', words))}*";
    }

    /// <param name="sites">The table.</param>
    /// <param name="match">From <see cref="Query"/>.</param>
    public static IQueryable<Site> Matching(this DbSet<Site> sites, string match) => sites.FromSql(
        $"""SELECT s.* FROM "SiteIndex" AS i JOIN "Sites" AS s ON s."Id" = i.rowid WHERE "SiteIndex" MATCH {match}""");

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
