namespace AuraConsole.Web.Components.Account;

internal static class AccountPaths
{
    public const string Login = "/account/login";
    public const string Logout = "/account/logout";
    public const string Leave = "/account/leave";
    public const string Password = "/account/password";
    public const string Denied = "/account/denied";
    public const string FirstAdmin = "/account/first-admin";

    /// <summary>Where the browser asks now and then whether it is still signed in, which also lets the cookie slide.</summary>
    public const string Alive = "/account/alive";

    public const string ReturnUrl = "returnUrl";

    /// <summary>A path of this console, or the board: never an address that somebody else put into a link.</summary>
    public static string LocalOrBoard(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl)
        && !url.StartsWith(Login, StringComparison.OrdinalIgnoreCase)
            ? url
            : "/";
}
