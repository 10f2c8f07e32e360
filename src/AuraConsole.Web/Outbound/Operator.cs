using System.Security.Claims;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Outbound;

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
}
