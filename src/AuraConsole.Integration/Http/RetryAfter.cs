namespace AuraConsole.Integration.Http;

/// <summary>How long a server asks to wait, given in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <summary>Null when it does not ask; never negative.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
