namespace AuraConsole.Simulator;

/// <summary>How much a delivery's body says.</summary>
public enum WebhookBody
{
    /// <summary>Everything that was ever seen in one.</summary>
    Rich,

    /// <summary><c>{message, callout: {id}}</c>, the least a receiver must live with.</summary>
    Minimal,
}
