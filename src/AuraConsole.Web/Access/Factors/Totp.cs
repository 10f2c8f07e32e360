using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Web.Access.Factors;

/// <summary>The codes of authenticator apps (RFC 6238: six digits, half a minute, SHA-1, which is all that many apps know).</summary>
internal static class Totp
{
    public const int Digits = 6;
    private const int KeyBytes = 20;
    private const int Modulus = 1_000_000;

    // a telephone's clock may be half a minute off, and fingers are slow
    private const int Off = 1;

    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238; authenticator apps know no other")]
    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute whose code this is; null when it is none of those about now.</summary>
    public static long? Match(byte[] key, string code, DateTimeOffset now)
    {
        var (about, given) = (StepAt(now), Encoding.UTF8.GetBytes(code));
        long? found = null;
        for (var step = about - Off; step <= about + Off; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), given))
                found = step;
        }
        return found;
    }

    /// <summary>What an authenticator app reads to take the key over.</summary>
    public static string Address(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period=30";
}
