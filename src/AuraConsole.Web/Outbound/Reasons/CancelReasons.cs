using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Outbound.Reasons;

/// <summary>AURA's reasons for a cancel, to choose from.</summary>
public sealed partial class CancelReasons(ICancellationReasonsApi api, UpstreamStatus upstream, TimeProvider time, ILogger<CancelReasons> logger)
{
    private const int Most = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly AnswerCache<long, IReadOnlyList<CancellationReason>> _cache = new(Kept, Most, time);

    /// <summary>Null when AURA cannot give them now: a cancel must not wait for that.</summary>
    public async Task<IReadOnlyList<CancellationReason>?> ListAsync(long calloutId, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var all = await _cache.GetAsync(calloutId, () => api.ListAsync(calloutId, either.Token));
            return [.. all.Where(reason => reason.Text.Length > 0).Take(Most)];
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotRead(logger, calloutId, failure.Kind);
            return null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The reasons to cancel callout {CalloutId} could not be read: {Kind}")]
        public static partial void NotRead(ILogger logger, long calloutId, AuraErrorKind kind);
    }
}
