using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AuraConsole.Integration.Http;

/// <summary>
/// The resilience of all calls, outside in: retry (reads only), circuit breaker, attempt timeout. One for the process, because handlers
/// come and go and the breaker has to remember.
/// </summary>
internal sealed partial class AuraPipelines
{
    /// <summary>Longer waits than this are the caller's business: an operator must not stare at a spinner.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Calls within <see cref="Window"/> before the breaker may judge. High, because an open breaker holds back raises, too.</summary>
    public const int CallsBeforeBreak = 10;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(5);
    private const double FailureRatio = 0.8;

    private readonly TimeProvider _time;
    private readonly ILogger<AuraPipelines> _logger;

    public AuraPipelines(IOptions<AuraOptions> options, TimeProvider time, ILogger<AuraPipelines> logger)
    {
        _time = time;
        _logger = logger;
        Attempt = NewBuilder()
            .AddCircuitBreaker(NewBreaker())
            .AddTimeout(options.Value.AttemptTimeout)
            .Build();
        Retry = options.Value.ReadRetries == 0
            ? ResiliencePipeline<HttpResponseMessage>.Empty
            : NewBuilder().AddRetry(NewRetry(options.Value.ReadRetries)).Build();
    }

    /// <summary>Around <see cref="Attempt"/>, for reads only. Between the two an attempt may have to wait for its turn.</summary>
    public ResiliencePipeline<HttpResponseMessage> Retry { get; }

    /// <summary>One attempt: circuit breaker and timeout.</summary>
    public ResiliencePipeline<HttpResponseMessage> Attempt { get; }

    private ResiliencePipelineBuilder<HttpResponseMessage> NewBuilder() => new() { TimeProvider = _time };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> NewBreaker() => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = CallsBeforeBreak,
        SamplingDuration = Window,
        BreakDuration = Break,
        ShouldHandle = arguments => ValueTask.FromResult(IsFailing(arguments.Outcome)),
        OnOpened = opened =>
        {
            Log.Opened(_logger, opened.BreakDuration);
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            Log.Closed(_logger);
            return ValueTask.CompletedTask;
        },
    };

    private RetryStrategyOptions<HttpResponseMessage> NewRetry(int retries) => new()
    {
        MaxRetryAttempts = retries,
        Delay = TimeSpan.FromMilliseconds(200),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        MaxDelay = LongestWait,
        ShouldHandle = arguments => ValueTask.FromResult(
            (IsFailing(arguments.Outcome) || IsRateLimit(arguments.Outcome)) && !(AskedWait(arguments.Outcome) > LongestWait)),
        DelayGenerator = arguments => ValueTask.FromResult(AskedWait(arguments.Outcome)),
        OnRetry = retry =>
        {
            Log.Retrying(_logger, retry.AttemptNumber + 1, retry.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>AURA is failing or out of reach; what it refuses, and a caller's cancellation, are neither.</summary>
    private static bool IsFailing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => (int)response.StatusCode >= 500,
        { Exception: AuraApiException token } => token.Kind == AuraErrorKind.Unavailable,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Exception: { } failure } => AuraFailures.IsConnectTimeout(failure),
        _ => false,
    };

    private static bool IsRateLimit(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result?.StatusCode == System.Net.HttpStatusCode.TooManyRequests
        || outcome.Exception is AuraApiException { Kind: AuraErrorKind.RateLimited };

    private TimeSpan? AskedWait(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryAfter.Of(response, _time) : (outcome.Exception as AuraApiException)?.RetryAfter;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "AURA keeps failing: no calls for {Break}")]
        public static partial void Opened(ILogger logger, TimeSpan @break);

        [LoggerMessage(Level = LogLevel.Information, Message = "AURA answers again")]
        public static partial void Closed(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Retry {Number} of a read in {Delay}")]
        public static partial void Retrying(ILogger logger, int number, TimeSpan delay);
    }
}
