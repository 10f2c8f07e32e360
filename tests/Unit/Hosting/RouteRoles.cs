namespace AuraConsole.Unit.Hosting;

/// <summary>Who may ask for what, by the least role that may; a role above it may, too.</summary>
public enum Least
{
    Anyone,
    Dispatcher,
    Supervisor,
    Admin,
}

/// <summary>
/// The decision for each address of the console. An address without a line here, or a line without an address, fails a test: whoever adds
/// a page decides here who may see it.
/// </summary>
public static class RouteRoles
{
    public static readonly IReadOnlyDictionary<string, Least> All = new Dictionary<string, Least>
    {
        ["/"] = Least.Dispatcher,
        ["/map"] = Least.Dispatcher,
        ["/map/sites"] = Least.Dispatcher,
        ["/callouts/{AuraId:long}"] = Least.Dispatcher,
        ["/sites"] = Least.Dispatcher,
        ["/sites/{Id:int}"] = Least.Dispatcher,
        ["/sites/on-test"] = Least.Dispatcher,
        ["/sites/export"] = Least.Supervisor,
        ["/sites/new"] = Least.Admin,
        ["/sites/drift"] = Least.Admin,
        ["/sites/import"] = Least.Admin,
        ["/sites/import/faults.csv"] = Least.Admin,
        ["/sites/import/results/{run:guid}.csv"] = Least.Admin,
        ["/customers"] = Least.Dispatcher,
        ["/customers/new"] = Least.Dispatcher,
        ["/customers/{Id:int}"] = Least.Dispatcher,
        ["/patrols"] = Least.Dispatcher,
        ["/patrols/new"] = Least.Dispatcher,
        ["/patrols/{Id:int}"] = Least.Dispatcher,
        ["/patrols/import"] = Least.Dispatcher,
        ["/handover"] = Least.Dispatcher,
        ["/handover/{Id:int}"] = Least.Dispatcher,
        ["/history"] = Least.Supervisor,
        ["/history/{AuraId:long}"] = Least.Supervisor,
        ["/reports"] = Least.Supervisor,
        ["/reports/csv/{table}"] = Least.Supervisor,
        ["/escalation"] = Least.Supervisor,
        ["/admin"] = Least.Admin,
        ["/admin/audit"] = Least.Admin,
        ["/admin/audit/export"] = Least.Admin,
        ["/admin/clocks"] = Least.Admin,
        ["/admin/commands"] = Least.Admin,
        ["/admin/connection"] = Least.Admin,
        ["/admin/deliveries"] = Least.Admin,
        ["/admin/deliveries/{Id:long}"] = Least.Admin,
        ["/admin/escalation"] = Least.Admin,
        ["/admin/groups"] = Least.Admin,
        ["/admin/upkeep"] = Least.Admin,
        ["/admin/users"] = Least.Admin,
        ["/admin/wallboards"] = Least.Admin,
        ["/account/alive"] = Least.Dispatcher,
        ["/account/password"] = Least.Dispatcher,
        ["/account/security"] = Least.Dispatcher,
        ["/account/security/passkey"] = Least.Dispatcher,
        ["/account/denied"] = Least.Dispatcher,
        ["/not-found"] = Least.Dispatcher,
        ["/account/leave"] = Least.Dispatcher,
        ["/hubs/board"] = Least.Dispatcher,
        ["/hubs/board/negotiate"] = Least.Dispatcher,
        // a screen's token opens it, too; see WallboardTests
        ["/wallboard"] = Least.Dispatcher,
        // where one becomes known, or is told why not
        ["/account/login"] = Least.Anyone,
        ["/account/login/passkey"] = Least.Anyone,
        ["/account/code"] = Least.Anyone,
        ["/account/link"] = Least.Anyone,
        ["/account/logout"] = Least.Anyone,
        ["/account/first-admin"] = Least.Anyone,
        ["/wallboard/open"] = Least.Anyone,
        ["/wallboard/token"] = Least.Anyone,
        ["/wallboard/ended"] = Least.Anyone,
        ["/error"] = Least.Anyone,
        ["/health/live"] = Least.Anyone,
        ["/health/ready"] = Least.Anyone,
        // AURA proves itself with a secret header
        ["/webhooks/aura"] = Least.Anyone,
        ["/webhooks/aura/import/{run:guid}"] = Least.Anyone,
    };
}
