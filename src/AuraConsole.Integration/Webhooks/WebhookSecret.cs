namespace AuraConsole.Integration.Webhooks;

/// <summary>The secret header, AURA's only proof of itself (webhooks page).</summary>
public static class WebhookSecret
{
    /// <summary>Compares in constant time, whatever the lengths. False when either is null or empty.</summary>
    public static bool Matches(string? expected, string? presented) => throw new NotImplementedException();
}
