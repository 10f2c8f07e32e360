namespace AuraConsole.Integration.Http;

/// <summary>One operation at AURA.</summary>
/// <param name="Method">The verb; only GET is a read.</param>
/// <param name="Template">The path as it is logged, with names in place of ids and references.</param>
/// <param name="Path">The path as it is sent, escaped.</param>
/// <param name="Body">JSON. A POST always has one: without it, SocketsHttpHandler may send again by itself on a stale connection.</param>
internal sealed record AuraCall(HttpMethod Method, string Template, string Path, byte[]? Body = null)
{
    public bool IsRead => Method == HttpMethod.Get;
}
