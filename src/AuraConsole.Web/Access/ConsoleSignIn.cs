using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access;

/// <summary>Signs people in and out: each sign-in is a row of its own, and each attempt stands in the audit.</summary>
public sealed class ConsoleSignIn(
    UserManager<ConsoleUser> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<ConsoleUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<ConsoleUser>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<ConsoleUser> confirmation,
    SignInSessions sessions, AuditLog audit)
    : SignInManager<ConsoleUser>(users, context, claims, options, logger, schemes, confirmation)
{
    private Guid? _kept;
    private SignInWay? _way;

    public override async Task<bool> CanSignInAsync(ConsoleUser user) => user.DisabledAt is null && await base.CanSignInAsync(user);

    /// <summary>The first step: email and password.</summary>
    /// <returns>Success, or what is still wanted; it does not tell an unknown email from a wrong password.</returns>
    public async Task<SignInResult> TryPasswordAsync(string email, string password)
    {
        if (await UserManager.FindByEmailAsync(email) is not { } user)
        {
            // as much work as for a known user: how long it takes must not tell who exists
            UserManager.PasswordHasher.HashPassword(new ConsoleUser(), password);
            await audit.WriteAsync(null, new AuditNote(AccessAudit.Refused, AccessAudit.Nobody, $"Tried address, sealed: {AccessAudit.MarkOf(email)}"), CancellationToken.None);
            return SignInResult.Failed;
        }
        return await WatchedAsync(user, "Wrong password", () => PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <summary>Asks for the password of somebody who is here already.</summary>
    public Task<SignInResult> CheckPasswordAsync(ConsoleUser user, string password) =>
        WatchedAsync(user, "Wrong password, asked for again", () => CheckPasswordSignInAsync(user, password, lockoutOnFailure: true));

    /// <summary>Signs in somebody who proved it in that way.</summary>
    public async Task SignInAsync(ConsoleUser user, SignInWay way, IEnumerable<Claim> more)
    {
        _way = way;
        await SignInWithClaimsAsync(user, isPersistent: false, more);
    }

    public override async Task SignInWithClaimsAsync(ConsoleUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var all = additionalClaims.ToList();
        if (_kept is null && Context.User.SessionId() is not null)
            await sessions.SignOutAsync(Context.User);
        var session = _kept ?? await sessions.StartAsync(user, WayOf(all), Context.Request.Headers.UserAgent, Context.RequestAborted);
        all.Add(new Claim(ConsoleClaims.SessionType, session.ToString("D", CultureInfo.InvariantCulture)));
        await base.SignInWithClaimsAsync(user, authenticationProperties, all);
    }

    public override async Task RefreshSignInAsync(ConsoleUser user)
    {
        _kept = Context.User.SessionId();
        try
        {
            await base.RefreshSignInAsync(user);
        }
        finally
        {
            _kept = null;
        }
    }

    /// <summary>Leaves, with all pages that are open by this sign-in.</summary>
    public async Task LeaveAsync()
    {
        if (Context.User.SessionId() is not null)
            await sessions.SignOutAsync(Context.User);
        await SignOutAsync();
    }

    /// <summary>Runs an attempt and puts its failure in the audit.</summary>
    internal async Task<SignInResult> WatchedAsync(ConsoleUser user, string failure, Func<Task<SignInResult>> attempt)
    {
        var wasLocked = await IsLockedOut(user);
        var result = await attempt();
        if (result.Succeeded || result.RequiresTwoFactor)
            return result;
        var kind = result.IsLockedOut && !wasLocked ? AccessAudit.Locked : AccessAudit.Refused;
        var why = result.IsNotAllowed ? "Disabled" : wasLocked ? "Locked" : failure;
        await audit.WriteAsync(null, new AuditNote(kind, AccessAudit.Subject(user.Id), why), CancellationToken.None);
        return result;
    }

    private SignInWay WayOf(List<Claim> claims) => _way
        ?? (claims.Exists(static claim => claim is { Type: ClaimTypes.AuthenticationMethod }) ? SignInWay.SingleSignOn
        : claims.Exists(static claim => claim is { Type: ConsoleClaims.MethodType, Value: ConsoleClaims.SecondFactor }) ? SignInWay.PasswordAndCode
        : SignInWay.Password);
}
