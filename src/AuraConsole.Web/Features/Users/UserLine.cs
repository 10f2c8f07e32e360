using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Features.Users;

/// <summary>How somebody stands with the console.</summary>
public enum UserState
{
    Active,

    /// <summary>Has not come yet.</summary>
    Invited,

    /// <summary>Too many wrong passwords, for some minutes.</summary>
    Locked,

    Disabled,
}

/// <summary>One person in the list.</summary>
/// <param name="Role">The highest; null for none.</param>
/// <param name="Scope">What the person may see.</param>
/// <param name="HasCode">Signs in with a code of an authenticator app.</param>
/// <param name="LinkUntil">Until when an open one-time link may be used.</param>
public sealed record UserLine(
    string Id, string Name, string Email, string? Role, UserState State, Scope Scope, bool HasCode, int Passkeys, bool HasPassword,
    DateTimeOffset? LastSignInAt, int Sessions, DateTimeOffset? LinkUntil);
