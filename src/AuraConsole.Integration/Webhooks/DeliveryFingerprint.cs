namespace AuraConsole.Integration.Webhooks;

/// <summary>The key by which a repeated delivery is recognised: AURA's envelope has no id of its own.</summary>
public static class DeliveryFingerprint
{
    /// <summary>
    /// Event, entity and SHA-256 of the body, as at most 64 hexadecimal characters. An event that truly repeats
    /// (<see cref="AuraEventKind.EventsChanged"/>) gets a fingerprint of its own every time.
    /// </summary>
    public static string Of(AuraEvent parsed, ReadOnlySpan<byte> body) => throw new NotImplementedException();
}
