using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Data.Identity;

/// <summary>Sees at start that somebody can sign in: the demo users, or the door for the first admin.</summary>
internal sealed partial class FirstUsers(
    IServiceScopeFactory scopes, FirstAdmin firstAdmin, IOptions<DemoOptions> demo, ILogger<FirstUsers> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await AddRolesAsync(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>());
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        if (demo.Value.SeedUsers)
            await AddDemoUsersAsync(users);
        else if (!await users.Users.AnyAsync(cancellationToken))
            Log.FirstAdminWanted(logger, firstAdmin.Open());
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task AddRolesAsync(RoleManager<IdentityRole> roles)
    {
        foreach (var role in Roles.All)
            if (!await roles.RoleExistsAsync(role))
                Require(await roles.CreateAsync(new IdentityRole(role)));
    }

    private async Task AddDemoUsersAsync(UserManager<ConsoleUser> users)
    {
        foreach (var (email, displayName, role) in DemoUsers.All)
        {
            if (await users.FindByEmailAsync(email) is not null)
                continue;
            var user = new ConsoleUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = displayName };
            Require(await users.CreateAsync(user, demo.Value.Password));
            Require(await users.AddToRoleAsync(user, role));
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(static error => error.Description)));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Nobody can sign in yet. Open the console in a browser and create the first admin with this " +
            "token, which is valid once and until the next start: {Token}")]
        public static partial void FirstAdminWanted(ILogger logger, string token);
    }
}
