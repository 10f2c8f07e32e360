using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>The webhook slot: AURA keeps one webhook per customer source.</summary>
public interface IWebhooksApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/notifiers/webhooks</c>: registers a webhook and silently replaces the previous one. AURA wants HTTPS and
    /// answers 400 for an event name it does not know.
    /// </summary>
    /// <exception cref="Http.AuraApiException">AURA refused or did not answer.</exception>
    Task RegisterAsync(WebhookRegistration registration, CancellationToken cancellationToken = default);
}
