using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Auth;

/// <summary>
/// The server token, for the whole process: fetched once however many ask, kept, and renewed early. In its last stretch a token is still
/// handed out while its successor is fetched, so nobody waits for a renewal. A failure is thrown and forgotten.
/// </summary>
internal sealed partial class AuraTokenProvider(
    IHttpClientFactory clients, IOptions<AuraOptions> options, AuraTokenStatus status, TimeProvider time, ILogger<AuraTokenProvider> logger)
{
    private const string Path = "/panic-api/v2/oauth/token";
    private const int MaxAnswerBytes = 64 * 1024;

    private readonly Lock _gate = new();
    private AuraToken? _token;
    private Task<AuraToken>? _fetch;

    /// <exception cref="AuraApiException">No token: Unauthorised, RateLimited or Unavailable.</exception>
    public Task<AuraToken> GetAsync(CancellationToken cancellationToken)
    {
        Task<AuraToken> fetch;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now < _token?.RenewAt)
                return Task.FromResult(_token);
            fetch = _fetch ??= Start();
            if (now < _token?.ExpiresAt)
                return Task.FromResult(_token);
        }

        return fetch.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a token that AURA refused, unless another has taken its place.</summary>
    public void Drop(AuraToken refused)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_token, refused))
                _token = null;
        }
    }

    /// <summary>On the pool: the fetch belongs to all who wait for it, and must not run under the lock.</summary>
    private Task<AuraToken> Start()
    {
        var fetch = Task.Run(FetchAsync, CancellationToken.None);
        // a renewal has nobody who waits for it: its failure is logged, and must not come up again as unobserved
        fetch.ContinueWith(
            static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return fetch;
    }

    private async Task<AuraToken> FetchAsync()
    {
        AuraToken? fetched = null;
        try
        {
            fetched = await RequestAsync().ConfigureAwait(false);
            status.Fetched(time.GetUtcNow(), fetched.ExpiresAt);
            Log.Fetched(logger, fetched.Life);
            return fetched;
        }
        catch (AuraApiException failure)
        {
            status.Failed(time.GetUtcNow(), failure.Kind);
            Log.Failed(logger, failure.Kind, failure.Status, failure.CorrelationId, failure.InnerException?.GetType().Name);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _token = fetched ?? _token;
                _fetch = null;
            }
        }
    }

    private async Task<AuraToken> RequestAsync()
    {
        var correlation = Guid.NewGuid().ToString("N");
        using var timeout = new CancellationTokenSource(options.Value.AttemptTimeout, time);
        try
        {
            using var client = clients.CreateClient(AuraHttp.TokenClient);
            using var request = NewRequest(correlation);
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            var body = await BoundedBody.ReadAsync(response.Content, MaxAnswerBytes, timeout.Token).ConfigureAwait(false);
            return Understand(response, body, correlation);
        }
        catch (Exception failure) when (failure is not AuraApiException and not OptionsValidationException)
        {
            throw new AuraApiException(AuraErrorKind.Unavailable, null, null, correlation, inner: failure);
        }
    }

    private HttpRequestMessage NewRequest(string correlation)
    {
        var credentials = new TokenRequest(options.Value.ClientId, options.Value.ClientSecret);
        var body = JsonSerializer.SerializeToUtf8Bytes(credentials, AuraJsonContext.Default.TokenRequest);
        var request = new HttpRequestMessage(HttpMethod.Post, AuraHttp.Address(options.Value, Path))
        {
            Content = new SentContent(body, new CallProgress()),
        };
        request.Headers.Add(AuraHttp.CorrelationHeader, correlation);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private AuraToken Understand(HttpResponseMessage response, byte[]? body, string correlation)
    {
        using var answer = body is null ? null : JsonEnvelope.Parse(body);
        if (response.IsSuccessStatusCode && answer is not null && TokenReader.Read(answer.RootElement, time.GetUtcNow()) is { } token)
            return token;

        // whatever went wrong here, the call that needs the token was not sent
        var kind = response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => AuraErrorKind.Unauthorised,
            HttpStatusCode.TooManyRequests => AuraErrorKind.RateLimited,
            _ => AuraErrorKind.Unavailable,
        };
        var message = answer is null ? null : JsonEnvelope.Message(answer.RootElement);
        throw new AuraApiException(kind, (int)response.StatusCode, message, correlation, RetryAfter.Of(response, time));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "AURA issued a token; it lives {Life}")]
        public static partial void Fetched(ILogger logger, TimeSpan life);

        [LoggerMessage(Level = LogLevel.Warning, Message = "AURA issued no token: {Kind}, status {Status}, correlation {Correlation}, {Failure}")]
        public static partial void Failed(ILogger logger, AuraErrorKind kind, int? status, string correlation, string? failure);
    }
}
