namespace AuraConsole.Integration.Http;

/// <summary>One operation at AURA.</summary>
/// <param name="Method">The verb; only GET is a read.</param>
/// <param name="Template">The path as it is logged, with names in place of ids and references.</param>
/// <param name="Path">The path as it is sent, escaped.</param>
/// <param name="Body">JSON, or what <see cref="BodyType"/> says. A POST always has one: without it, SocketsHttpHandler may send again by itself on a stale connection.</param>
internal sealed record AuraCall(HttpMethod Method, string Template, string Path, byte[]? Body = null)
{
    public const string Json = "application/json";

    /// <summary>What the body is.</summary>
    public string BodyType { get; init; } = Json;

    /// <summary>What the answer should be.</summary>
    public string Accept { get; init; } = Json;

    /// <summary>Where AURA limits the rate of this call: every attempt waits for its turn.</summary>
    public CallWindow? Window { get; init; }

    public bool IsRead => Method == HttpMethod.Get;
}
