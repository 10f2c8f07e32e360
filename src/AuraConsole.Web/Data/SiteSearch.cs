using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>Finds sites for which something can be raised, as somebody types.</summary>
public sealed class SiteSearch(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int Most = 50;

    /// <summary>
    /// Active sites where every word occurs in name, reference or address: an exact reference first, then a reference and then a name
    /// that begins so. Without a word, the first ones by name.
    /// </summary>
    public async Task<IReadOnlyList<Site>> FindAsync(string text, int most, CancellationToken cancellationToken)
    {
        var words = Like.Words(text);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Ranked(Matching(context.Sites.AsNoTracking(), words), string.Join(' ', words))
            .Take(Math.Clamp(most, 1, Most))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<Site> Matching(IQueryable<Site> sites, IReadOnlyList<string> words)
    {
        sites = sites.Where(site => site.DeletedAt == null);
        foreach (var word in words)
        {
            var pattern = Like.Contains(word);
            sites = sites.Where(site =>
                EF.Functions.Like(site.Name!, pattern, Like.Escape)
                || EF.Functions.Like(site.Reference, pattern, Like.Escape)
                || EF.Functions.Like(site.Address!, pattern, Like.Escape));
        }

        return sites;
    }

    private static IOrderedQueryable<Site> Ranked(IQueryable<Site> sites, string phrase)
    {
        var (exact, prefix) = (Like.Literal(phrase), Like.StartsWith(phrase));
        return sites
            .OrderBy(site =>
                EF.Functions.Like(site.Reference, exact, Like.Escape) ? 0
                : EF.Functions.Like(site.Reference, prefix, Like.Escape) ? 1
                : EF.Functions.Like(site.Name!, prefix, Like.Escape) ? 2
                : 3)
            .ThenBy(site => EF.Functions.Collate(site.Name ?? site.Reference, "NOCASE"))
            .ThenBy(site => site.Id);
    }
}
