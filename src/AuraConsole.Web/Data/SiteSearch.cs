using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>Finds sites for which something can be raised, as somebody types.</summary>
public sealed class SiteSearch(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int Most = 50;

    /// <summary>
    /// Active sites where every word begins a word of name, reference, address or group: the exact reference first, then references and
    /// names that begin so. Without a word, the first ones by name.
    /// </summary>
    /// <remarks>Each step stops at what it needs: putting all of 100,000 sites in order for two letters would take longer than typing.</remarks>
    public async Task<IReadOnlyList<Site>> FindAsync(string text, Scope scope, int most, CancellationToken cancellationToken)
    {
        most = Math.Clamp(most, 1, Most);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (SiteMatch.Query(text) is not { } anywhere)
            return string.IsNullOrWhiteSpace(text) ? await FirstAsync(context, scope, most, cancellationToken) : [];
        var phrase = string.Join(' ', Like.Words(text));
        var found = new List<Site>(most);
        await AddAsync(context.Sites.Where(site => site.Reference == phrase));
        await AddAsync(context.Sites.Matching(SiteMatch.Query(text, nameof(Site.Reference))!));
        await AddAsync(context.Sites.Matching(SiteMatch.Query(text, nameof(Site.Name))!));
        await AddAsync(context.Sites.Matching(anywhere));
        return found;

        async Task AddAsync(IQueryable<Site> sites)
        {
            if (found.Count == most)
                return;
            var more = await Active(sites, scope).Take(most).ToListAsync(cancellationToken);
            found.AddRange(more.Where(site => !found.Exists(one => one.Id == site.Id))
                .OrderBy(site => !string.Equals(site.Reference, phrase, StringComparison.OrdinalIgnoreCase))
                .ThenBy(static site => site.DisplayName, StringComparer.OrdinalIgnoreCase).Take(most - found.Count));
        }
    }

    private static Task<List<Site>> FirstAsync(ConsoleDbContext context, Scope scope, int most, CancellationToken cancellationToken) =>
        Active(context.Sites, scope).OrderBy(static site => EF.Functions.Collate(site.Name ?? site.Reference, "NOCASE")).ThenBy(static site => site.Id)
            .Take(most).ToListAsync(cancellationToken);

    private static IQueryable<Site> Active(IQueryable<Site> sites, Scope scope) =>
        sites.AsNoTracking().Where(static site => site.DeletedAt == null).Within(scope);
}
