using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AuraConsole.Web.Features.Escalations.Sending;

/// <summary>Protects the webhook's secret with the installation's keys: the database file alone does not tell it.</summary>
public sealed class HookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuraConsole.Escalations.Webhook.v1");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>Null when these keys did not protect it: the installation was moved without its keys.</summary>
    public string? Read(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
