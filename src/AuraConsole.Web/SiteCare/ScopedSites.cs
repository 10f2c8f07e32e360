using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.SiteCare;

/// <summary>Only what somebody may see, said in the query itself.</summary>
internal static class ScopedSites
{
    public static IQueryable<Site> Within(this IQueryable<Site> sites, Scope scope)
    {
        if (!scope.IsLimited)
            return sites;
        var (groups, ungrouped) = (scope.Groups.ToList(), scope.WithUngrouped);
        return sites.Where(site => site.GroupId == null ? ungrouped : groups.Contains(site.GroupId.Value));
    }

    public static IQueryable<SiteTest> Within(this IQueryable<SiteTest> tests, Scope scope)
    {
        if (!scope.IsLimited)
            return tests;
        var (groups, ungrouped) = (scope.Groups.ToList(), scope.WithUngrouped);
        return tests.Where(test => test.Site!.GroupId == null ? ungrouped : groups.Contains(test.Site.GroupId.Value));
    }

    public static IQueryable<Callout> Within(this IQueryable<Callout> callouts, Scope scope)
    {
        if (!scope.IsLimited)
            return callouts;
        var (groups, ungrouped) = (scope.Groups.ToList(), scope.WithUngrouped);
        return callouts.Where(callout => callout.SiteGroupId == null ? ungrouped : groups.Contains(callout.SiteGroupId.Value));
    }
}
