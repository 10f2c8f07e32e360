using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Access.Factors;
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
    SignInSessions sessions, AuditLog audit, IOptions<AccessOptions> access)
    : SignInManager<ConsoleUser>(users, context, claims, options, logger, schemes, confirmation)
{
    /// <summary>The password is right, but this role takes more, and the person has a passkey.</summary>
    public static readonly SignInResult PasskeyWanted = new();

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
        return await WatchedAsync(user, "Wrong password", async () =>
        {
            var check = await CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
            if (!check.Succeeded)
                return check;
            return await IsPasskeyWantedAsync(user) ? PasskeyWanted : await SignInOrTwoFactorAsync(user, isPersistent: false);
        });
    }

    /// <summary>The second step: a code of the authenticator app, or a recovery code.</summary>
    public async Task<SignInResult> TryCodeAsync(string text)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user)
            return SignInResult.Failed;
        var code = new string([.. text.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return await WatchedAsync(user, "Wrong code", async () =>
        {
            if (code.Length == Totp.Digits)
                return await TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
            if (await PreSignInCheck(user) is { } refused)
                return refused;
            var result = await TwoFactorRecoveryCodeSignInAsync(RecoveryCodes.Spelled(code));
            if (!result.Succeeded)
                await UserManager.AccessFailedAsync(user);
            return result;
        });
    }

    /// <summary>In one step: a passkey, which the device unlocked for this very person.</summary>
    public async Task<SignInResult> TryPasskeyAsync(string? credential)
    {
        if (await AssertAsync(credential) is not { Succeeded: true } shown)
        {
            await audit.WriteAsync(null, new AuditNote(AccessAudit.Refused, AccessAudit.Nobody, "Passkey"), CancellationToken.None);
            return SignInResult.Failed;
        }
        return await WatchedAsync(shown.User, "Passkey", async () =>
        {
            if (await PreSignInCheck(shown.User) is { } refused)
                return refused;
            await UserManager.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
            await SignInAsync(shown.User, SignInWay.Passkey, [new Claim(ConsoleClaims.MethodType, ConsoleClaims.SecondFactor)]);
            return SignInResult.Success;
        });
    }

    /// <summary>Somebody for whom the organisation's own sign-in vouches.</summary>
    internal Task<SignInResult> TrySingleSignOnAsync(ConsoleUser user, ExternalLoginInfo login, bool countsAsMfa) =>
        WatchedAsync(user, "Single sign-on", async () =>
        {
            if (await PreSignInCheck(user) is { } refused)
                return refused;
            if (!countsAsMfa)
                return await SignInOrTwoFactorAsync(user, isPersistent: false, login.LoginProvider);
            await SignInAsync(user, SignInWay.SingleSignOn, [new Claim(ConsoleClaims.MethodType, ConsoleClaims.SecondFactor)]);
            return SignInResult.Success;
        });

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

    /// <summary>Somebody who is here has just shown a second factor: the sign-in counts as such from now on.</summary>
    public async Task StrengthenAsync(ConsoleUser user)
    {
        _kept = Context.User.SessionId();
        try
        {
            var present = await Context.AuthenticateAsync(AuthenticationScheme);
            await SignInWithClaimsAsync(user, present.Properties, [new Claim(ConsoleClaims.MethodType, ConsoleClaims.SecondFactor)]);
        }
        finally
        {
            _kept = null;
        }
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

    private async Task<PasskeyAssertionResult<ConsoleUser>?> AssertAsync(string? credential)
    {
        if (credential is not { Length: > 0 and <= PasskeySetUp.CredentialLength })
            return null;
        try
        {
            return await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // nobody asked for one: the cookie of the beginning has run out
            return null;
        }
    }

    private async Task<bool> IsPasskeyWantedAsync(ConsoleUser user)
    {
        if (user.TwoFactorEnabled || (await UserManager.GetPasskeysAsync(user)).Count == 0)
            return false;
        var roles = await UserManager.GetRolesAsync(user);
        return access.Value.Demands(roles.Contains);
    }

    private SignInWay WayOf(List<Claim> claims) => _way
        ?? (claims.Exists(static claim => claim is { Type: ClaimTypes.AuthenticationMethod }) ? SignInWay.SingleSignOn
        : claims.Exists(static claim => claim is { Type: ConsoleClaims.MethodType, Value: ConsoleClaims.SecondFactor }) ? SignInWay.PasswordAndCode
        : SignInWay.Password);
}
