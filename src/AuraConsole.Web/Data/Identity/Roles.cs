namespace AuraConsole.Web.Data.Identity;

/// <summary>The roles of the console; each includes what the one before it may do.</summary>
public static class Roles
{
    public const string Dispatcher = "Dispatcher";
    public const string Supervisor = "Supervisor";
    public const string Admin = "Admin";

    public static readonly IReadOnlyList<string> All = [Dispatcher, Supervisor, Admin];
}
