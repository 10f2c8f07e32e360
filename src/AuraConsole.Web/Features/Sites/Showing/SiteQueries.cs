using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>What the pages read.</summary>
public sealed class SiteQueries(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int MostLines = 200;
    public const int MostCallouts = 10;

    private const string NoCase = "NOCASE";

    /// <summary>A part of the list, and how many there are in all.</summary>
    public async Task<ListStretch<SiteLine>> ListAsync(SiteListQuery query, Scope scope, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sites = Matching(context, query).AsNoTracking().Within(scope);
        var total = await sites.CountAsync(cancellationToken);
        var lines = await Ordered(context, sites, query.Order, query.Descending)
            .Skip(Math.Max(skip, 0))
            .Take(Math.Clamp(take, 1, MostLines))
            .Select(Line(context))
            .ToListAsync(cancellationToken);
        return new ListStretch<SiteLine>(lines, total);
    }

    /// <summary>All lines of the list, one after the other, for a file.</summary>
    /// <param name="query">What the list shows.</param>
    /// <param name="scope">What the person may see.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<SiteLine> AllAsync(SiteListQuery query, Scope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = Ordered(context, Matching(context, query).AsNoTracking().Within(scope), query.Order, query.Descending).Select(Line(context));
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return line;
    }

    public async Task<SiteView?> FindAsync(int id, Scope scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var site = await context.Sites.AsNoTracking().Within(scope).FirstOrDefaultAsync(site => site.Id == id, cancellationToken);
        if (site is null)
            return null;
        site.Group = await context.SiteGroups.AsNoTracking().FirstOrDefaultAsync(group => group.Id == site.GroupId, cancellationToken);
        var callouts = await context.Callouts.AsNoTracking()
            .Where(callout => callout.SiteId == id)
            .OrderByDescending(static callout => callout.FirstSeenAt)
            .Take(MostCallouts)
            .ToListAsync(cancellationToken);
        return new SiteView(site, callouts);
    }

    private static IQueryable<Site> Matching(ConsoleDbContext context, SiteListQuery query)
    {
        IQueryable<Site> sites = SiteMatch.Query(query.Text) is { } match ? context.Sites.Matching(match)
            : query.Text.Length == 0 ? context.Sites
            : context.Sites.Where(static site => false);
        if (!query.WithDeleted)
            sites = sites.Where(static site => site.DeletedAt == null);
        if (query.Type is { } type)
            sites = sites.Where(site => site.TypeId == type);
        if (query.Group is { } group)
            sites = sites.Where(site => (site.GroupId ?? SiteListQuery.NoGroup) == group);
        if (query.OnTest)
            sites = sites.Where(static site => site.OnTestUntil != null);
        if (query.Drifted)
            sites = sites.Where(site => context.SiteDrifts.Any(drift => drift.SiteId == site.Id));
        return query.Coverage switch
        {
            SiteCoverage.Security => sites.Where(static site => site.SecurityCoverage == true),
            SiteCoverage.Medical => sites.Where(static site => site.MedicalCoverage == true),
            SiteCoverage.None => sites.Where(static site => site.SecurityCoverage != true && site.MedicalCoverage != true && (site.SecurityCoverage == false || site.MedicalCoverage == false)),
            SiteCoverage.Unknown => sites.Where(static site => site.SecurityCoverage == null && site.MedicalCoverage == null),
            _ => sites,
        };
    }

    private static Expression<Func<Site, SiteLine>> Line(ConsoleDbContext context) => site => new SiteLine(
        site.Id, site.Reference, site.Name, site.Address, site.TypeId, site.TypeName, site.SecurityCoverage, site.MedicalCoverage, site.DeletedAt != null)
    {
        AuraId = site.AuraId,
        GroupName = context.SiteGroups.Where(group => group.Id == site.GroupId).Select(static group => group.Name).FirstOrDefault(),
        ReadAt = site.ReadAt,
        Latitude = site.Latitude,
        Longitude = site.Longitude,
        OnTestUntil = site.OnTestUntil,
        HasDrifted = context.SiteDrifts.Any(drift => drift.SiteId == site.Id),
    };

    private static IOrderedQueryable<Site> Ordered(ConsoleDbContext context, IQueryable<Site> sites, SiteOrder order, bool descending)
    {
        var first = order switch
        {
            SiteOrder.Reference => By(static site => EF.Functions.Collate(site.Reference, NoCase)),
            SiteOrder.Address => By(static site => EF.Functions.Collate(site.Address, NoCase)),
            SiteOrder.Type => By(static site => site.TypeId),
            SiteOrder.Coverage => By(static site => (site.SecurityCoverage == true ? 2 : 0) + (site.MedicalCoverage == true ? 1 : 0)),
            SiteOrder.State => By(static site => site.DeletedAt),
            SiteOrder.Group => By(site => context.SiteGroups.Where(group => group.Id == site.GroupId).Select(static group => group.Name).FirstOrDefault()),
            SiteOrder.AuraId => By(static site => site.AuraId),
            SiteOrder.ReadAt => By(static site => site.ReadAt),
            _ => By(static site => EF.Functions.Collate(site.Name ?? site.Reference, NoCase)),
        };
        // a stable order, so that parts of the list fit together
        return first.ThenBy(static site => site.Id);

        IOrderedQueryable<Site> By<T>(Expression<Func<Site, T>> key) => descending ? sites.OrderByDescending(key) : sites.OrderBy(key);
    }
}

/// <summary>A site with its latest callouts.</summary>
public sealed record SiteView(Site Site, IReadOnlyList<Callout> Callouts);
