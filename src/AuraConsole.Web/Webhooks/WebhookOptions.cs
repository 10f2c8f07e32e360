using AuraConsole.Web.Live;

namespace AuraConsole.Web.Webhooks;

/// <summary>How AURA reaches us (configuration section <c>Webhook</c>).</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>The header that carries the secret.</summary>
    public string HeaderName { get; set; } = "Authorization";

    /// <summary>The whole value of that header.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Where AURA sends deliveries; registered only by an admin's click, or by itself with the simulator.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Largest delivery that is read.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>
    /// After so many changes that only polling found, the console says that AURA's webhook slot may have been taken. 0: never; for AURA's
    /// staging, where responders' steps send no webhooks.
    /// </summary>
    public int DoubtAfterChanges { get; set; } = 5;

    /// <summary>
    /// Deliveries stopped while polling went on finding changes: somebody else may have registered, and AURA keeps one webhook. Never
    /// without any delivery before: then nothing was registered yet.
    /// </summary>
    public bool IsInDoubt(UpstreamState now) => DoubtAfterChanges > 0 && now.LastDeliveryAt is not null && now.LearnedByPolling >= DoubtAfterChanges;
}
