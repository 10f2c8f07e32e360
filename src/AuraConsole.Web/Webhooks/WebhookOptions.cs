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
}
