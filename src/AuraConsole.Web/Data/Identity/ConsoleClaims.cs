using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Data.Identity;

/// <summary>Puts the display name into the signed-in user's claims, so that no page reads the database for it.</summary>
public sealed class ConsoleClaimsFactory(
    UserManager<ConsoleUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<ConsoleUser, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(ConsoleUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ConsoleClaims.DisplayNameType, user.DisplayName));
        return identity;
    }
}

public static class ConsoleClaims
{
    internal const string DisplayNameType = "auraconsole:display_name";
    internal const string SessionType = "auraconsole:session";

    /// <summary>How somebody was recognised (RFC 8176).</summary>
    internal const string MethodType = "amr";

    internal const string SecondFactor = "mfa";

    /// <summary>The signed-in user's id; throws for an anonymous one, who has no business where this is asked.</summary>
    public static string UserId(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The sign-in that this cookie belongs to; null for whoever has none, as a wallboard.</summary>
    public static Guid? SessionId(this ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(SessionType), out var id) ? id : null;

    /// <summary>Whether the sign-in proved more than a password.</summary>
    public static bool HasSecondFactor(this ClaimsPrincipal user) => user.HasClaim(MethodType, SecondFactor);

    public static string DisplayName(this ClaimsPrincipal user) =>
        user.FindFirstValue(DisplayNameType) is { Length: > 0 } name ? name : user.Identity?.Name ?? "";

    /// <summary>The highest role of the user.</summary>
    public static string? HighestRole(this ClaimsPrincipal user) => Roles.All.LastOrDefault(user.IsInRole);
}
