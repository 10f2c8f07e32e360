using System.Security.Cryptography;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace AuraConsole.Web.Access.Factors;

/// <summary>Keeps authenticator keys and recovery codes sealed: who reads the database alone cannot make a code.</summary>
internal sealed class ConsoleUserStore(ConsoleDbContext context, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserStore<ConsoleUser, IdentityRole, ConsoleDbContext, string, IdentityUserClaim<string>, IdentityUserRole<string>, IdentityUserLogin<string>,
        IdentityUserToken<string>, IdentityRoleClaim<string>, IdentityUserPasskey<string>>(context, describer)
{
    private readonly IDataProtector _seal = protection.CreateProtector("AuraConsole.SecondFactor");

    public override Task SetTokenAsync(ConsoleUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _seal.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(ConsoleUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? _seal.Unprotect(value) : null;
        }
        catch (CryptographicException)
        {
            // the keys are lost or not ours: an admin takes the factor away, and it is set up again
            return null;
        }
    }
}
