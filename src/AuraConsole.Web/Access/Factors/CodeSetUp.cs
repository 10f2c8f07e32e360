using System.Security.Claims;
using System.Security.Cryptography;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Access.Factors;

/// <summary>Sets an authenticator app up, and takes it away. Nothing is kept before the app has shown that it has the key.</summary>
internal sealed class CodeSetUp(
    ConsoleSignIn signIn, IUserStore<ConsoleUser> store, CodeProvider codes, IDataProtectionProvider protection, SignInSessions sessions, AuditLog audit, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("AuraConsole.SecondFactor.SetUp").ToTimeLimitedDataProtector();

    private UserManager<ConsoleUser> Users => signIn.UserManager;

    /// <summary>A new key, and the same sealed for the form.</summary>
    internal (string Key, string Sealed) Begin(ConsoleUser user)
    {
        var key = Base32.Write(Totp.NewKey());
        return (key, _seal.Protect($"{user.Id} {key}", time.GetUtcNow() + Life));
    }

    /// <summary>The key of a form; null when it is too old or somebody else's.</summary>
    internal string? Open(ConsoleUser user, string? sealedKey)
    {
        try
        {
            var parts = _seal.Unprotect(sealedKey ?? "", out var until).Split(' ');
            return parts.Length == 2 && parts[0] == user.Id && until > time.GetUtcNow() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Switches the app on, when its code is right, and gives the recovery codes. Null: the code is wrong.</summary>
    internal async Task<IReadOnlyList<string>?> ConfirmAsync(ConsoleUser user, string key, string? code, ClaimsPrincipal principal)
    {
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (Base32.Read(key) is not { } bytes || Totp.Match(bytes, digits, time.GetUtcNow()) is not { } step)
            return null;
        await ((IUserAuthenticatorKeyStore<ConsoleUser>)store).SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        Require(await Users.SetTwoFactorEnabledAsync(user, true));
        await codes.UseUpAsync(user.Id, step);
        var recovery = await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes.Count);
        await NoteAsync(principal, AccessAudit.FactorAdded, "Authenticator app");
        await signIn.StrengthenAsync(user);
        await sessions.EndOthersAsync(principal);
        return [.. recovery ?? []];
    }

    internal async Task StopAsync(ConsoleUser user, ClaimsPrincipal principal)
    {
        Require(await Users.SetTwoFactorEnabledAsync(user, false));
        Require(await Users.ResetAuthenticatorKeyAsync(user));
        await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
        await NoteAsync(principal, AccessAudit.FactorRemoved, "Authenticator app");
        await signIn.RefreshSignInAsync(user);
    }

    internal async Task<IReadOnlyList<string>> RenewAsync(ConsoleUser user, ClaimsPrincipal principal)
    {
        var codes = await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes.Count);
        await NoteAsync(principal, AccessAudit.RecoveryCodes, null);
        return [.. codes ?? []];
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(static error => error.Code)));
    }

    private Task NoteAsync(ClaimsPrincipal principal, string kind, string? detail) =>
        audit.WriteAsync(Operator.Known(principal), new AuditNote(kind, AccessAudit.Subject(principal.UserId()), detail), CancellationToken.None);
}
