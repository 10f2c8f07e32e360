using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Data;

/// <summary>Narrows queries to what somebody may see; in the database, so that nothing else ever leaves it.</summary>
public static class ScopedQueries
{
    public static IQueryable<Site> Within(this IQueryable<Site> sites, Scope scope)
    {
        if (!scope.IsLimited)
            return sites;
        var (groups, withUngrouped) = (scope.Groups, scope.WithUngrouped);
        return sites.Where(site => site.GroupId == null ? withUngrouped : groups.Contains(site.GroupId.Value));
    }

    public static IQueryable<SiteTest> Within(this IQueryable<SiteTest> tests, Scope scope)
    {
        if (!scope.IsLimited)
            return tests;
        var (groups, ungrouped) = (scope.Groups, scope.WithUngrouped);
        return tests.Where(test => test.Site!.GroupId == null ? ungrouped : groups.Contains(test.Site.GroupId.Value));
    }

    /// <summary>By the group that the callout's site had when it began.</summary>
    public static IQueryable<Callout> Within(this IQueryable<Callout> callouts, Scope scope)
    {
        if (!scope.IsLimited)
            return callouts;
        var (groups, withUngrouped) = (scope.Groups, scope.WithUngrouped);
        return callouts.Where(callout => callout.SiteGroupId == null ? withUngrouped : groups.Contains(callout.SiteGroupId.Value));
    }
}
