using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Features.Handovers;

/// <summary>What of handovers a scope covers, in the database.</summary>
internal static class HandoverScopes
{
    public static IQueryable<HandoverItem> Within(this IQueryable<HandoverItem> items, Scope scope)
    {
        if (!scope.IsLimited)
            return items;
        var (groups, ungrouped) = (scope.Groups.ToArray(), scope.WithUngrouped);
        return items.Where(item => item.GroupId == null ? ungrouped : groups.Contains(item.GroupId.Value));
    }

    /// <summary>One's own, and those with something that one may see, or with nothing at all.</summary>
    public static IQueryable<Handover> Within(this IQueryable<Handover> handovers, Scope scope, string userId)
    {
        if (!scope.IsLimited)
            return handovers;
        var (groups, ungrouped) = (scope.Groups.ToArray(), scope.WithUngrouped);
        return handovers.Where(handover => handover.OutgoingId == userId || handover.Items.Count == 0
            || handover.Items.Any(item => item.GroupId == null ? ungrouped : groups.Contains(item.GroupId.Value)));
    }
}
