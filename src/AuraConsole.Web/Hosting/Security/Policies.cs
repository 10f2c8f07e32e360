using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Hosting.Security;

/// <summary>Who may do what; pages and endpoints name a policy, never a role.</summary>
public static class Policies
{
    /// <summary>Work the board: any role.</summary>
    public const string Dispatch = nameof(Dispatch);

    /// <summary>Look back and over others' shoulders: supervisors and admins.</summary>
    public const string Supervise = nameof(Supervise);

    /// <summary>Run the installation: admins.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>See the wallboard and nothing else: any role, or a wallboard token.</summary>
    public const string Wallboard = nameof(Wallboard);

    internal static void Add(AuthorizationOptions options)
    {
        // whatever forgets to say who may use it is for the signed-in
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Dispatch, static policy => policy.RequireRole(Roles.Dispatcher, Roles.Supervisor, Roles.Admin));
        options.AddPolicy(Supervise, static policy => policy.RequireRole(Roles.Supervisor, Roles.Admin));
        options.AddPolicy(Administer, static policy => policy.RequireRole(Roles.Admin));
        options.AddPolicy(Wallboard, static policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, WallboardAccess.Scheme)
            .RequireAssertion(static context => WallboardAccess.MaySee(context.User)));
    }
}
