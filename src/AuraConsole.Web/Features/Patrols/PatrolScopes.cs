using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Features.Patrols;

/// <summary>Patrols that a scope covers: by the group in which the site is now; without a site, they belong to no group.</summary>
internal static class PatrolScopes
{
    public static IQueryable<Patrol> Within(this IQueryable<Patrol> patrols, Scope scope)
    {
        if (!scope.IsLimited)
            return patrols;
        var (groups, ungrouped) = (scope.Groups.ToArray(), scope.WithUngrouped);
        return patrols.Where(p => p.Site == null || p.Site.GroupId == null ? ungrouped : groups.Contains(p.Site.GroupId.Value));
    }

    public static IQueryable<PatrolOccurrence> Within(this IQueryable<PatrolOccurrence> occurrences, Scope scope)
    {
        if (!scope.IsLimited)
            return occurrences;
        var (groups, ungrouped) = (scope.Groups.ToArray(), scope.WithUngrouped);
        return occurrences.Where(o => o.Patrol.Site == null || o.Patrol.Site.GroupId == null
            ? ungrouped
            : groups.Contains(o.Patrol.Site.GroupId.Value));
    }
}
