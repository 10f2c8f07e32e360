namespace AuraConsole.E2E;

/// <summary>The users that a Development database starts with.</summary>
internal static class Users
{
    public const string Dispatcher = "dispatcher@demo.local";
    public const string Supervisor = "supervisor@demo.local";
    public const string Admin = "admin@demo.local";
}
