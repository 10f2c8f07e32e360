namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A webhook to register.</summary>
public sealed record WebhookRegistration
{
    /// <summary>Where AURA posts deliveries; HTTPS.</summary>
    public required Uri Url { get; init; }

    /// <summary>Names out of <see cref="Webhooks.AuraEventNames.All"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Headers that AURA sends with every delivery: the only proof of the sender.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
