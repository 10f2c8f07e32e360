using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Hosting.Security;

/// <summary>How a screen on a wall is known, which is no person: by a claim of its own, without any role.</summary>
internal static class WallboardAccess
{
    public const string Scheme = "Wallboard";

    private const string TokenType = "auraconsole:wallboard";

    public static ClaimsPrincipal Screen(Guid tokenId) => new(new ClaimsIdentity([new Claim(TokenType, tokenId.ToString("D", CultureInfo.InvariantCulture))], Scheme));

    /// <summary>The token that opened the connection; null for a person, also for one who has a token besides.</summary>
    public static Guid? TokenOf(ClaimsPrincipal? user) =>
        user is not null && !IsPerson(user) && Guid.TryParse(user.FindFirstValue(TokenType), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whoever may see the wallboard: any role, or a token.</summary>
    public static bool MaySee(ClaimsPrincipal user) => IsPerson(user) || TokenOf(user) is not null;

    private static bool IsPerson(ClaimsPrincipal user) => Roles.All.Any(user.IsInRole);
}
