using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using AuraConsole.Integration.Api.Wire;

namespace AuraConsole.Integration.Auth;

/// <summary>
/// Reads the token answer in both spellings. AURA's pages disagree on the expiry: seconds of life, or seconds since 1970; the JWT's own
/// <c>exp</c> is the last resort (api reference: create an OAuth token; user management guidelines of 2020).
/// </summary>
internal static class TokenReader
{
    private const double EpochFrom = 1e9;
    private const double EpochMillisecondsFrom = 1e11;

    private static readonly TimeSpan CautiousLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary>Null when there is no token that could go into a header.</summary>
    public static AuraToken? Read(JsonElement root, DateTimeOffset now)
    {
        var answer = root.Object("data") ?? root;
        if (answer.Text("accessToken", "access_token") is not { } value || !value.All(IsHeaderSafe))
            return null;
        var life = LifeOf(answer.Number("expiresIn", "expires_in"), now) ?? LifeOf(JwtExpiry(value), now) ?? CautiousLife;
        return new AuraToken(value, now, life < LongestLife ? life : LongestLife);
    }

    private static TimeSpan? LifeOf(double? expiry, DateTimeOffset now)
    {
        var seconds = expiry switch
        {
            > EpochMillisecondsFrom => (expiry / 1000) - now.ToUnixTimeSeconds(),
            > EpochFrom => expiry - now.ToUnixTimeSeconds(),
            _ => expiry,
        };
        return seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds.Value, LongestLife.TotalSeconds)) : null;
    }

    private static double? JwtExpiry(string value)
    {
        var parts = value.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
            return null;
        using var payload = JsonEnvelope.Parse(Base64Url.DecodeFromUtf8(Encoding.ASCII.GetBytes(parts[1])));
        return payload?.RootElement.Number("exp");
    }

    /// <summary>Printable ASCII without blanks: anything else is no bearer token, or would split the header.</summary>
    private static bool IsHeaderSafe(char character) => character is > ' ' and < (char)127;
}
