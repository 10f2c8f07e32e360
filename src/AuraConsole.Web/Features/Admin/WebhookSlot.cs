using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Admin;

/// <summary>Puts this console's webhook into AURA's single slot, on an admin's word.</summary>
public sealed partial class WebhookSlot(IWebhooksApi webhooks, IOptions<WebhookOptions> options, UpstreamStatus upstream, AuditLog audit, ILogger<WebhookSlot> logger)
{
    /// <summary>Where AURA would deliver; null when <c>Webhook:PublicUrl</c> is not configured.</summary>
    public Uri? Url => options.Value.PublicUrl;

    /// <summary>What AURA would be asked to deliver.</summary>
    public static IReadOnlyList<string> Events => AuraEventNames.All;

    /// <inheritdoc cref="WebhookOptions.IsInDoubt"/>
    public bool IsInDoubt => options.Value.IsInDoubt(upstream.Now);

    public string HeaderName => options.Value.HeaderName;

    /// <returns>Null when AURA took it; otherwise the failure, to be shown.</returns>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<AuraApiException?> TakeAsync(System.Security.Claims.ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!user.IsInRole(Roles.Admin))
            throw new UnauthorizedAccessException("Registering the webhook needs an admin.");
        var registration = new WebhookRegistration
        {
            Url = Url ?? throw new InvalidOperationException("Webhook:PublicUrl is not configured."),
            Events = Events,
            Headers = new Dictionary<string, string> { [HeaderName] = options.Value.Secret },
        };
        // before it leaves: what was asked stands there even if no answer comes
        await audit.WriteAsync(Operator.From(user), new AuditNote("webhook.registering", "connection", registration.Url.AbsoluteUri), cancellationToken);
        try
        {
            await webhooks.RegisterAsync(registration, cancellationToken);
            upstream.Answered();
            Log.Registered(logger, user.UserId());
            return null;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotRegistered(logger, failure.Kind, failure.CorrelationId);
            return failure;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "User {UserId} registered this console's webhook with AURA")]
        public static partial void Registered(ILogger logger, string userId);

        [LoggerMessage(2, LogLevel.Warning, "The webhook could not be registered: {Kind}, correlation {Correlation}")]
        public static partial void NotRegistered(ILogger logger, AuraErrorKind kind, string correlation);
    }
}
