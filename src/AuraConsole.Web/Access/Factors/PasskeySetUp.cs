using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Access.Factors;

/// <summary>Takes passkeys on, and away.</summary>
internal sealed partial class PasskeySetUp(ConsoleSignIn signIn, AuditLog audit, ILogger<PasskeySetUp> logger)
{
    /// <summary>Most passkeys of one person.</summary>
    public const int Most = 10;

    public const int NameLength = 60;

    /// <summary>Longest answer of a browser that is read.</summary>
    public const int CredentialLength = 16_384;

    private UserManager<ConsoleUser> Users => signIn.UserManager;

    /// <summary>What the browser is asked to make.</summary>
    public Task<string> OptionsAsync(ConsoleUser user) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = user.Id,
        Name = user.Email ?? user.Id,
        DisplayName = user.DisplayName,
    });

    /// <summary>False: what the browser made was not what it was asked for.</summary>
    public async Task<bool> AddAsync(ConsoleUser user, string? credential, string name, ClaimsPrincipal principal)
    {
        if (credential is not { Length: > 0 and <= CredentialLength } || await AttestAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != user.Id)
            return false;
        made.Passkey.Name = Text.Cut(name, NameLength);
        if (!(await Users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded)
            return false;
        await NoteAsync(principal, AccessAudit.FactorAdded);
        await signIn.StrengthenAsync(user);
        return true;
    }

    public async Task RemoveAsync(ConsoleUser user, byte[] credentialId, ClaimsPrincipal principal)
    {
        if ((await Users.RemovePasskeyAsync(user, credentialId)).Succeeded)
            await NoteAsync(principal, AccessAudit.FactorRemoved);
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            if (!result.Succeeded)
                Log.Refused(logger, result.Failure);
            return result;
        }
        catch (InvalidOperationException)
        {
            // nobody asked for one: the cookie of the beginning has run out
            return null;
        }
    }

    private Task NoteAsync(ClaimsPrincipal principal, string kind) =>
        audit.WriteAsync(Operator.Known(principal), new AuditNote(kind, AccessAudit.Subject(principal.UserId()), "Passkey"), CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A passkey was not taken")]
        public static partial void Refused(ILogger logger, Exception? reason);
    }
}
