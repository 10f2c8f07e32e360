using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>The webhook slot: AURA keeps one webhook per customer source.</summary>
public interface IWebhooksApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/notifiers/webhooks</c>: registers a webhook and silently replaces the previous one (source: webhooks;
    /// create-webhook). AURA wants HTTPS and answers 400 (Invalid) for an event name it does not know. Documented errors: 400, 401.
    /// </summary>
    /// <exception cref="Http.AuraApiException">AURA refused or did not answer.</exception>
    Task RegisterAsync(WebhookRegistration registration, CancellationToken cancellationToken = default);
}
