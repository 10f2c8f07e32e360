namespace AuraConsole.Integration.Http;

/// <summary>Names of the wire that more than one part needs.</summary>
public static class AuraHttp
{
    /// <summary>Name of the <see cref="HttpClient"/> that every call but the token call goes through.</summary>
    public const string Client = "Aura";

    /// <summary>Name of the <see cref="HttpClient"/> that fetches the token.</summary>
    public const string TokenClient = "Aura.Token";

    /// <summary>Carries <see cref="AuraApiException.CorrelationId"/> on every request.</summary>
    public const string CorrelationHeader = "X-Correlation-Id";

    /// <summary>A path at AURA. The host is read when a call is made: it may be known only after a port was bound.</summary>
    internal static Uri Address(AuraOptions options, string path) => new(options.BaseUrl!, path);
}
