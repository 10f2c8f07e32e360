using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Integration.Webhooks;

/// <summary>The secret header, AURA's only proof of itself (webhooks page).</summary>
public static class WebhookSecret
{
    /// <summary>Compares in constant time, whatever the lengths. False when either is null or empty.</summary>
    public static bool Matches(string? expected, string? presented)
    {
        if (string.IsNullOrEmpty(expected) || string.IsNullOrEmpty(presented))
            return false;

        // hashes are of one length, so the comparison does not tell how long the secret is
        return CryptographicOperations.FixedTimeEquals(Hash(expected), Hash(presented));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
