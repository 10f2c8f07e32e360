using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Web.Features.Escalations.Sending;

/// <summary>
/// How a receiver knows that a message is ours: HMAC-SHA256 over the seconds since 1970, a dot and the body, all as UTF-8, with the shared
/// secret as key. The time is signed, too, so that an old message cannot be played again.
/// </summary>
public static class HookSignature
{
    public const string IdHeader = "X-AuraConsole-Id";
    public const string TimestampHeader = "X-AuraConsole-Timestamp";
    public const string SignatureHeader = "X-AuraConsole-Signature";

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary><c>v1=</c> and the hash in lower-case hexadecimal digits.</summary>
    public static string Of(string secret, string timestamp, string body) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
