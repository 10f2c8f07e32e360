using Polly.CircuitBreaker;

namespace AuraConsole.Integration.Http;

/// <summary>What a failure means: for a read, and for a call that may have changed something.</summary>
internal static class AuraFailures
{
    public static AuraErrorKind OfStatus(int status, bool isRead) => status switch
    {
        401 => AuraErrorKind.Unauthorised,
        403 => AuraErrorKind.Forbidden,
        404 => AuraErrorKind.NotFound,
        409 => AuraErrorKind.Conflict,
        429 => AuraErrorKind.RateLimited,
        >= 400 and < 500 => AuraErrorKind.Invalid,
        >= 500 => isRead ? AuraErrorKind.Unavailable : AuraErrorKind.OutcomeUnknown,
        _ => NotUnderstood(isRead),
    };

    /// <summary>A call without an answer.</summary>
    public static AuraErrorKind OfException(Exception failure, bool isRead, CallProgress progress) => failure switch
    {
        AuraApiException token => token.Kind,
        AnswerTooLargeException => NotUnderstood(isRead),
        _ when isRead || !progress.Sent || WasNotSent(failure) => AuraErrorKind.Unavailable,
        _ => AuraErrorKind.OutcomeUnknown,
    };

    /// <summary>An answer that is not what was asked for.</summary>
    public static AuraErrorKind NotUnderstood(bool isRead) => isRead ? AuraErrorKind.Unexpected : AuraErrorKind.OutcomeUnknown;

    /// <summary>SocketsHttpHandler reports its ConnectTimeout as a cancellation that nobody asked for, with this inside.</summary>
    public static bool IsConnectTimeout(Exception failure) => failure is OperationCanceledException { InnerException: TimeoutException };

    private static bool WasNotSent(Exception failure) =>
        failure is BrokenCircuitException || IsConnectTimeout(failure) || failure is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
}
