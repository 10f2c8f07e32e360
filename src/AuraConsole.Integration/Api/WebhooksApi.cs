using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="IWebhooksApi"/>
internal sealed class WebhooksApi(AuraCaller caller) : IWebhooksApi
{
    private const string Path = "/panic-api/v2/notifiers/webhooks";
    private static readonly object Done = new();

    public Task RegisterAsync(WebhookRegistration registration, CancellationToken cancellationToken = default)
    {
        if (!registration.Url.IsAbsoluteUri)
            throw Refusals.BeforeSending("A webhook needs an absolute address.", nameof(registration));
        var body = new WebhookBody(
            registration.Url.AbsoluteUri, registration.Events, "webhook", registration.Headers.Count == 0 ? null : registration.Headers);
        var json = JsonSerializer.SerializeToUtf8Bytes(body, AuraJsonContext.Default.WebhookBody);
        var call = new AuraCall(HttpMethod.Post, Path, Path, json);
        return caller.SendAsync(call, static answer => answer.IsDone ? Done : null, cancellationToken);
    }
}
