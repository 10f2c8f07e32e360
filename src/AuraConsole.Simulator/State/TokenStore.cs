using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Simulator.State;

/// <summary>The tokens given out. They look like JWTs, as AURA's do, but only the store decides whether one is good.</summary>
internal sealed class TokenStore(SimulatorOptions options, TimeProvider time)
{
    private const int Capacity = 1_000;
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    /// <param name="clientId">Whom it stands for.</param>
    /// <param name="customerId">Limits it to this customer's callouts.</param>
    public string Issue(string clientId, long? customerId = null)
    {
        var now = time.GetUtcNow();
        var expires = now + options.TokenLifetime;
        var payload = FormattableString.Invariant(
            $$"""{"sub":"{{JsonEncode(clientId)}}","iat":{{now.ToUnixTimeSeconds()}},"exp":{{expires.ToUnixTimeSeconds()}}}""");
        var signature = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var token = $"{Header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{signature}";

        lock (_gate)
        {
            if (_grants.Count >= Capacity) Prune(now);
            _grants[token] = new Grant(new TokenOwner(clientId, customerId), expires, options.Faults.TokenGeneration);
        }

        return token;
    }

    /// <summary>Whom a good token stands for, else null.</summary>
    public TokenOwner? OwnerOf(string token)
    {
        lock (_gate)
        {
            return _grants.TryGetValue(token, out var grant) && IsGood(grant, time.GetUtcNow()) ? grant.Owner : null;
        }
    }

    private static string JsonEncode(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();

    private bool IsGood(Grant grant, DateTimeOffset now) => grant.Expires > now && grant.Generation == options.Faults.TokenGeneration;

    private void Prune(DateTimeOffset now)
    {
        foreach (var (token, _) in _grants.Where(pair => !IsGood(pair.Value, now)).ToList()) _grants.Remove(token);
        if (_grants.Count < Capacity) return;
        foreach (var (token, _) in _grants.OrderBy(static pair => pair.Value.Expires).Take(Capacity / 2).ToList()) _grants.Remove(token);
    }

    private sealed record Grant(TokenOwner Owner, DateTimeOffset Expires, long Generation);
}

/// <summary>Whom a token stands for; with a customer it is good for that customer's callouts only.</summary>
internal sealed record TokenOwner(string ClientId, long? CustomerId);
