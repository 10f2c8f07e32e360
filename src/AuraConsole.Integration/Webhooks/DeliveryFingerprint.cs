using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Integration.Webhooks;

/// <summary>The key by which a repeated delivery is recognised: AURA's envelope has no id of its own.</summary>
public static class DeliveryFingerprint
{
    /// <summary>
    /// Event, entity and SHA-256 of the body, as at most 64 hexadecimal characters. An event that truly repeats
    /// (<see cref="AuraEventKind.EventsChanged"/>) gets a fingerprint of its own every time.
    /// </summary>
    public static string Of(AuraEvent parsed, ReadOnlySpan<byte> body)
    {
        if (parsed.Kind == AuraEventKind.EventsChanged)
            return RandomNumberGenerator.GetHexString(SHA256.HashSizeInBytes * 2, lowercase: true);

        var name = string.Create(CultureInfo.InvariantCulture, $"{parsed.Name}\n{parsed.EntityKind}\n{parsed.EntityId}\n");
        Span<byte> input = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, input);
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), .. input]));
    }
}
