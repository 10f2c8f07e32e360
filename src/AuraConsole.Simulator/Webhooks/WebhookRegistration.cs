namespace AuraConsole.Simulator.Webhooks;

/// <summary>The webhook of a customer source.</summary>
/// <param name="Url">Where deliveries go.</param>
/// <param name="Events">The events that are sent.</param>
/// <param name="Method">As registered; nothing depends on it.</param>
/// <param name="Headers">Sent with each delivery.</param>
public sealed record WebhookRegistration(
    Uri Url, IReadOnlyList<string> Events, string Method, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The name under which an event is sent, or null when it was not asked for.</summary>
    internal string? NameFor(string eventName)
    {
        if (Events.Contains(eventName, StringComparer.Ordinal)) return eventName;
        return eventName == EventNames.Acknowledged && Events.Contains(EventNames.AcknowledgedWithEta, StringComparer.Ordinal)
            ? EventNames.AcknowledgedWithEta
            : null;
    }
}
