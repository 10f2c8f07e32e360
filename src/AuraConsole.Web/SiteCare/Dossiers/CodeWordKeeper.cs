using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>Protects code words with the installation's keys, so that the database file alone does not tell them.</summary>
public sealed class CodeWordKeeper(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuraConsole.Sites.CodeWords.v1");

    public string Protect(string word) => _protector.Protect(word);

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
