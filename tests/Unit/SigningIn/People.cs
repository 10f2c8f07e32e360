using System.Net;
using System.Security.Claims;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.SigningIn;

/// <summary>The people of a console, as a test asks about them.</summary>
internal static class People
{
    public const string Dispatcher = "dispatcher@demo.local";
    public const string Supervisor = "supervisor@demo.local";
    public const string Admin = "admin@demo.local";

    /// <summary>Whether a browser is signed in, asked as a script of the page asks.</summary>
    public static async Task<bool> IsSignedInAsync(this HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/alive");
        request.Headers.Accept.ParseAdd("*/*");
        using var answer = await browser.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.NoContent;
    }

    public static T Get<T>(this WebApplicationFactory<Program> console)
        where T : notnull => console.Services.GetRequiredService<T>();

    public static async Task<T> ReadAsync<T>(this WebApplicationFactory<Program> console, Func<ConsoleDbContext, Task<T>> read)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public static Task<string> IdOfAsync(this WebApplicationFactory<Program> console, string email) =>
        console.ReadAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    /// <summary>As the sign-in would make it, without a cookie.</summary>
    public static async Task<ClaimsPrincipal> PrincipalAsync(this WebApplicationFactory<Program> console, string email)
    {
        await using var scope = console.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        var user = (await users.FindByEmailAsync(email))!;
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(user);
        var session = await console.Get<SignInSessions>().StartAsync(user, SignInWay.Password, "Firefox/140.0 Linux", default);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(ConsoleClaims.SessionType, session.ToString()));
        return principal;
    }

    public static async Task<UserLine> LineAsync(this WebApplicationFactory<Program> console, string email) =>
        (await console.Get<UserQueries>().ListAsync(default)).Single(user => user.Email == email);

    public static async Task<IReadOnlyList<AuditRecord>> AuditAsync(this WebApplicationFactory<Program> console, string email) =>
        await console.Get<AuditLog>().AboutAsync($"user:{await console.IdOfAsync(email)}", 50, default);
}
