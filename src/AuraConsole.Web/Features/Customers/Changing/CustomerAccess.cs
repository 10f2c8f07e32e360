using System.Security.Claims;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Who may do what with customers. They belong to no group: whoever may not see what has none, does nothing with them.</summary>
internal static class CustomerAccess
{
    /// <exception cref="UnauthorizedAccessException">Not this user.</exception>
    public static Operator Check(ClaimsPrincipal user, Scopes scopes) => scopes.Of(user).Covers(null)
        ? Operator.From(user)
        : throw new UnauthorizedAccessException("Customers are beyond this user's scope.");

    /// <exception cref="UnauthorizedAccessException">Not this user.</exception>
    public static Operator Supervisor(ClaimsPrincipal user, Scopes scopes) => user.IsInRole(Roles.Supervisor) || user.IsInRole(Roles.Admin)
        ? Check(user, scopes)
        : throw new UnauthorizedAccessException("This needs a supervisor.");
}
