using System.Security.Claims;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.SigningIn;

/// <summary>Open pages whose sign-in ends: pushed at once, and found within a minute when it happened past the console.</summary>
public sealed class CircuitTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    [Fact]
    public async Task Circuit_ItsSignInEnds_IsNobodysAtOnce()
    {
        var user = await console.PrincipalAsync(People.Supervisor);
        var (circuit, state) = Open(user);
        await circuit.OnCircuitOpenedAsync(null!, default);
        Assert.True(await IsSignedInAsync(state));

        await console.Get<SignInSessions>().EndAsync(user.UserId(), user.SessionId(), await console.PrincipalAsync(People.Admin));

        Assert.False(await IsSignedInAsync(state));
    }

    [Fact]
    public async Task Circuit_OpenedAfterTheEnd_IsNobodys()
    {
        var user = await console.PrincipalAsync(People.Supervisor);
        await console.Get<SignInSessions>().EndAsync(user.UserId(), user.SessionId(), await console.PrincipalAsync(People.Admin));
        var (circuit, state) = Open(user);

        await circuit.OnCircuitOpenedAsync(null!, default);

        Assert.False(await IsSignedInAsync(state));
    }

    [Fact]
    public async Task Circuit_Closed_LeavesNoDoor()
    {
        var user = await console.PrincipalAsync(People.Supervisor);
        var (circuit, _) = Open(user);
        await circuit.OnCircuitOpenedAsync(null!, default);
        Assert.True(console.Get<SessionDoors>().IsOn(user.SessionId()!.Value));

        await circuit.OnCircuitClosedAsync(null!, default);

        Assert.False(console.Get<SessionDoors>().IsOn(user.SessionId()!.Value));
    }

    [Fact]
    public void Doors_OneFails_TheOthersShut()
    {
        var doors = new SessionDoors(NullLogger<SessionDoors>.Instance);
        var (session, shut) = (Guid.NewGuid(), 0);
        doors.Open(session, () => throw new InvalidOperationException("stuck"));
        doors.Open(session, () => shut++);
        doors.Open(Guid.NewGuid(), () => shut += 10);

        doors.Shut(session);

        Assert.Equal(1, shut);
    }

    [Fact]
    public async Task Revalidation_NothingChanged_LetsStay()
    {
        var user = await console.PrincipalAsync(People.Dispatcher);

        Assert.True(await MayStayAsync(console, user));
    }

    [Fact]
    public async Task Revalidation_WithoutASession_PutsOut()
    {
        var user = await console.PrincipalAsync(People.Dispatcher);
        var identity = (ClaimsIdentity)user.Identity!;
        identity.RemoveClaim(identity.FindFirst(ConsoleClaims.SessionType));

        Assert.False(await MayStayAsync(console, user));
    }

    [Fact]
    public async Task Revalidation_SecurityStampChanged_PutsOut()
    {
        var user = await console.PrincipalAsync(People.Dispatcher);
        await using var scope = console.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        await users.UpdateSecurityStampAsync((await users.GetUserAsync(user))!);

        Assert.False(await MayStayAsync(console, user));
    }

    [Fact]
    public async Task Revalidation_RoleLost_PutsOut_RoleGained_LetsStay()
    {
        var user = await console.PrincipalAsync(People.Supervisor);
        await using var scope = console.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        var known = (await users.GetUserAsync(user))!;

        await users.AddToRoleAsync(known, Roles.Admin);
        Assert.True(await MayStayAsync(console, user));
        await users.RemoveFromRolesAsync(known, [Roles.Supervisor, Roles.Admin]);
        Assert.False(await MayStayAsync(console, user));

        await users.AddToRoleAsync(known, Roles.Supervisor);
    }

    [Fact]
    public async Task Revalidation_DisabledPastTheConsole_PutsOutOnceTheReadingIsOld()
    {
        var time = new ManualTimeProvider();
        await using var own = new ConsoleFactory();
        await using var timed = own.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time)));
        var user = await timed.PrincipalAsync(People.Dispatcher);
        Assert.True(await MayStayAsync(timed, user));
        await timed.ReadAsync(db => db.Users.Where(one => one.Email == People.Dispatcher).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, time.GetUtcNow())));

        time.Advance(KnownSessions.Fresh);

        Assert.False(await MayStayAsync(timed, user));
    }

    [Fact]
    public async Task Sessions_NobodySeenForTwelveHours_AreOver()
    {
        var time = new ManualTimeProvider();
        await using var own = new ConsoleFactory();
        await using var timed = own.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time)));
        var user = await timed.PrincipalAsync(People.Dispatcher);
        var sessions = timed.Get<SignInSessions>();

        await timed.ReadAsync(db => db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, time.GetUtcNow() - TimeSpan.FromHours(12))));

        Assert.False(await sessions.IsOpenAsync(user, default));
        Assert.Empty(await sessions.ListAsync(user.UserId(), 10, default));
    }

    private (SessionCircuit Circuit, ServerAuthenticationStateProvider State) Open(ClaimsPrincipal user)
    {
        var state = new ServerAuthenticationStateProvider();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        return (new SessionCircuit(console.Get<SessionDoors>(), console.Get<SignInSessions>(), state), state);
    }

    private static async Task<bool> IsSignedInAsync(AuthenticationStateProvider state) =>
        (await state.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated == true;

    private static async Task<bool> MayStayAsync(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> console, ClaimsPrincipal user)
    {
        await using var scope = console.Services.CreateAsyncScope();
        var provider = Assert.IsType<RevalidatingUserState>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
        return await provider.MayStayAsync(user, default);
    }
}
