using System.Net.Http.Headers;
using AuraConsole.Integration.Api.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Http;

/// <summary>Makes a call, reads its answer, and turns every way of failing into an <see cref="AuraApiException"/>.</summary>
internal sealed partial class AuraCaller(
    IHttpClientFactory clients, IOptions<AuraOptions> options, AuraCallLog calls, TimeProvider time, ILogger<AuraCaller> logger)
{
    /// <summary>Sends, and reads a 2xx answer. <paramref name="read"/> answers null for what it does not understand.</summary>
    public async Task<T> SendAsync<T>(AuraCall call, Func<AuraAnswer, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var started = time.GetTimestamp();
        var correlation = Guid.NewGuid().ToString("N");
        using var request = NewRequest(call, correlation);
        try
        {
            using var client = clients.CreateClient(AuraHttp.Client);
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
            using var json = JsonEnvelope.Parse(body);
            var answer = new AuraAnswer((int)response.StatusCode, IsBlank(body), json?.RootElement, body);
            if (!response.IsSuccessStatusCode || read(answer) is not { } result)
                throw Refusal(call, response, answer, correlation);
            Keep(call, (int)response.StatusCode, null, started, correlation);
            // a good read is one line per poll and callout
            Log.Answered(logger, call.IsRead ? LogLevel.Debug : LogLevel.Information, call.Method, call.Template, (int)response.StatusCode, Elapsed(started), correlation);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Cancelled(logger, call.Method, call.Template, Elapsed(started), correlation);
            throw;
        }
        catch (Exception failure) when (failure is not OptionsValidationException)
        {
            var told = failure is AuraApiException own && own.CorrelationId == correlation
                ? own
                : NoAnswer(call, failure, CallProgress.Of(request), correlation);
            Keep(call, told.Status, told.Kind, started, correlation);
            Log.Failed(
                logger, call.Method, call.Template, told.Kind, told.Status, Elapsed(started), correlation, told.InnerException?.GetType().Name);
            if (ReferenceEquals(told, failure))
                throw;
            throw told;
        }
    }

    private HttpRequestMessage NewRequest(AuraCall call, string correlation)
    {
        var request = new HttpRequestMessage(call.Method, AuraHttp.Address(options.Value, call.Path));
        if (call.Body is not null)
            request.Content = new SentContent(call.Body, CallProgress.Of(request), call.BodyType);
        call.Window?.Govern(request);
        request.Headers.Add(AuraHttp.CorrelationHeader, correlation);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(call.Accept));
        return request;
    }

    private AuraApiException Refusal(AuraCall call, HttpResponseMessage response, AuraAnswer answer, string correlation)
    {
        var kind = response.IsSuccessStatusCode
            ? AuraFailures.NotUnderstood(call.IsRead)
            : AuraFailures.OfStatus((int)response.StatusCode, call.IsRead);
        var message = answer.Json is { } json ? JsonEnvelope.Message(json) : null;
        return new AuraApiException(kind, (int)response.StatusCode, message, correlation, RetryAfter.Of(response, time));
    }

    private static AuraApiException NoAnswer(AuraCall call, Exception failure, CallProgress progress, string correlation)
    {
        var token = failure as AuraApiException;
        var status = token?.Status ?? (failure as AnswerTooLargeException)?.Status;
        var kind = AuraFailures.OfException(failure, call.IsRead, progress);
        return new AuraApiException(kind, status, token?.AuraMessage, correlation, token?.RetryAfter, failure);
    }

    private void Keep(AuraCall call, int? status, AuraErrorKind? error, long started, string correlation) =>
        calls.Add(new AuraCallRecord(time.GetUtcNow(), call.Method.Method, call.Template, status, error, time.GetElapsedTime(started), correlation));

    private static bool IsBlank(byte[] body) => body.AsSpan().Trim(" \t\r\n"u8).IsEmpty;

    private double Elapsed(long started) => time.GetElapsedTime(started).TotalMilliseconds;

    private static partial class Log
    {
        [LoggerMessage(Message = "AURA {Method} {Path}: {Status} in {Elapsed:0} ms, correlation {Correlation}")]
        public static partial void Answered(
            ILogger logger, LogLevel level, HttpMethod method, string path, int status, double elapsed, string correlation);

        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "AURA {Method} {Path}: given up by the caller after {Elapsed:0} ms, correlation {Correlation}")]
        public static partial void Cancelled(ILogger logger, HttpMethod method, string path, double elapsed, string correlation);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "AURA {Method} {Path}: {Kind}, status {Status} after {Elapsed:0} ms, correlation {Correlation}, {Failure}")]
        public static partial void Failed(
            ILogger logger, HttpMethod method, string path, AuraErrorKind kind, int? status, double elapsed, string correlation, string? failure);
    }
}
