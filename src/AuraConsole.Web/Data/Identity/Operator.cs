using System.Security.Claims;

namespace AuraConsole.Web.Data.Identity;

/// <summary>The signed-in person who asks for something.</summary>
public sealed record Operator(string Id, string Name)
{
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or the person has no role here.</exception>
    public static Operator From(ClaimsPrincipal user)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        if (id is null || !user.HasClaim(claim => claim.Type == ClaimTypes.Role))
            throw new UnauthorizedAccessException("A signed-in user with a role is needed.");
        return new Operator(id, user.DisplayName());
    }

    /// <summary>A signed-in person, with a role or without, who does something to the own account.</summary>
    internal static Operator Known(ClaimsPrincipal user) => new(user.UserId(), user.DisplayName());

    /// <exception cref="UnauthorizedAccessException">The person is no admin.</exception>
    public static Operator Admin(ClaimsPrincipal user) => user.IsInRole(Roles.Admin)
        ? From(user)
        : throw new UnauthorizedAccessException("This needs an admin.");
}
