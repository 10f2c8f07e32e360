using System.Net;
using System.Net.Http.Headers;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Auth;

/// <summary>
/// Adds the token. A 401 drops it and sends once more with a new one: a refused call has done nothing, so this is safe for writes.
/// </summary>
internal sealed class AuraAuthHandler(AuraTokenProvider tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        var response = await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        CallProgress.Of(request).Sent = false;
        tokens.Drop(token);
        token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        return await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendWithAsync(AuraToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        // a call with a body counts as sent when the body starts to leave, see SentContent
        if (request.Content is null)
            CallProgress.Of(request).Sent = true;
        return base.SendAsync(request, cancellationToken);
    }
}
