using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AuraConsole.Web.Data.Identity;

/// <summary>
/// The door that stands open while nobody can sign in. Its token is printed once in the log, so only somebody who can read the
/// server's log can become the first admin; here only its hash is kept.
/// </summary>
public sealed class FirstAdmin
{
    private const int TokenBytes = 32;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile byte[]? _hash;

    /// <summary>True until the first user exists.</summary>
    public bool IsWanted => _hash is not null;

    /// <summary>Opens the door and gives its token, which cannot be read again.</summary>
    public string Open()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        _hash = Hash(token);
        return token;
    }

    /// <summary>
    /// Runs <paramref name="create"/> when the token is right, one caller at a time, and shuts the door for good when it succeeds.
    /// False when the token is wrong or already used.
    /// </summary>
    public async Task<bool> TryUseAsync(string token, Func<Task<bool>> create, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_hash is not { } hash || !CryptographicOperations.FixedTimeEquals(hash, Hash(token.Trim())))
                return false;
            if (await create())
                _hash = null;
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
