namespace AuraConsole.Web.Data.Identity;

/// <summary>Somebody a Development database starts with.</summary>
public sealed record DemoUser(string Email, string DisplayName, string Role);

public static class DemoUsers
{
    public static readonly IReadOnlyList<DemoUser> All =
    [
        new("dispatcher@demo.local", "Demo Dispatcher", Roles.Dispatcher),
        new("supervisor@demo.local", "Demo Supervisor", Roles.Supervisor),
        new("admin@demo.local", "Demo Admin", Roles.Admin),
    ];
}
