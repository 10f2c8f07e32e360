using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Layout;

/// <summary>One entry of the rail, or of the administration's pages. A page that is ready adds its line here.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Label">Its word; asked at each rendering, because it depends on the language.</param>
/// <param name="Icon">The path of its 24 × 24 line icon.</param>
/// <param name="Policy">Who sees it; null for everybody who is signed in.</param>
public sealed record NavItem(string Address, Func<string> Label, string Icon, string? Policy = null)
{
    public static readonly IReadOnlyList<NavItem> All =
    [
        new("/", static () => LayoutText.NavBoard, "M4 5h16M4 12h16M4 19h10"),
        new("/map", static () => MapText.Nav, "M9 4L3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14"),
        new("/sites", static () => LayoutText.NavSites, "M4 20V9l8-5 8 5v11zM10 20v-6h4v6"),
        new("/customers", static () => CustomersText.Nav, "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-6 8-6s7 2 8 6"),
        new("/patrols", static () => PatrolsText.Nav, "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M9 15l2 2 4-4"),
        new("/handover", static () => HandoverText.Nav, "M4 12h13M12 7l5 5-5 5M20 4v16"),
        new("/escalation", static () => EscalationText.Nav, "M12 3l9 17H3zM12 10v4M12 17h.01", Policies.Supervise),
        new("/history", static () => HistoryText.Nav, "M4 12a8 8 0 1 0 3-6M4 4v4h4M12 8v5l3 2", Policies.Supervise),
        new("/reports", static () => ReportsText.Nav, "M4 20V4M4 20h16M8 17v-5M12 17V8M16 17v-8", Policies.Supervise),
        new("/admin", static () => LayoutText.NavAdmin, "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v4M12 18v4M2 12h4M18 12h4", Policies.Administer),
    ];

    /// <summary>What an admin's pages have above them; without icons.</summary>
    public static readonly IReadOnlyList<NavItem> Administration =
    [
        new("/admin/connection", static () => AdminText.ConnectionTitle, "", Policies.Administer),
        new("/admin/users", static () => UsersText.Nav, "", Policies.Administer),
        new("/admin/groups", static () => GroupsText.Nav, "", Policies.Administer),
        new("/admin/clocks", static () => LayoutText.NavClocks, "", Policies.Administer),
        new("/admin/escalation", static () => EscalationText.AdminTitle, "", Policies.Administer),
        new("/admin/wallboards", static () => WallText.AdminTitle, "", Policies.Administer),
        new("/admin/audit", static () => AuditText.Nav, "", Policies.Administer),
        new("/admin/deliveries", static () => DeliveriesText.Title, "", Policies.Administer),
        new("/admin/commands", static () => CommandsText.Title, "", Policies.Administer),
        new("/admin/upkeep", static () => UpkeepText.Title, "", Policies.Administer),
    ];
}
