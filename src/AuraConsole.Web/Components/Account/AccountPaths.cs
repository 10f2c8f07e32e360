namespace AuraConsole.Web.Components.Account;

internal static class AccountPaths
{
    public const string Root = "/account/";
    public const string Login = "/account/login";
    public const string Logout = "/account/logout";
    public const string Leave = "/account/leave";
    public const string Password = "/account/password";
    /// <summary>Where a one-time link leads.</summary>
    public const string Link = "/account/link";

    /// <summary>Where a code is asked for after the password.</summary>
    public const string Code = "/account/code";

    /// <summary>Where everybody looks after the own account: codes, passkeys, sign-ins.</summary>
    public const string Security = "/account/security";

    public const string PasskeyCreation = Security + "/passkey";
    public const string PasskeyRequest = Login + "/passkey";
    public const string SingleSignOn = "/account/single-sign-on";
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
