using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Http;

/// <summary>
/// The outermost handler: puts a call through its pipeline, and reads the whole answer there, so that a body that trickles is under the
/// attempt timeout, too. Only reads are retried; a raise or cancel leaves here at most once, or once more after a 401.
/// </summary>
internal sealed class AuraResilienceHandler(AuraPipelines pipelines, IOptions<AuraOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
            return await OnceAsync(request, cancellationToken, cancellationToken).ConfigureAwait(false);
        return await pipelines.Retry.ExecuteAsync(
            static (call, stop) => call.Handler.InTurnAsync(call.Request, stop, call.Caller),
            (Handler: this, Request: request, Caller: cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The wait for a turn is no part of the attempt: it must not eat up its timeout.</summary>
    private async ValueTask<HttpResponseMessage> InTurnAsync(HttpRequestMessage request, CancellationToken stop, CancellationToken caller)
    {
        if (CallWindow.Of(request) is not { } window)
            return await OnceAsync(request, stop, caller).ConfigureAwait(false);
        await window.EnterAsync(stop).ConfigureAwait(false);
        var response = await OnceAsync(request, stop, caller).ConfigureAwait(false);
        window.Heed(response);
        return response;
    }

    private ValueTask<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken stop, CancellationToken caller) =>
        pipelines.Attempt.ExecuteAsync(
            static (call, attempt) => call.Handler.AttemptAsync(call.Request, attempt, call.Caller),
            (Handler: this, Request: request, Caller: caller),
            stop);

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request, CancellationToken attempt, CancellationToken caller)
    {
        var response = await base.SendAsync(request, attempt).ConfigureAwait(false);
        try
        {
            var body = await BodyAsync(response, attempt, caller).ConfigureAwait(false);
            response.Content.Dispose();
            response.Content = new ByteArrayContent(body);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken attempt, CancellationToken caller)
    {
        try
        {
            var body = await BoundedBody.ReadAsync(response.Content, options.Value.MaxResponseBytes, attempt).ConfigureAwait(false);
            return body ?? (response.IsSuccessStatusCode ? throw new AnswerTooLargeException((int)response.StatusCode) : []);
        }
        catch (Exception broken) when (!response.IsSuccessStatusCode && !caller.IsCancellationRequested && IsTransport(broken))
        {
            // the status alone says that AURA refused; losing its words must not turn that into "unknown"
            return [];
        }
    }

    private static bool IsTransport(Exception failure) => failure is HttpRequestException or IOException or OperationCanceledException;
}
